"""The base of a copy: every file as it was generated, kept in the copy for three-way merges.

An edited file can only be merged with a newer one if it is known what it was before the edit, and neither the
old documents nor the old odcgen need be at hand then.
"""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from odcgen.errors import OutputError
from odcgen.kit.digests import digest
from odcgen.output.folder import Folder

FILE_NAME = ".odcgen-base"
_LARGEST = 256 * 1024 * 1024
_WIDTH = 120


def base_text(files: Mapping[str, str]) -> str:
    """Return the base as text, which goes through every tool that carries source code."""
    packed = zlib.compress(json.dumps(dict(sorted(files.items())), separators=(",", ":")).encode(), 9)
    lines = base64.b64encode(packed).decode()
    return "".join(f"{lines[at : at + _WIDTH]}\n" for at in range(0, len(lines), _WIDTH))


def read_base(folder: Path, known: Mapping[str, str]) -> dict[str, str]:
    """Return the files of a copy as they were generated, as far as they are what the manifest says.

    Raises:
        OutputError: if the base is gone or broken.
    """
    shown = str(folder / FILE_NAME)
    hint = "Restore it from version control, or make the copy anew with `odcgen vendor`."
    try:
        with Folder(folder) as inside:
            content = inside.read(FILE_NAME)
        if content is None:
            raise OutputError("the base of the copy is gone", file=shown, hint=hint)
        unpacking = zlib.decompressobj()
        plain = unpacking.decompress(base64.b64decode(b"".join(content.split()), validate=True), _LARGEST)
        raw: Any = json.loads(plain)
        texts = {str(path): str(text) for path, text in raw.items()}
    except (OSError, ValueError, zlib.error, AttributeError, RecursionError) as error:
        raise OutputError(f"the base of the copy cannot be read: {error}", file=shown, hint=hint) from None
    return {path: text for path, text in texts.items() if digest(text.encode()) == known.get(path)}

"""What the golden cases give; `python -m tests.golden` prints digests of that and of this project's package.

It needs odcgen's own dependencies only: `tests/contract/test_same_bytes.py` runs it under every Python.
"""

import hashlib
import json
from pathlib import Path

import attrs
from odcgen.config import config_for_files, load_config
from odcgen.pipeline import build
from odcgen.run.inputs import read_inputs

ROOT = Path(__file__).resolve().parents[1]
CASES = sorted(path.parent for path in ROOT.glob("tests/cases/*/spec.yaml"))


def generated(case):
    """The files of a case but those of the runtime, which has tests of its own."""
    config = config_for_files((case / "spec.yaml",), package="golden_client", out=case)
    document = attrs.evolve(config.documents[0], name=case.name, shown="spec.yaml")
    if (overlay := case / "overlay.yaml").is_file():
        document = attrs.evolve(document, overlays=(overlay,))
    config = attrs.evolve(config, documents=(document,))
    files = build(config, read_inputs(config), str).files
    return {path: text for path, text in files.items() if not path.startswith(("_runtime/", ".odcgen"))}


def digests():
    """The digest of every file of this project's package and of the golden cases, by its path."""
    config = load_config(ROOT / "odcgen.toml")
    files = build(config, read_inputs(config), str).files
    for case in CASES:
        files |= {f"{case.name}/{path}": text for path, text in generated(case).items()}
    return {path: hashlib.sha256(text.encode()).hexdigest() for path, text in sorted(files.items())}


if __name__ == "__main__":
    print(json.dumps(digests()))

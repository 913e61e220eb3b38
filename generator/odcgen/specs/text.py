"""The text of a document: YAML where the file's name says so, JSON otherwise."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from .distill import dump


def write_text(data: dict[str, Any], path: Path) -> str:
    """Return a document as the text of a file of this name, members in their order."""
    if path.suffix.lower() not in (".yaml", ".yml"):
        return dump(data)
    import yaml

    class Dumper(yaml.SafeDumper):
        """Writes a value that stands in several places in each of them."""

        def ignore_aliases(self, data: Any) -> bool:
            return True

    text: str = yaml.dump(data, Dumper=Dumper, sort_keys=False, allow_unicode=True, width=110)
    return text

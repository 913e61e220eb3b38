"""The versions of documents that upstream really published, in pairs of consecutive ones."""

import json
from itertools import pairwise


def versions(shared):
    """Yield (document's name, its versions as (number, path), oldest first)."""
    for folder in sorted((shared / "odc-history").iterdir()):
        yield folder.name, [(path.name[:2], path) for path in sorted(folder.glob("*.json"))]


def read(path):
    """Return a version as plain data, as the comparison takes it."""
    return json.loads(path.read_text("utf-8-sig"))


def pairs(shared):
    """Yield (document's name, old number, new number, old path, new path) of consecutive versions."""
    for name, known in versions(shared):
        for (old, old_path), (new, new_path) in pairwise(known):
            yield name, old, new, old_path, new_path

"""JSON pointers (RFC 6901): the way odcgen names a place in a document."""

from __future__ import annotations


def escape(name: str) -> str:
    """`name` as one segment of a pointer."""
    if "~" in name or "/" in name:
        return name.replace("~", "~0").replace("/", "~1")
    return name


def join(pointer: str, *names: str | int) -> str:
    """The pointer of a descendant of `pointer`, reached by `names`."""
    return "/".join([pointer, *(escape(name) if isinstance(name, str) else str(name) for name in names)])


def split(pointer: str) -> list[str]:
    """The unescaped segments of `pointer`; the empty pointer has none."""
    return [segment.replace("~1", "/").replace("~0", "~") for segment in pointer.split("/")[1:]]

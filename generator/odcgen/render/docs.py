"""Sentences for docstrings: the document's own where it has some, made from the names where not.

What the docstring of a method holds is decided in `methods`.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

from odcgen import ir
from odcgen.kit.characters import is_settled

from .escape import docstring, unmark

WIDTH = 110
_SENTENCES = {
    "list": "Iterate over the {many}.",
    "get": "Return one of the {many}.",
    "create": "Create one of the {many}.",
    "update": "Change one of the {many}.",
    "replace": "Replace one of the {many}.",
    "delete": "Delete one of the {many}.",
}


def describe(operation: ir.Operation) -> str:
    """Return the summary of an operation as one escaped sentence."""
    if operation.summary:
        return sentence(operation.summary)
    template = _SENTENCES.get(operation.name)
    if template:
        return docstring(template.format(many=operation.resource.replace("_", " ")))
    return docstring(f"Call {operation.method} {operation.path.text}.")


def sentence(text: ir.SpecText | None) -> str:
    """Return the first sentence of a text, escaped, with a capital and a full stop; empty for no text."""
    if text is None:
        return ""
    line = " ".join(text.text.split())
    head, stop, _ = line.partition(". ")
    line = (head + stop).strip()
    line = (line[:1].upper() if is_settled(line[:1].upper()) else line[:1]) + line[1:]
    return docstring(line if line.endswith((".", "!", "?", ":")) else f"{line}.")


def needed(permissions: tuple[ir.SpecText, ...]) -> str:
    """Return the permissions of which one is needed, those of one group together; empty for none."""
    groups: dict[str, list[str]] = {}
    for permission in permissions:
        group, _, name = permission.text.rpartition(" > ")
        groups.setdefault(group, []).append(name)
    texts = [
        docstring(f"{group} > {', '.join(names)}" if group else ", ".join(names))
        for group, names in groups.items()
    ]
    if len(permissions) > 1:
        return f"Needs one of the permissions {'; '.join(texts)}."
    return f"Needs the permission {texts[0]}." if "" not in groups else f"Needs {texts[0]}."


def block(
    summary: str,
    notes: Iterable[str] = (),
    entries: Iterable[tuple[str, str]] = (),
    *,
    title: str,
    indent: int,
) -> str:
    """Return a whole docstring in Google's style: a summary, notes, and a section of named entries."""
    margin = " " * indent
    lines = [f'"""{summary}']
    for note in notes:
        lines += ["", *_wrapped(note, indent, "")]
    entries = list(entries)
    if entries:
        lines += ["", f"{margin}{title}:"]
        for name, text in entries:
            lines += _wrapped(f"{name}: {text}", indent + 4, "    ")
    if len(lines) == 1:
        return f'{lines[0]}"""'
    return "\n".join([*lines, f'{margin}"""'])


def _wrapped(text: str, indent: int, hanging: str) -> list[str]:
    margin = " " * indent
    if indent + len(unmark(text)) <= WIDTH:
        return [margin + text]
    return textwrap.wrap(
        text, WIDTH, initial_indent=margin, subsequent_indent=margin + hanging, break_long_words=False
    )

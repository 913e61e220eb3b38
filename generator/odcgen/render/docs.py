"""Docstrings: the document's own sentences where it has some, made from the names where not."""

from __future__ import annotations

from collections.abc import Iterable

from .. import ir
from .escape import docstring

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
    line = line[:1].upper() + line[1:]
    return docstring(line if line.endswith((".", "!", "?", ":")) else f"{line}.")


def block(summary: str, notes: Iterable[str] = (), entries: Iterable[tuple[str, str]] = (), *, title: str, indent: int
          ) -> str:
    """Return a whole docstring in Google's style: a summary, notes, and a section of named entries."""
    margin = " " * indent
    lines = [f'"""{summary}']
    for note in notes:
        lines += ["", f"{margin}{note}"]
    entries = list(entries)
    if entries:
        lines += ["", f"{margin}{title}:"]
        lines += [f"{margin}    {name}: {text}" for name, text in entries]
    if len(lines) == 1:
        return f'{lines[0]}"""'
    return "\n".join([*lines, f'{margin}"""'])

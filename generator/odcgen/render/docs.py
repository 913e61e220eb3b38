"""Sentences for docstrings: the document's own where it has some, made from the names where not.

What the docstring of a method holds is decided in `methods`.
"""

from __future__ import annotations

import textwrap

from odcgen import ir
from odcgen.kit.characters import is_settled

from .escape import docstring, unmark
from .tokens import expand

WIDTH = 110
LONGEST_SENTENCE = 2000
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
    """Return the first sentence of a text, escaped, with a capital and a full stop; empty for no text.

    A sentence that is longer than anybody reads ends in `…`: it may stand in every method of an API.
    """
    if text is None:
        return ""
    line = " ".join(text.text.split())
    head, stop, _ = line.partition(". ")
    line = (head + stop).strip()
    if len(line) > LONGEST_SENTENCE:
        line = f"{line[:LONGEST_SENTENCE].rsplit(' ', 1)[0]} …"
    line = (line[:1].upper() if is_settled(line[:1].upper()) else line[:1]) + line[1:]
    return docstring(line if line.endswith((".", "!", "?", ":", "…")) else f"{line}.")


def prose(text: str, hanging: int = 0) -> str:
    """Break lines that are longer than generated code has them, each at its own margin.

    Args:
        text: lines as a template writes them; the blanks before each are its margin.
        hanging: columns by which the broken rest of a line stands further in, as an entry's does.
    """
    return "\n".join(_broken(line, hanging) for line in text.split("\n"))


def short(text: str) -> bool:
    """Tell whether text fits into the one line of a method's docstring."""
    return len(unmark(expand(text))) <= WIDTH - 14


def _broken(line: str, hanging: int) -> str:
    shown = expand(line)
    if len(unmark(shown)) <= WIDTH:
        return line
    margin = " " * (len(line) - len(line.lstrip(" ")))
    lines = textwrap.wrap(
        shown,
        WIDTH,
        subsequent_indent=margin + " " * hanging,
        break_long_words=False,
        break_on_hyphens=False,
        drop_whitespace=True,
    )
    return "\n".join(lines)

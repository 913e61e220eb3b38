"""One output as a file: rendered, proven, its imports filled in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from attrs import field, frozen

from odcgen.documents.budget import Budget
from odcgen.errors import RenderError

from .check import Unfit, balance, prove
from .contexts import Node
from .environment import Environment, compiled
from .escape import unmark
from .failure import failure, printed_by
from .imports import Imports
from .outputs import Row
from .tokens import expand

_IMPORTS = "# \ufdd2imports\ufdd2"
"""What stands for the import block until it is known what the code uses."""


@frozen
class Rendered:
    """Rendered files, and which of them belong to the user after the first run."""

    files: dict[str, str] = field(factory=dict[str, str])
    once: frozenset[str] = frozenset()

    def joined(self, others: Iterable[Rendered]) -> Rendered:
        """Return the files of all.

        Raises:
            RenderError: if two have one path.
        """
        files, once = dict(self.files), set(self.once)
        for other in others:
            if twice := files.keys() & other.files.keys():
                raise RenderError(f"two outputs are written to {min(twice)!r}")
            files |= other.files
            once |= other.once
        return Rendered(files, frozenset(once))


def render_files(
    nodes: Iterable[Node],
    rows: Iterable[Row],
    environment: Environment,
    variables: Mapping[str, Any],
    budget: Budget | None = None,
) -> Rendered:
    """Return the files that the rows name for the nodes.

    Raises:
        RenderError: if a template fails, prints what may not be written, or two rows give one path.
        LimitError: if one file, or all of them, are larger than the budget allows.
    """
    environment.loader.forget()
    files: dict[str, str] = {}
    once: set[str] = set()
    rows = list(rows)
    for node in nodes:
        for row in rows:
            if row.kind == node.kind:
                path = row.path_for(node.names)
                if path in files:
                    raise row.error(f"two outputs are written to {path!r}", "Give the row a path of its own.")
                files[path] = render_file(path, node, row.template, environment, variables, budget)
                once |= {path} if row.once else set()
    return Rendered(files, frozenset(once))


def render_file(
    path: str,
    node: Node,
    template: str,
    environment: Environment,
    variables: Mapping[str, Any],
    budget: Budget | None = None,
) -> str:
    """Return one file for a node.

    Raises:
        RenderError: if the template fails, or prints what may not be written.
        LimitError: if the file is larger than the budget allows.
    """
    imports = Imports(path, node.named)
    chosen = compiled(environment, template)
    context = {
        **node.context(imports),
        "vars": variables,
        "use": imports.use,
        "runtime": imports.runtime,
        "imports": lambda: _IMPORTS,
        "path": path,
    }
    environment.steps = 0
    try:
        text = expand(chosen.render(**context))
    except Exception as error:
        raise failure(error, template, node.label) from error
    if budget is not None:
        budget.fits("module_bytes", len(text), f"in the file {path}")
        budget.spend("output_bytes", len(text), f"in the file {path}")
        budget.look_at_clock(f"in the file {path}")
    if node.kind == "runtime" and text.strip() == node.part.text.strip():
        return str(node.part.text)
    try:
        return _finished(path, text, imports)
    except Unfit as error:
        raise _placed(error, path, text, printed_by(chosen, context, _offset(text, error))) from None


def _offset(text: str, error: Unfit) -> int:
    """Return where in a file an error is."""
    lines = text.split("\n")[: max((error.line or 1) - 1, 0)]
    return sum(len(line) + 1 for line in lines) + error.offset


def _finished(path: str, text: str, imports: Imports) -> str:
    if not path.endswith(".py"):
        balance(text)
        return unmark(text)
    facts = prove(text)
    filled = _IMPORTS in text
    for name, (line, column) in facts.undefined(imports.locals if filled else set()):
        lost = " (the template has no imports() to import it)" if name in imports.locals else ""
        raise Unfit(f"uses the name {name!r}, which is never defined{lost}", line=line, offset=column)
    block = imports.render(set(facts.used)) if filled else ""
    return unmark(text.replace(_IMPORTS, block, 1))


def _placed(error: Unfit, path: str, text: str, place: tuple[str, int] | None) -> RenderError:
    """Return the error with the line itself, and with the template and line that printed it."""
    lines = text.split("\n")
    excerpt = unmark(lines[error.line - 1]).strip() if error.line and error.line <= len(lines) else ""
    shown = f": `{excerpt[:100]}`" if excerpt else ""
    file, line = place or (path, error.line)
    return RenderError(f"the generated {path} {error.message}{shown}", file=file, line=line, hint=error.hint)

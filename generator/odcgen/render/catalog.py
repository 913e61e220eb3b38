"""All templates of a stack, with their blocks and what they build on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from attrs import frozen
from jinja2 import TemplateNotFound, TemplateSyntaxError, meta, nodes

from odcgen.errors import RenderError
from odcgen.kit.digests import digest
from odcgen.kit.stack import Stack

from .environment import make_environment
from .layers import BELOW, Layers
from .outputs import Row, read_rows


@frozen
class Described:
    """One template, as the top of the stack has it.

    Attributes:
        name: Its name.
        path: Its file.
        blocks: The blocks that can be overridden, in order.
        extends: The names of the templates that it extends, includes or imports.
        rows: The outputs that it makes.
    """

    name: str
    path: Path
    blocks: tuple[str, ...]
    extends: tuple[str, ...]
    rows: tuple[Row, ...]


def describe_templates(templates: Stack) -> Iterator[Described]:
    """Yield all templates by name.

    Raises:
        RenderError: if one cannot be read, naming its file and line.
    """
    rows = read_rows(templates.folders)
    layers = Layers(templates.folders)
    for name in layers.list_templates():
        path = layers.path(layers.find(name))
        blocks, extends = anatomy(path)
        for parent in extends:
            blocks += tuple(block for block in _blocks_of(parent, name, layers) if block not in blocks)
        yield Described(name, path, blocks, extends, tuple(row for row in rows if row.template == name))


def _blocks_of(name: str, asking: str, layers: Layers) -> tuple[str, ...]:
    """Return the blocks of a template that another one extends or includes; an included one's are its own."""
    try:
        full = layers.find(name, layers.find(asking))
    except TemplateNotFound:
        return ()
    blocks, _ = anatomy(layers.path(full))
    return blocks


def anatomy(path: Path) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the blocks of a template, and the names of the templates that it builds on.

    Raises:
        RenderError: if it cannot be read, naming its line.
    """
    try:
        tree = make_environment((path.parent,)).parse(path.read_text("utf-8"))
    except TemplateSyntaxError as error:
        raise RenderError(
            f"the template cannot be read: {error.message}", file=str(path), line=error.lineno
        ) from error
    except (OSError, UnicodeDecodeError) as error:
        raise RenderError(f"the template cannot be read: {error}", file=str(path)) from error
    blocks = tuple(dict.fromkeys(block.name for block in tree.find_all(nodes.Block)))
    return blocks, tuple(name for name in meta.find_referenced_templates(tree) if name)


def built_on(folder: Path, below: Path) -> dict[str, Path]:
    """Return the templates of a lower folder on which those of a folder build, by the template that does.

    A template builds on the one that it replaces, and on those that it names as `odcgen/…`.

    Raises:
        RenderError: if one cannot be read.
    """
    found: dict[str, Path] = {}
    for path in sorted(folder.rglob("*.jinja")):
        if any(part.startswith(".") for part in path.relative_to(folder).parts):
            continue
        own = path.relative_to(folder).as_posix()
        named = [name.removeprefix(BELOW) for name in anatomy(path)[1] if name.startswith(BELOW)]
        for name in named or [own]:
            if (below / name).is_file():
                found[f"{own} {name}"] = below / name
    return found


def basis(templates: Stack) -> dict[str, str]:
    """Return the digests of the built-in templates, the lowest folder's, on which those above it build."""
    return {
        pair: digest(path.read_bytes())
        for folder in templates.folders[:-1]
        for pair, path in built_on(folder, templates.folders[-1]).items()
    }

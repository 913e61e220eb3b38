"""What went wrong in a template, as one sentence: which template, line, block and node."""

from __future__ import annotations

from collections.abc import Iterator
from types import FrameType, TracebackType
from typing import Any

from jinja2 import Template

from odcgen.errors import RenderError

from .methods import MethodView
from .tokens import expand
from .views import EnumView, ModelView


def failure(error: BaseException, template: str, node: str) -> RenderError:
    """Return the error for an exception that rendering raised.

    Args:
        error: what was raised.
        template: the name of the output's template.
        node: the name of the output's node, told unless the template was at a part of it.
    """
    frames = list(_template_frames(error.__traceback__))
    file, line, block, part = template, None, "", node
    for frame, number in frames:
        file, line = frame.f_code.co_filename, number
        if frame.f_code.co_name.startswith("block "):
            block = frame.f_code.co_name.removeprefix("block ").strip("'")
        part = _part(frame, node) or part
    where = f"in block {block!r}, " if block else ""
    raised = RenderError(
        f"{_sentence(error)} ({where}for {part})",
        file=file,
        line=line,
        hint=error.hint if isinstance(error, RenderError) else None,
    )
    raised.__cause__ = error
    return raised


def _sentence(error: BaseException) -> str:
    if isinstance(error, RenderError):
        return error.message
    if isinstance(error, RecursionError):
        return "a template extends, includes or calls itself without end"
    if isinstance(error, ZeroDivisionError):
        return "a template divides by zero"
    if isinstance(error, MemoryError | OverflowError):
        return "a template asks for more than there is room for"
    said = str(getattr(error, "message", None) or error) or type(error).__name__
    return f"the template cannot be rendered: {said}"


def _template_frames(trace: TracebackType | None) -> Iterator[tuple[FrameType, int]]:
    """Yield the frames of templates, the outermost first, each with its line; Jinja names files and lines."""
    while trace is not None:
        if trace.tb_frame.f_code.co_filename.endswith(".jinja"):
            yield trace.tb_frame, trace.tb_lineno
        trace = trace.tb_next


def _part(frame: FrameType, node: str) -> str:
    """Return the part of the output's node that a loop of the template is at; empty if it is at none.

    Jinja shows the variables of the template as those of the frame.
    """
    method, model = frame.f_locals.get("method"), frame.f_locals.get("model")
    if isinstance(method, MethodView):
        return node if node.endswith(f".{method.name}") else f"{node}.{method.name}"
    return f"{node}, {model.name}" if isinstance(model, ModelView | EnumView) else ""


def printed_by(template: Template, context: dict[str, Any], offset: int) -> tuple[str, int] | None:
    """Render once more and return the template and the line that printed the character at an offset."""
    reached, place = 0, None
    stream = template.root_render_func(template.new_context(context))
    try:
        for piece in stream:
            place = _place(stream) or place
            reached += len(expand(str(piece)))
            if reached > offset:
                return place
    except Exception:  # noqa: BLE001 - the first error is the one to tell
        return place
    return place


def _place(stream: Any) -> tuple[str, int] | None:
    """Return the innermost template that a stream is at, and the line in it."""
    place = None
    while stream is not None and getattr(stream, "gi_frame", None) is not None:
        frame: FrameType = stream.gi_frame
        if "debug_info" in frame.f_globals:
            place = _source_place(frame) or place
        stream = stream.gi_yieldfrom
    return place


def _source_place(frame: FrameType) -> tuple[str, int] | None:
    """Return the template's line for the line of its compiled code, as Jinja notes them."""
    pairs = [pair.split("=") for pair in frame.f_globals["debug_info"].split("&") if "=" in pair]
    before = [int(source) for source, generated in pairs if int(generated) <= frame.f_lineno]
    return (frame.f_code.co_filename, before[-1]) if before else None

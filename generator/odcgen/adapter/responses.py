"""The answers of an operation: which of them mean success, and what each one holds."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from odcgen import ir

from .errors import tells_more
from .facts import said
from .library import MediaType, Operation, Response
from .media_types import EVENTS, essence, is_json, is_lines, is_plain, is_text
from .models import Models
from .types import Types

_TEXTUAL = (ir.Scalar("str"), ir.Scalar("uuid"), ir.Scalar("date"), ir.Scalar("datetime"))
_WRITTEN_AS_JSON = (ir.Scalar("int"), ir.Scalar("float"), ir.Scalar("bool"))


class Answers:
    """What an operation may answer, read once and looked at from several sides."""

    def __init__(self, operation: Operation, method: str, types: Types, models: Models) -> None:
        """Take the operation; the answers to HEAD have no content, whatever is declared."""
        self._types = types
        self._models = models
        self._has_content = method.lower() != "head"
        self._declared = {
            status.get_untrusted_value(): response
            for status, response in operation.responses.items()
            if isinstance(response, Response)
        }

    @cached_property
    def successes(self) -> tuple[ir.Answer, ...]:
        """The answers that mean success, `200` before `2XX`; `default` counts if there are no others."""
        found = [status for status in sorted(self._declared) if status.startswith("2")]
        return tuple(answer for status in found or self._default for answer in self._of(status))

    @cached_property
    def errors(self) -> tuple[ir.Answer, ...]:
        """The JSON answers that mean failure, where their schema says more than problem details do.

        A status without such a schema is named beside a range or `default`, which would else speak for it.
        """
        found = sorted(status for status in self._declared if status[:1] in ("4", "5")) + self._default
        told = {status: tuple(filter(self._tells, self._of(status))) for status in found}
        wide = any(told[status] for status in found if not status.isdigit())
        return tuple(
            answer
            for status in found
            for answer in told[status] or ((ir.Answer(status),) if wide and status != "default" else ())
        )

    def _tells(self, answer: ir.Answer) -> bool:
        return answer.kind == "json" and answer.type is not None and tells_more(answer.type, self._models)

    @property
    def binary(self) -> bool:
        """Whether all there is comes as bytes."""
        return {answer.kind for answer in self.successes} == {"bytes"}

    @property
    def told_apart(self) -> tuple[ir.Answer, ...]:
        """The answers of success; none where they are all read alike, as JSON, as bytes or not at all."""
        ways = {(answer.kind, answer.type) for answer in self.successes}
        alike = len(ways) <= 1 and all(kind in ("none", "json", "bytes") for kind, _ in ways)
        return () if alike else self.successes

    @property
    def result(self) -> ir.Type | None:
        """The type of what a call gives back: a union of its answers, with None for no content."""
        if self.binary:
            return None
        found = list(dict.fromkeys(one.type for one in self.successes if one.type is not None))
        if not found:
            return None
        whole = found[0] if len(found) == 1 else _union(found)
        empty = any(answer.kind == "none" for answer in self.successes)
        return ir.Nullable(whole) if empty and whole != ir.ANY and not _nullable(whole) else whole

    @property
    def linked(self) -> bool:
        """Whether an answer of success is declared to have a `Link` header."""
        return any(
            name.get_untrusted_value().lower() == "link"
            for status, response in self._declared.items()
            if status.startswith("2")
            for name in response.headers or {}
        )

    @property
    def _default(self) -> list[str]:
        return ["default"] if "default" in self._declared else []

    def _of(self, status: str) -> Iterator[ir.Answer]:
        """Yield the answers of one status, one for each media type."""
        content = (self._declared[status].content or {}) if self._has_content else {}
        if not content:
            yield ir.Answer(status)
        for name, media_type in content.items():
            wire = name.get_untrusted_value()
            for kind, type_ in self._read(wire, media_type):
                yield ir.Answer(status, ir.SpecText(wire), kind, type_)

    def _read(self, wire: str, media_type: MediaType) -> Iterator[tuple[ir.AnswerKind, ir.Type]]:
        """Yield how content of a media type is read; of a text in any media type there are two ways."""
        type_ = self._types.of(media_type.media_type_schema)
        bare = ir.unwrap(type_)
        if is_lines(wire) or essence(wire) == EVENTS:
            whole = not said(media_type, "x-odcgen-items")
            events = essence(wire) == EVENTS
            yield (
                ("events" if events else "lines"),
                ir.StreamOf(_item(type_, events=events, whole=whole), events),
            )
        elif is_json(wire):
            yield "json", type_
            if "*" in wire and bare == ir.Scalar("str"):
                yield "text", bare
        elif bare == ir.Scalar("bytes") or not is_text(wire):
            yield "bytes", ir.Scalar("raw")
        elif is_plain(wire) and self._is_textual(bare):
            yield "text", bare
        elif is_plain(wire) and (bare in _WRITTEN_AS_JSON or isinstance(bare, ir.ListOf | ir.MapOf | ir.Ref)):
            yield "json", type_
        else:
            yield "text", ir.Scalar("str")

    def _is_textual(self, bare: ir.Type) -> bool:
        """Tell whether a value can be read from a text as it is, without quotes around it."""
        if isinstance(bare, ir.Ref):
            return self._models.is_enum_of_texts(bare.key)
        return bare in _TEXTUAL or (isinstance(bare, ir.Const) and isinstance(bare.value, str))


def _union(types: list[ir.Type]) -> ir.Type:
    """Return the union of the types of several answers; null counts once."""
    if ir.ANY in types:
        return ir.ANY
    bare = tuple(dict.fromkeys(map(ir.unwrap, types)))
    whole = bare[0] if len(bare) == 1 else ir.UnionOf(bare, told=True)
    return ir.Nullable(whole) if any(map(_nullable, types)) else whole


def _nullable(type_: ir.Type) -> bool:
    return isinstance(type_, ir.Nullable) or type_ == ir.Scalar("none")


def _item(type_: ir.Type, *, events: bool, whole: bool) -> ir.Type:
    """Return the type of one of the values that come in turn.

    Before OpenAPI 3.2 a schema could only describe the whole: an array means its items, and a text says
    nothing of the JSON in its lines.
    """
    bare = ir.unwrap(type_)
    if whole and isinstance(bare, ir.ListOf):
        return bare.item
    if bare in (ir.ANY, ir.Scalar("bytes")) and events:
        return ir.Scalar("str")
    return ir.ANY if whole and not events and bare in (ir.Scalar("str"), ir.Scalar("bytes")) else type_


def statuses(operation: Operation) -> tuple[str, ...]:
    """Return the statuses that are declared, in the order of the document."""
    return tuple(status.get_untrusted_value() for status in operation.responses)

"""YAML text: built from parser events as plain JSON values, without recursion, tags or shared nodes."""

from __future__ import annotations

from typing import Any, Final

import yaml
from yaml import events

from odcgen.errors import DocumentError
from odcgen.kit.json_value import brief, copy_value, is_array, is_object

from . import yaml_scalar as yamlscalar
from .budget import Budget
from .json_text import MAX_DEPTH, SURROGATE
from .places import Places
from .pointer import join

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NOTHING: Final = object()
_MERGE: Final = object()
_KEEP_ONE = "Keep one of the two: readers disagree about which one counts."


def parse(text: str, file: str, budget: Budget | None = None) -> Any:
    """The value of YAML `text`; refuses duplicate keys, tags, numbers and keys that JSON does not have.

    Raises:
        DocumentError: for these, and for more values or repeated text than the budget has.
    """
    return _Builder(text, file, budget or Budget(file=file)).build()


def places(text: str, file: str) -> dict[str, tuple[int, int]]:
    """The 1-based line and column of each value of `text` by its pointer; a member's are those of its key."""
    noted = Places()
    _Builder(text, file, Budget(file=file), noted).build()
    return noted.found


class _Open:
    """A mapping or sequence whose end has not been read yet."""

    __slots__ = ("anchor", "height", "key", "merged", "value", "values_before")

    def __init__(self, value: dict[str, Any] | list[Any], anchor: str | None, values_before: int) -> None:
        self.value = value
        self.anchor = anchor
        self.values_before = values_before
        self.key: Any = _NOTHING
        self.merged: list[dict[str, Any]] | None = None
        self.height = 1


class _Builder:
    """Turns the events of one YAML document into its value."""

    def __init__(self, text: str, file: str, budget: Budget, noted: Places | None = None) -> None:
        self._budget = budget
        self._noted = noted
        self._text = text
        self._file = file
        self._line = 1
        self._column = 1
        self._stack: list[_Open] = []
        self._anchors: dict[str, tuple[Any, int, int]] = {}  # value, number of values, height
        self._values = 0
        self._result: Any = _NOTHING

    def build(self) -> Any:
        """Read every event; a DocumentError says what is wrong and where."""
        try:
            for event in yaml.parse(self._text, Loader=_LOADER):
                if event.start_mark is not None:
                    self._line, self._column = event.start_mark.line + 1, event.start_mark.column + 1
                self._take(event)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            if mark:
                self._line, self._column = mark.line + 1, mark.column + 1
            raise self._error(f"The text is not valid YAML: {error.problem or error.context}") from None
        except yaml.reader.ReaderError as error:
            found = self._text.find(chr(error.character))
            self._line = self._text.count("\n", 0, found) + 1
            self._column = found - self._text.rfind("\n", 0, found)
            raise self._error(f"The character U+{error.character:04X} is not allowed in YAML") from None
        except ValueError as error:
            raise self._error(str(error)) from None
        if self._result is _NOTHING:
            self._line = self._column = 1
            raise self._error("The document is empty")
        return self._result

    def _take(self, event: yaml.Event) -> None:
        if isinstance(event, events.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, events.MappingStartEvent):
            self._start({}, "map", event)
        elif isinstance(event, events.SequenceStartEvent):
            self._start([], "seq", event)
        elif isinstance(event, events.CollectionEndEvent):
            self._end()
        elif isinstance(event, events.AliasEvent):
            self._alias(event.anchor)
        elif isinstance(event, events.DocumentStartEvent) and self._result is not _NOTHING:
            raise self._error("The file holds more than one YAML document")

    def _scalar(self, event: events.ScalarEvent) -> None:
        text = event.value
        is_key = self._wants_key()
        if not text.isascii() and SURROGATE.search(text):  # which libyaml refuses itself
            raise self._error("The string holds half of a surrogate pair, which is no character")
        if event.tag is not None:
            value = yamlscalar.tagged(event.tag, text)
        elif not event.implicit[0]:
            value = text
        elif is_key and text == "<<":
            self._set_merge_key()
            return
        else:
            value = yamlscalar.plain(text)
        if is_key and type(value) is int:
            value = text  # a status code: it counts as it is written
        if event.anchor is not None:
            self._anchors[event.anchor] = (value, 1, 0)
        if is_key:
            self._set_key(value)
        else:
            self._place(value, 0)

    def _start(
        self, value: dict[str, Any] | list[Any], kind: str, event: events.CollectionStartEvent
    ) -> None:
        if event.tag is not None and event.tag not in (f"tag:yaml.org,2002:{kind}", "!"):
            raise self._error(f"The tag {event.tag} is not one of JSON's types")
        if self._wants_key():
            raise self._error("A mapping or sequence cannot be a key")
        self._check_depth(1)
        if event.anchor is not None:
            self._anchors.pop(event.anchor, None)
        self._note_item()
        self._stack.append(_Open(value, event.anchor, self._values))

    def _end(self) -> None:
        done = self._stack.pop()
        value = done.value
        if done.merged is not None and is_object(value):
            for other in done.merged:
                value = {**other, **value}
        if done.anchor is not None:
            self._anchors[done.anchor] = (value, self._values - done.values_before + 1, done.height)
        self._place(value, done.height, noted=True)

    def _alias(self, anchor: str | None) -> None:
        if anchor is None or anchor not in self._anchors:
            raise self._error(f"The alias *{anchor} has no anchor before it, or stands inside of it")
        value, count, height = self._anchors[anchor]
        if isinstance(value, str):
            self._budget.spend("characters", len(value), self._pointer())
        if self._wants_key():
            self._set_key(value)
            return
        self._values += count - 1
        self._budget.spend("values", count - 1, self._pointer())
        self._check_depth(height)
        self._place(copy_value(value), height)

    def _wants_key(self) -> bool:
        return bool(self._stack) and self._stack[-1].key is _NOTHING and is_object(self._stack[-1].value)

    def _set_key(self, key: object) -> None:
        top = self._stack[-1]
        if type(key) is not str:
            raise self._error("The key is not a string", hint="Put the key in quotes.")
        top.key = key
        if key in top.value:
            raise self._error(f"The key {brief(key)} stands twice in one mapping", hint=_KEEP_ONE)
        self._note_place()

    def _set_merge_key(self) -> None:
        top = self._stack[-1]
        top.key = _MERGE
        if top.merged is not None:
            raise self._error(
                "The merge key << stands twice in one mapping", hint="Write << once, with a list."
            )
        top.merged = []

    def _place(self, value: Any, height: int, *, noted: bool = False) -> None:
        """Put a finished value where it belongs in the innermost open collection."""
        self._values += 1
        self._budget.spend("values")
        if not self._stack:
            self._result = value
            return
        top = self._stack[-1]
        top.height = max(top.height, height + 1)
        if is_array(top.value):
            if not noted:
                self._note_item()
            top.value.append(value)
        elif top.key is _MERGE and top.merged is not None:
            top.merged.extend(self._merge_sources(value))
        else:
            top.value[top.key] = value
        top.key = _NOTHING

    def _merge_sources(self, value: Any) -> list[dict[str, Any]]:
        sources: list[Any] = value if is_array(value) else [value]
        if not all(map(is_object, sources)):
            raise self._error("The value of the merge key << is not a mapping or a list of mappings")
        return sources

    def _note_item(self) -> None:
        if self._stack and is_array(self._stack[-1].value):
            self._note_place()

    def _note_place(self) -> None:
        if self._noted and not self._noted.full:
            self._noted.note(self._pointer(), self._line, self._column)

    def _check_depth(self, levels: int) -> None:
        if len(self._stack) + levels > MAX_DEPTH:
            raise self._error(f"The document nests deeper than {MAX_DEPTH} levels")

    def _pointer(self) -> str:
        names: list[str | int] = []
        for open_ in self._stack:
            if is_array(open_.value):
                names.append(len(open_.value))
            elif open_.key is _MERGE:
                names.append("<<")
            elif open_.key is not _NOTHING:
                names.append(open_.key)
        return join("", *names)

    def _error(self, message: str, *, hint: str | None = None) -> DocumentError:
        return DocumentError(
            message,
            file=self._file,
            pointer=self._pointer(),
            line=self._line,
            column=self._column,
            hint=hint,
        )

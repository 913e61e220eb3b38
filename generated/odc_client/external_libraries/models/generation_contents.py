"""GenerationContents and its parts."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Self

from attrs import define, field

from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, decode_list, new, open_enum, wrong
from ..._runtime.wire.keys import NOTHING, WHOLE, Keys


@define(kw_only=True)
class GenerationContents:
    """What a package contains."""

    actions: list[LibraryAction] | None = None
    structures: list[LibraryStructure] | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("actions", "structures"))

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 2:
                data, self.additional = cls._keys.read(data)
            v1 = data[at := "actions"]
            v2 = data[at := "structures"]
            at, v = "actions", v1
            self.actions = None if v is None else decode_list(v, LibraryAction.decode)
            at, v = "structures", v2
            self.structures = None if v is None else decode_list(v, LibraryStructure.decode)
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(cls._keys.complete(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, as it was received."""
        body: dict[str, Any] = dict(self.additional)
        body["actions"] = None if self.actions is None else [item.encode() for item in self.actions]
        body["structures"] = None if self.structures is None else [item.encode() for item in self.structures]
        return self._keys.written(body, self.additional)


@define(kw_only=True)
class LibraryAction:
    """An action of a library.

    Attributes:
        change_type: What changed since the last version.
    """

    name: str | None = None
    change_type: ChangeType | str | None = None
    icon_base64: str | None = None
    parameters: list[ActionParameter] | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("name", "changeType", "iconBase64", "parameters"))

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 4:
                data, self.additional = cls._keys.read(data)
            v = data[at := "name"]
            self.name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "changeType"]
            self.change_type = None if v is None else open_enum(ChangeType, v)
            v = data[at := "iconBase64"]
            self.icon_base64 = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "parameters"]
            self.parameters = None if v is None else decode_list(v, ActionParameter.decode)
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(cls._keys.complete(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, as it was received."""
        body: dict[str, Any] = dict(self.additional)
        body["name"] = self.name
        body["changeType"] = self.change_type
        body["iconBase64"] = self.icon_base64
        body["parameters"] = None if self.parameters is None else [item.encode() for item in self.parameters]
        return self._keys.written(body, self.additional)


@define(kw_only=True)
class LibraryStructure:
    """A structure of a library.

    Attributes:
        change_type: What changed since the last version.
    """

    name: str | None = None
    attributes: list[StructureAttribute] | None = None
    change_type: ChangeType | str | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("name", "attributes", "changeType"))

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 3:
                data, self.additional = cls._keys.read(data)
            v = data[at := "name"]
            self.name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "changeType"]
            self.change_type = None if v is None else open_enum(ChangeType, v)
            v = data[at := "attributes"]
            self.attributes = None if v is None else decode_list(v, StructureAttribute.decode)
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(cls._keys.complete(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, as it was received."""
        body: dict[str, Any] = dict(self.additional)
        body["name"] = self.name
        body["attributes"] = None if self.attributes is None else [item.encode() for item in self.attributes]
        body["changeType"] = self.change_type
        return self._keys.written(body, self.additional)


class ChangeType(StrEnum):
    """What changed since the last version."""

    NONE = "None"
    ADDED = "Added"
    REMOVED = "Removed"
    UPDATED = "Updated"
    UNCHANGED = "Unchanged"


@define(kw_only=True)
class ActionParameter:
    """A parameter of an action.

    Attributes:
        change_type: What changed since the last version.
        parameter_type: Whether a parameter goes in or comes out.
    """

    name: str | None = None
    change_type: ChangeType | str | None = None
    data_type: str | None = None
    parameter_type: ParameterType | str | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("name", "changeType", "dataType", "parameterType"))

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 4:
                data, self.additional = cls._keys.read(data)
            v = data[at := "name"]
            self.name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "changeType"]
            self.change_type = None if v is None else open_enum(ChangeType, v)
            v = data[at := "dataType"]
            self.data_type = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "parameterType"]
            self.parameter_type = None if v is None else open_enum(ParameterType, v)
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(cls._keys.complete(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, as it was received."""
        body: dict[str, Any] = dict(self.additional)
        body["name"] = self.name
        body["changeType"] = self.change_type
        body["dataType"] = self.data_type
        body["parameterType"] = self.parameter_type
        return self._keys.written(body, self.additional)


@define(kw_only=True)
class StructureAttribute:
    """An attribute of a structure.

    Attributes:
        change_type: What changed since the last version.
    """

    name: str | None = None
    change_type: ChangeType | str | None = None
    data_type: str | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("name", "changeType", "dataType"))

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 3:
                data, self.additional = cls._keys.read(data)
            v = data[at := "name"]
            self.name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "changeType"]
            self.change_type = None if v is None else open_enum(ChangeType, v)
            v = data[at := "dataType"]
            self.data_type = v if type(v) is str or v is None else wrong(v, "a string")
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(cls._keys.complete(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, as it was received."""
        body: dict[str, Any] = dict(self.additional)
        body["name"] = self.name
        body["changeType"] = self.change_type
        body["dataType"] = self.data_type
        return self._keys.written(body, self.additional)


class ParameterType(StrEnum):
    """Whether a parameter goes in or comes out."""

    NONE = "None"
    INPUT = "Input"
    OUTPUT = "Output"

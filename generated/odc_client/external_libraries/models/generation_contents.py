"""GenerationContents and its parts."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Self

from attrs import define

from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, decode_list, new, open_enum, sparse, wrong


@define(kw_only=True)
class GenerationContents:
    """What a package contains."""

    actions: list[LibraryAction] | None = None
    structures: list[LibraryStructure] | None = None

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "actions"]
            self.actions = None if v is None else decode_list(v, LibraryAction.decode)
            v = data[at := "structures"]
            self.structures = None if v is None else decode_list(v, LibraryStructure.decode)
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self


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

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
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
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self


@define(kw_only=True)
class LibraryStructure:
    """A structure of a library.

    Attributes:
        change_type: What changed since the last version.
    """

    name: str | None = None
    attributes: list[StructureAttribute] | None = None
    change_type: ChangeType | str | None = None

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "name"]
            self.name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "attributes"]
            self.attributes = None if v is None else decode_list(v, StructureAttribute.decode)
            v = data[at := "changeType"]
            self.change_type = None if v is None else open_enum(ChangeType, v)
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self


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

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
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
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self


@define(kw_only=True)
class StructureAttribute:
    """An attribute of a structure.

    Attributes:
        change_type: What changed since the last version.
    """

    name: str | None = None
    change_type: ChangeType | str | None = None
    data_type: str | None = None

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "name"]
            self.name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "changeType"]
            self.change_type = None if v is None else open_enum(ChangeType, v)
            v = data[at := "dataType"]
            self.data_type = v if type(v) is str or v is None else wrong(v, "a string")
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self


class ParameterType(StrEnum):
    """Whether a parameter goes in or comes out."""

    NONE = "None"
    INPUT = "Input"
    OUTPUT = "Output"

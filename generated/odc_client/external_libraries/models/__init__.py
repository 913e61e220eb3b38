"""Models and enums of this API; the file of each is loaded on first use."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .generation_contents import (
        ActionParameter,
        ChangeType,
        GenerationContents,
        LibraryAction,
        LibraryStructure,
        ParameterType,
        StructureAttribute,
    )
    from .generation_message import GenerationMessage, MessageType
    from .generation_operation import GenerationOperation, GenerationStatus
    from .generation_operation_create import GenerationOperationCreate
    from .source_code_download import SourceCodeDownload, SourceCodeDownloadStatus
    from .started_operation import StartedOperation
    from .upload import Upload

_HOMES = {
    "ActionParameter": ".generation_contents",
    "ChangeType": ".generation_contents",
    "GenerationContents": ".generation_contents",
    "GenerationMessage": ".generation_message",
    "GenerationOperation": ".generation_operation",
    "GenerationOperationCreate": ".generation_operation_create",
    "GenerationStatus": ".generation_operation",
    "LibraryAction": ".generation_contents",
    "LibraryStructure": ".generation_contents",
    "MessageType": ".generation_message",
    "ParameterType": ".generation_contents",
    "SourceCodeDownload": ".source_code_download",
    "SourceCodeDownloadStatus": ".source_code_download",
    "StartedOperation": ".started_operation",
    "StructureAttribute": ".generation_contents",
    "Upload": ".upload",
}

__all__ = [
    "ActionParameter",
    "ChangeType",
    "GenerationContents",
    "GenerationMessage",
    "GenerationOperation",
    "GenerationOperationCreate",
    "GenerationStatus",
    "LibraryAction",
    "LibraryStructure",
    "MessageType",
    "ParameterType",
    "SourceCodeDownload",
    "SourceCodeDownloadStatus",
    "StartedOperation",
    "StructureAttribute",
    "Upload",
]


def __getattr__(name: str) -> object:
    """Import a name when it is first asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(_HOMES[name], __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the names, loaded or not."""
    return sorted(__all__)

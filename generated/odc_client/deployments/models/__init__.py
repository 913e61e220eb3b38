"""Models and enums of this API; the file of each is loaded on first use."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .deployment_operation import DeploymentOperation
    from .deployment_operation_create import DeploymentOperationCreate
    from .deployment_operation_type import DeploymentOperationType
    from .operation_message import MessageSeverity, OperationMessage, OperationMessageDetails
    from .operation_status import OperationStatus
    from .publish_operation import PublishOperation
    from .publish_operation_create import PublishOperationCreate
    from .publish_operation_type import PublishOperationType

_HOMES = {
    "DeploymentOperation": ".deployment_operation",
    "DeploymentOperationCreate": ".deployment_operation_create",
    "DeploymentOperationType": ".deployment_operation_type",
    "MessageSeverity": ".operation_message",
    "OperationMessage": ".operation_message",
    "OperationMessageDetails": ".operation_message",
    "OperationStatus": ".operation_status",
    "PublishOperation": ".publish_operation",
    "PublishOperationCreate": ".publish_operation_create",
    "PublishOperationType": ".publish_operation_type",
}

__all__ = [
    "DeploymentOperation",
    "DeploymentOperationCreate",
    "DeploymentOperationType",
    "MessageSeverity",
    "OperationMessage",
    "OperationMessageDetails",
    "OperationStatus",
    "PublishOperation",
    "PublishOperationCreate",
    "PublishOperationType",
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

"""Answers of failure: which schemas say more of an error than its class does without one."""

from __future__ import annotations

from odcgen import ir

from .models import Models

_PROBLEM = frozenset(("type", "title", "status", "detail", "instance", "traceid", "errorcode", "errors"))
"""What `error.problem` reads of the body of any error: RFC 9457, and what ASP.NET and ODC add to it."""


def tells_more(type_: ir.Type, models: Models) -> bool:
    """Tell whether a body of this type has something that problem details do not have."""
    bare = ir.unwrap(type_)
    if isinstance(bare, ir.Ref):
        model = models.get(bare.key)
        return model is None or not {field.wire.text.lower() for field in model.fields} <= _PROBLEM
    return bool(ir.references(bare))

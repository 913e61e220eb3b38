"""Request bodies and responses are shared by reference."""

from __future__ import annotations

from odcgen.documents.budget import Budget
from odcgen.documents.walk import operations, resolve
from odcgen.kit.json_value import Json, as_object


def inline_responses(data: Json, budget: Budget | None = None) -> None:
    """Put referenced request bodies and responses into the operation that names them."""
    budget = budget or Budget()
    for node in operations(data):
        if "requestBody" in node.data:
            node.data["requestBody"] = dict(resolve(data, node.data["requestBody"]))
            _pay(budget, node.data["requestBody"], f"{node.pointer}/requestBody")
        node.data["responses"] = {
            status: as_object(resolve(data, response))
            for status, response in as_object(node.data.get("responses")).items()
            if not status.startswith("x-")
        }
        for status, response in node.data["responses"].items():
            _pay(budget, response, f"{node.pointer}/responses/{status}")


def _pay(budget: Budget, shared: Json, pointer: str) -> None:
    """Take one thing for each schema that another operation may have as well."""
    budget.spend("expansions", 1 + len(as_object(shared.get("content"))), pointer)

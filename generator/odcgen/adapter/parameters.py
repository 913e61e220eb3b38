"""The parameters of an operation."""

from __future__ import annotations

from collections.abc import Iterable

from odcgen import ir

from .facts import hint, said, told
from .library import Parameter, Reference
from .types import Types


def lift_parameters(
    parameters: Iterable[Parameter | Reference] | None, types: Types
) -> tuple[ir.Parameter, ...]:
    """Return the parameters of an operation, into which normalizing has put the shared ones."""
    return tuple(
        _lift(parameter, types) for parameter in parameters or () if isinstance(parameter, Parameter)
    )


def _lift(parameter: Parameter, types: Types) -> ir.Parameter:
    location: ir.Location = parameter.param_in.value
    return ir.Parameter(
        wire=ir.SpecText(parameter.name.get_untrusted_value()),
        location=location,
        type=_type(parameter, types),
        required=parameter.required or location == "path",
        style=said(parameter, "style"),
        # The model has a default that is wrong for most styles; what is not said is left to the style.
        explode=parameter.explode if "explode" in parameter.model_fields_set else None,
        reserved=said(parameter, "allowReserved") is True,
        media_type=told(parameter, "x-odcgen-content"),
        nested=said(parameter, "x-odcgen-nested"),
        deprecated=parameter.deprecated,
        doc=told(parameter, "description"),
        hint=hint(parameter),
    )


def _type(parameter: Parameter, types: Types) -> ir.Type:
    """A file in a URL or a header is text."""
    lifted = types.bare(parameter.param_schema)
    return ir.Scalar("str") if lifted == ir.Scalar("bytes") else lifted

"""The builder of arguments does what the live tests rely on."""

import enum
from collections.abc import Sequence
from datetime import datetime
from typing import Any, Literal, TypedDict, Unpack
from uuid import UUID

import attrs
import pytest

from tests.live import arguments


class Unset(enum.Enum):
    UNSET = enum.auto()


class Status(enum.Enum):
    ACTIVE = "Active"


class Options(TypedDict, total=False):
    timeout: float


@attrs.define(kw_only=True)
class Body:
    key: UUID
    status: Status | str | Unset = Unset.UNSET
    names: list[str] | Unset | None = Unset.UNSET
    inner: "Body | Unset" = Unset.UNSET


class Users:
    def update(
        self, key: UUID | str, body: Body, *, since: datetime | None = None, **options: Unpack[Options]
    ) -> list[Body]: ...

    def upload(self, body: bytes | Body) -> None: ...


def test_required_arguments_only_then_all():
    (minimal, none), (full, keywords) = arguments.variants(Users().update)
    assert minimal == [arguments.SIMPLE[UUID], Body(key=arguments.SIMPLE[UUID])]
    assert none == {}
    assert full[1].status is Status.ACTIVE
    assert full[1].names == ["urn:acme:7"]
    assert keywords == {"since": arguments.NOW}


def test_a_model_that_holds_itself_ends():
    _, (full, _) = arguments.variants(Users().update)
    depth = 0
    body = full[1]
    while body is not Unset.UNSET:
        depth, body = depth + 1, body.inner
    assert depth == arguments.DEPTH + 1


def test_each_kind_of_body_is_tried():
    kinds = [type(args[0]) for args, _ in arguments.variants(Users().upload)]
    assert kinds == [Body, Body, bytes]


@pytest.mark.parametrize(
    ("hint", "value"),
    [
        (Status | str | None, Status.ACTIVE),
        (UUID | str, arguments.SIMPLE[UUID]),
        (Literal["a", "b"], "a"),
        (dict[str, int], {"key": 7}),
        (Sequence[UUID | str] | None, [arguments.SIMPLE[UUID]]),
        (bool | None, True),
    ],
)
def test_the_narrowest_kind_of_a_union_is_built(hint, value):
    assert arguments.value(hint) == value


def test_a_type_without_a_value_is_told():
    with pytest.raises(arguments.NoValueError, match="complex"):
        arguments.value(complex)


@pytest.mark.parametrize(
    ("answer", "hint", "fits"),
    [
        (None, None, True),
        (1, None, False),
        ([Status.ACTIVE], list[Status], True),
        (["x"], list[Status], False),
        ("x", Status | str, True),
        ({"a": 1}, dict[str, Any], True),
        (1, str, False),
    ],
)
def test_answers_are_compared_with_their_type(answer, hint, fits):
    assert arguments.fits(answer, hint) is fits

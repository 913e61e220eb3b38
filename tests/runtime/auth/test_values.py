"""Tokens and secrets as values."""

import copy
import pickle

import attrs
import pytest
from odc_runtime.auth.header import BearerHeader
from odc_runtime.auth.tokens import Credential, Secret, Token
from odc_runtime.kernel._http import httpx

VALUE = "s3cret-value"
VALUES = [
    Secret(VALUE),
    Credential(VALUE, expires_at=2.0),
    Token(VALUE, obtained_at=1.0, expires_at=2.0, deadline=3.0),
    BearerHeader(Secret(VALUE)),
    BearerHeader(Secret(VALUE)).encode(),
]


@attrs.define
class Holder:
    value: object


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_a_value_does_not_show_its_secret(value):
    """P34: repr of every value that holds a secret is masked, also within containers and attrs classes."""
    shown = [repr(value), repr([value]), f"{value!r}", repr(Holder(value))]
    shown.append(repr(attrs.asdict(Holder(value))))
    assert not [text for text in shown if VALUE in text]
    assert all("***" in text for text in shown)


@pytest.mark.parametrize("value", VALUES[:3], ids=lambda value: type(value).__name__)
def test_str_and_format_are_masked(value):
    """P34: str, format and % show no secret either."""
    for text in (str(value), f"{value}", f"{value!s:>20}", f"{value}"):
        assert VALUE not in text


def test_format_specs_apply_to_the_mask():
    assert f"{Secret(VALUE):>6}" == "   ***"


@pytest.mark.parametrize("value", VALUES[:3], ids=lambda value: type(value).__name__)
def test_vars_and_pickle_give_nothing_away(value):
    """P34: there is no __dict__ to look into, and pickling refuses with the reason."""
    with pytest.raises(TypeError):
        vars(value)
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        with pytest.raises(TypeError, match="not pickled"):
            pickle.dumps(value, protocol)


@pytest.mark.parametrize("value", VALUES[3:], ids=lambda value: type(value).__name__)
def test_a_pickled_header_is_masked(value):
    """P34: the header inside a pickled request is the mask."""
    assert VALUE.encode() not in pickle.dumps(value)
    assert copy.deepcopy(value) is value or copy.deepcopy(value) == value


def test_a_pickled_request_holds_no_token():
    """P34: an httpx request that carries the token can be pickled without it."""
    request = httpx.Request("GET", "https://acme.outsystems.dev")
    request.headers["Authorization"] = BearerHeader(Secret(VALUE))
    assert request.headers["authorization"] == f"Bearer {VALUE}"
    assert VALUE.encode() not in pickle.dumps(request)
    assert VALUE not in repr(request.headers.raw)


@pytest.mark.parametrize("value", VALUES[:3], ids=lambda value: type(value).__name__)
def test_values_are_frozen_and_copy_as_themselves(value):
    """P21: a snapshot never changes once it is made."""
    for name in type(value).__slots__:
        with pytest.raises(AttributeError):
            setattr(value, name, None)
        with pytest.raises(AttributeError):
            delattr(value, name)
    assert copy.copy(value) is value
    assert copy.deepcopy(value) is value


def test_secrets_and_tokens_compare_by_value():
    assert Secret("a") == Secret("a") != Secret("b")
    assert Secret("a") != "a"
    assert Token("a", obtained_at=1, expires_at=2) == Token("a", obtained_at=3, expires_at=4)
    assert len({Secret("a"), Secret("a"), Secret("é")}) == 2
    assert Secret("a")
    assert not Secret("")
    assert Secret("é").reveal() == "é"

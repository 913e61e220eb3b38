"""Decoding a page of 1,000 users from JSON text."""

import enum
import gc
import importlib
import json
import sys
import types
import typing
from uuid import UUID

import attrs
import pydantic
from pydantic.alias_generators import to_camel

from benchmarks.measure import ROOT, interleaved, scratch, table, timed
from benchmarks.peers import Peer
from benchmarks.server import page

USERS = 1000


def our_side():
    """The generated class of a user, and what decodes the items of `users.list` (JSON data -> users)."""
    sys.path.insert(0, str(ROOT / "generated"))
    operation = importlib.import_module("odc_client.identity.users")._LIST
    user = importlib.import_module("odc_client.identity").User
    return user, operation.decode


def hints(kind):
    """A model's type hints, also those imported for type checkers only."""
    from tests.live.arguments import hints as resolve

    return resolve(kind)


def pydantic_twin(hint, made):
    """The same type with pydantic models in the place of attrs classes, and enums closed (faster there)."""
    if isinstance(hint, type) and attrs.has(hint):
        if hint not in made:
            fields = {
                field.alias: (pydantic_twin(hints(hint)[field.name], made) | None, None)
                for field in attrs.fields(hint)
                if not field.name.startswith("_")
            }
            config = pydantic.ConfigDict(alias_generator=to_camel)
            made[hint] = pydantic.create_model(hint.__name__, __config__=config, **fields)
        return made[hint]
    origin, parts = typing.get_origin(hint), typing.get_args(hint)
    if origin in {typing.Union, types.UnionType}:
        enums = [part for part in parts if isinstance(part, type) and issubclass(part, enum.Enum)]
        kept = [part for part in parts if not (enums and part is str)]
        return typing.Union[tuple(pydantic_twin(part, made) for part in kept)]  # noqa: UP007 - built from parts
    if origin is list:
        return list[pydantic_twin(parts[0], made)]
    return hint


def pydantic_page(user):
    """The pydantic model of a page of users."""
    return pydantic.create_model("UserPage", results=(list[pydantic_twin(user, {})], ...))


def run(rounds=40):
    """Measure, and return Markdown."""
    body = page(USERS)
    user, decode_users = our_side()
    twin = pydantic_page(user)
    with scratch() as folder:
        theirs = Peer(ROOT / "specs" / "identity.json", folder).page_model()
        sides = {
            "json.loads alone": lambda: json.loads(body),
            "odc_client": lambda: decode_users(json.loads(body)["results"]),
            "openapi-python-client": lambda: theirs.from_dict(json.loads(body)).results,
            "pydantic v2 (model_validate_json)": lambda: twin.model_validate_json(body).results,
        }
        for name, decode in sides.items():
            answer = decode()
            users = answer["results"] if isinstance(answer, dict) else answer
            assert len(users) == USERS, name
            assert isinstance(users[7], dict) or isinstance(users[7].key, UUID), name
        gc.collect()
        medians = interleaved({name: timed(decode, 5) for name, decode in sides.items()}, rounds)
    targets = {"openapi-python-client": "at least 3", "pydantic v2 (model_validate_json)": "at least 1"}
    return table("Decoding 1,000 users", medians, "odc_client", "ms", targets)

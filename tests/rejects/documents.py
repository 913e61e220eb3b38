"""A sound document, ways to break it, and what is then expected."""

import copy
import json
from pathlib import Path

from odcgen.documents.load import load_document
from odcgen.documents.pointer import split
from odcgen.validate import validate

ABSENT = object()
SCHEMAS = "/components/schemas"
PET = f"{SCHEMAS}/Pet"
NAME = f"{PET}/properties/name"
GET = "/paths/~1pets~1{id}/get"
POST = "/paths/~1pets/post"
PATH_PARAMETER = f"{GET}/parameters/0"
QUERY_PARAMETER = f"{GET}/parameters/1"
OK = f"{GET}/responses/200"

SOUND = {
    "openapi": "3.0.3",
    "info": {"title": "Pets", "version": "1"},
    "servers": [
        {
            "url": "https://{host}/api",
            "variables": {"host": {"default": "example.invalid", "enum": ["example.invalid"]}},
        }
    ],
    "tags": [{"name": "pets"}],
    "security": [{"bearer": []}],
    "paths": {
        "/pets/{id}": {
            "get": {
                "operationId": "getPet",
                "tags": ["pets"],
                "parameters": [
                    {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}},
                    {"name": "limit", "in": "query", "schema": {"type": "integer", "default": 10}},
                ],
                "responses": {
                    "200": {
                        "description": "ok",
                        "headers": {"X-Rate": {"schema": {"type": "integer"}}},
                        "content": {
                            "application/json": {
                                "schema": {"$ref": "#/components/schemas/Pet"},
                                "examples": {"one": {"value": {"$ref": "data"}}},
                            }
                        },
                    },
                    "default": {"$ref": "#/components/responses/Problem"},
                },
            }
        },
        "/pets": {
            "post": {
                "operationId": "createPet",
                "requestBody": {
                    "required": True,
                    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}},
                },
                "responses": {"201": {"description": "made"}},
            }
        },
    },
    "components": {
        "schemas": {
            "Pet": {
                "type": "object",
                "required": ["name"],
                "properties": {
                    "name": {"type": "string", "maxLength": 50},
                    "kind": {"$ref": "#/components/schemas/Kind"},
                },
            },
            "Kind": {"type": "string", "enum": ["cat", "dog"]},
        },
        "responses": {"Problem": {"description": "not ok"}},
        "securitySchemes": {"bearer": {"type": "http", "scheme": "bearer"}},
    },
}


def broken(changes, version="3.0.3"):
    """The sound document with the values at some pointers set, or taken away where they are ABSENT."""
    data = copy.deepcopy(SOUND)
    data["openapi"] = version
    for pointer, value in changes.items():
        *parents, last = split(pointer)
        holder = data
        for name in parents:
            holder = holder[int(name)] if isinstance(holder, list) else holder.setdefault(name, {})
        if value is ABSENT:
            del holder[int(last) if isinstance(holder, list) else last]
        elif isinstance(holder, list):
            holder[int(last) :] = [value]
        else:
            holder[last] = value
    return data


def text_of(data):
    return json.dumps(data, indent=1).encode()


def check(data):
    """Load and validate `data` as the text of a file."""
    document = load_document(Path("pets.json"), text_of(data))
    validate(document)


def line_of(data, pointer):
    """The line of `pointer`, or of its closest ancestor, found by putting a mark there."""
    marked = copy.deepcopy(data)
    holder, key, value = None, None, marked
    for name in split(pointer):
        step = int(name) if isinstance(value, list) and name.isdecimal() else name
        try:
            holder, key, value = value, step, value[step]
        except (KeyError, IndexError, TypeError):
            break
    if holder is None:
        return 1
    holder[key] = "@@mark@@"
    lines = text_of(marked).decode().splitlines()
    return next(number for number, line in enumerate(lines, 1) if "@@mark@@" in line)

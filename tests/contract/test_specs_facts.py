"""specs/ carries every interface fact of the upstream documents, and no sentence of theirs.

The facts of both sides are read by a walker of its own, which knows prose and calls all else a fact; it
shares nothing with the code that made specs/.
"""

import json
import re
import tomllib
from functools import cache

import pytest
import yaml

PROSE = {"description", "summary", "title", "example", "examples", "externalDocs", "contact", "license"}
MAPS = {
    *("paths", "properties", "schemas", "responses", "parameters", "headers", "content", "variables"),
    *("encoding", "securitySchemes", "requestBodies", "callbacks", "links", "mapping", "scopes"),
}
VALUES = {"default", "enum", "const"}
SETS = {"required"}


@cache
def sources(root):
    catalog = tomllib.loads((root / "specs" / "catalog.toml").read_text("utf-8"))
    return {entry["name"]: entry["source"] for entry in catalog["documents"]}


def ours(root, name):
    return json.loads((root / "specs" / f"{name}.json").read_text("utf-8"))


def theirs(root, shared, name):
    return json.loads((shared / "odc-specs" / sources(root)[name]).read_bytes().decode("utf-8-sig"))


def facts(document):
    """Return the facts of a document as a set of (place, value)."""
    kept = {name: value for name, value in document.items() if name not in ("openapi", "tags", "info")}
    found = {("openapi", document["openapi"].rpartition(".")[0])}
    found |= {(f"info/{name}", document["info"][name]) for name in ("title", "version")}
    for method, path, operation in operations(document):
        found |= {(f"permission of {method} {path}", name) for name in permissions(operation)}
        found |= {(f"removal of {method} {path}", day) for day in removals(operation)}
    return found | set(leaves(kept, "", names=False))


def leaves(node, place, *, names):
    if isinstance(node, dict):
        yield place, "{}"
        for key, value in node.items():
            if not names and (key in PROSE or key.startswith("x-")):
                continue
            if not names and key in VALUES:
                yield f"{place}/{key}", json.dumps(value, sort_keys=True)
            elif not names and key in SETS and isinstance(value, list):
                yield from ((f"{place}/{key}", item) for item in value)
            else:
                is_map = not names and key in MAPS and isinstance(value, dict)
                yield from leaves(value, f"{place}/{key}", names=is_map)
    elif isinstance(node, list):
        yield place, "[]"
        for index, value in enumerate(node):
            yield from leaves(value, f"{place}/{index}", names=False)
    else:
        yield place, (type(node).__name__, node)


def operations(document):
    for path, item in document["paths"].items():
        for method, operation in item.items():
            if isinstance(operation, dict) and "responses" in operation:
                yield method, path, operation


def permissions(operation):
    if "x-odcgen-permissions" in operation:
        return set(operation["x-odcgen-permissions"])
    text = f"{operation.get('description')} {operation.get('x-os-permissions')}"
    return {bold for bold in text.split("**")[1::2] if " > " in bold}


def removals(operation):
    if "x-odcgen-removal" in operation:
        return {operation["x-odcgen-removal"]}
    return set(re.findall(r"removed on or after ([\d-]+)", operation.get("description") or ""))


def test_every_upstream_document_has_a_record(root, shared):
    assert set(sources(root).values()) == {path.name for path in (shared / "odc-specs").glob("*.json")}
    assert {f"{name}.json" for name in sources(root)} == {
        path.name for path in (root / "specs").glob("*.json")
    }


def test_every_fact_is_the_same(root, shared):
    total = 0
    for name in sources(root):
        record, original = facts(ours(root, name)), facts(theirs(root, shared, name))
        assert record - original == set(), name
        assert original - record == set(), name
        total += len(record)
    assert total > 15_000


def test_all_operations_and_their_permissions_are_there(root):
    found = [operation for name in sources(root) for _, _, operation in operations(ours(root, name))]
    assert len(found) == 163
    # Trap 13: 141 operations speak of permissions; 12 of them ask for no particular one.
    assert sum(bool(permissions(operation)) for operation in found) == 129
    assert all(" > " in permission for operation in found for permission in permissions(operation))


def schema(document, name):
    return document["components"]["schemas"][name]


def prop(document, name, property_name):
    return schema(document, name)["properties"][property_name]


def users(document):
    return document["paths"]["/users"]["get"]


MUTATIONS = {
    "an enum value": lambda d: schema(d, "UserProfileStatus")["enum"].__setitem__(0, "Activ"),
    "the order of an enum": lambda d: schema(d, "UserProfileStatus")["enum"].reverse(),
    "a required property": lambda d: schema(d, "ForeignClaimModel")["required"].remove("name"),
    "a required parameter": lambda d: d["paths"]["/users/{key}"]["get"]["parameters"][0].pop("required"),
    "a property": lambda d: schema(d, "GrantPeriodApiModel")["properties"].popitem(),
    "a type": lambda d: prop(d, "UserProfileCountApiResponse", "userCount").update(type="number"),
    "a format": lambda d: prop(d, "GroupCreateResponse", "key").pop("format"),
    "nullability": lambda d: prop(d, "GroupCreateRequest", "name").pop("nullable"),
    "a length": lambda d: prop(d, "ForeignClaimModel", "name").update(minLength=2),
    "allOf": lambda d: prop(d, "UserProfileApiResponse", "access").pop("allOf"),
    "additionalProperties": lambda d: schema(d, "GrantPeriodApiModel").pop("additionalProperties"),
    "readOnly": lambda d: prop(d, "PageInfoWithTotalsApi", "totalPages").pop("readOnly"),
    "an operation": lambda d: d["paths"]["/users"].pop("post"),
    "a path": lambda d: d["paths"].update({"/people": d["paths"].pop("/users")}),
    "an operation id": lambda d: users(d).update(operationId="ListUsers"),
    "the order of parameters": lambda d: users(d)["parameters"].reverse(),
    "a parameter": lambda d: users(d)["parameters"].pop(),
    "a status": lambda d: users(d)["responses"].pop("429"),
    "a media type": lambda d: d["paths"]["/users"]["post"]["requestBody"]["content"].pop(
        "application/*+json"
    ),
    "an operation's tag": lambda d: users(d)["tags"].clear(),
    "a permission": lambda d: users(d)["x-odcgen-permissions"].pop(),
    "security": lambda d: d["security"].clear(),
    "a server": lambda d: d["servers"][1].update(url="https://{odc-portal-domain}/api/identity/v2"),
    "a server variable": lambda d: d["servers"][1]["variables"]["odc-portal-domain"].update(default="acme"),
    "the version": lambda d: d["info"].update(version="v2"),
}


@pytest.mark.parametrize("lost", MUTATIONS)
def test_a_changed_fact_does_not_go_unnoticed(root, lost):
    document = ours(root, "identity")
    before = facts(document)
    MUTATIONS[lost](document)
    assert facts(document) != before


def test_no_member_of_a_record_goes_unread(root):
    """Whatever a record holds beside its phrases and our extensions is one of the facts that are compared."""
    for name in sources(root):
        document = ours(root, name)
        read = {place for place, _ in facts(document)}
        for place in members(document, ""):
            assert any(part in read for part in ancestry(place)), f"{name} {place}"


def members(node, place):
    if isinstance(node, dict):
        for key, value in node.items():
            if not (key == "description" and "/responses/" in place) and not key.startswith("x-odcgen-"):
                yield from members(value, f"{place}/{key}")
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from members(value, f"{place}/{index}")
    else:
        yield place


def ancestry(place):
    """Return the place itself, and the list or the default that it is a part of."""
    yield place
    yield place.removeprefix("/")
    for keyword in VALUES | SETS:
        head, found, tail = place.rpartition(f"/{keyword}")
        if found and tail.count("/") <= 1:
            yield head + found


def words(text):
    return re.sub(r"[^a-z0-9]+", " ", re.sub("['\u2019]", "", text.lower())).split()


def upstream_texts(shared):
    def walk(node):
        if isinstance(node, dict):
            for key, value in node.items():
                if key in (*PROSE, "x-os-permissions") and isinstance(value, str):
                    yield value
                else:
                    yield from walk(value)
        elif isinstance(node, list):
            for value in node:
                yield from walk(value)

    for path in [*(shared / "odc-specs").glob("*.json"), *(shared / "odc-history").glob("*/*.json")]:
        yield from walk(json.loads(path.read_bytes().decode("utf-8-sig")))


def test_no_upstream_sentence_is_left(root, shared):
    """No sentence of six words or more, in documents, overlays or notes."""
    texts = set(upstream_texts(shared))
    sentences = {" ".join(words(part)) for text in texts for part in re.split(r"(?<=[.!?])\s+|\n+", text)}
    sentences = {sentence for sentence in sentences if sentence.count(" ") >= 5}
    assert len(sentences) > 800
    files = [path for path in (root / "specs").rglob("*") if path.is_file()]
    assert len(files) >= 30
    for path in files:
        text = f" {' '.join(words(path.read_text('utf-8')))} "
        assert [sentence for sentence in sentences if f" {sentence} " in text] == [], path.name


def test_our_texts_are_in_our_own_words(root, shared):
    """No six words of an overlay's text follow each other as upstream."""
    six = {run for text in set(upstream_texts(shared)) for run in runs(text)}
    for path in sorted((root / "specs" / "overlays").glob("*.yaml")):
        for action in yaml.safe_load(path.read_text("utf-8"))["actions"]:
            update = action.get("update") or {}
            for text in (action.get("description"), update.get("summary"), update.get("description")):
                assert not six & set(runs(text or "")), f"{path.name}: {text}"


def runs(text):
    found = words(text)
    return [tuple(found[index : index + 6]) for index in range(len(found) - 5)]

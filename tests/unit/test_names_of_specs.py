"""The public names that the overlays pin: complete, alike across the APIs, free of upstream's jargon."""

import json
import keyword
import re
from functools import cache
from pathlib import Path

import pytest
import yaml
from odcgen.overlay import apply, load_overlay

SPECS = Path(__file__).resolve().parents[2] / "specs"
APIS = sorted(path.stem for path in SPECS.glob("*.json"))

VERBS = {
    "GET": {"list", "get", "count"},
    "POST": {"create", "start", "search", "grant", "check", "suggest", "validate"}
    | {"activate", "deactivate", "rotate"},
    "PUT": {"replace"},
    "PATCH": {"update", "set"},
    "DELETE": {"delete", "revoke"},
}
# Upstream answers a new pre-signed URL to a GET here and to a POST in the asset repository.
OTHER_VERBS = {"external_libraries.uploads.create"}
# One thing, although the answer wraps it in a list.
WHOLES = {
    "code_quality.findings.get_trend",
    "code_quality.patterns.get",
    "dependency_management.revisions.get_producer_graph",
}
# There is one of each, for the organization, an environment or a build.
SINGLETONS = {"analysis_status", "default_domain", "generated_code", "ip_filter_group", "private_gateway"}
JARGON = re.compile(
    r"api|app(?=s?overview)|controller|dto|idp|int32|nullable|paged|paginated|patched|readmodel|request|response"
    r"|servicemodel|v\d|bulkapi|profile(?!patch|create|linking)",
    re.IGNORECASE,
)


@cache
def overlaid(api):
    data = json.loads((SPECS / f"{api}.json").read_text("utf-8"))
    return apply(data, load_overlay(SPECS / "overlays" / f"{api}.yaml"))


def operations(api):
    for path, item in overlaid(api)["paths"].items():
        for method, operation in item.items():
            yield method.upper(), path, operation


@cache
def table():
    """Return (public name, method, path, operation) of all operations."""
    return [
        (f"{api}.{operation.get('x-odcgen-name')}", method, path, operation)
        for api in APIS
        for method, path, operation in operations(api)
    ]


def schemas(api):
    return overlaid(api)["components"]["schemas"]


def resolve(api, schema):
    """Follow `$ref` and `allOf` of one member."""
    while "$ref" in schema or "allOf" in schema:
        schema = schema["allOf"][0] if "allOf" in schema else schemas(api)[schema["$ref"].rpartition("/")[2]]
    return schema


def answer(api, operation):
    for status in ("200", "201", "202"):
        content = operation["responses"].get(status, {}).get("content", {})
        if "application/json" in content:
            return resolve(api, content["application/json"]["schema"])
    return {}


def is_list(schema, items="results"):
    properties = schema.get("properties") or {}
    alone = items != "results" or properties.keys() <= {items, "page"}
    return items in properties and alone and properties[items].get("type") == "array"


def is_keyword(name):
    return keyword.iskeyword(name) or keyword.issoftkeyword(name)


def snake(name):
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", re.sub(r"\W+", "_", name)).lower()


def camel(name):
    return "".join(word.capitalize() for word in name.split("_"))


@pytest.mark.parametrize("api", APIS)
def test_every_action_of_every_overlay_matches(api):
    assert overlaid(api)["paths"]


def test_every_overlay_names_its_document():
    for api in APIS:
        overlay = yaml.safe_load((SPECS / "overlays" / f"{api}.yaml").read_text("utf-8"))
        assert overlay["overlay"] == "1.0.0"
        assert overlay["extends"] == f"../{api}.json"


def test_all_163_operations_have_a_name_of_their_own():
    names = [name for name, *_ in table()]
    assert len(names) == len(set(names)) == 163
    for name in names:
        assert re.fullmatch(r"[a-z][a-z0-9_]*\.[a-z][a-z_]*\.[a-z][a-z_]*", name), name
        assert not any(is_keyword(part) for part in name.split(".")), name


def test_all_163_operations_are_summarised_in_one_line():
    for name, _, _, operation in table():
        summary = operation.get("summary", "")
        assert re.fullmatch(r"[A-Z][^\n]{8,110}\.", summary), f"{name}: {summary!r}"
        verb = summary.split()[0]
        assert not verb.endswith("s"), f"{name}: a summary begins with an imperative, not with {verb}"


def test_methods_are_verbs_that_fit_their_http_method():
    for name, method, _, _ in table():
        if name not in OTHER_VERBS:
            assert name.rpartition(".")[2].split("_")[0] in VERBS[method], f"{name}: {method}"


def test_resources_are_plural_nouns():
    for name in {name.split(".")[1] for name, *_ in table()}:
        assert name.endswith("s") or name in SINGLETONS, name


def test_what_lists_is_called_list_and_nothing_else():
    for name, _, _, operation in table():
        api, _, method = name.split(".")
        items = operation.get("x-odcgen-paging", {}).get("items", "results")
        lists = is_list(answer(api, operation), items)
        assert lists == (method.split("_")[0] in ("list", "search") or name in WHOLES), name


def test_what_starts_can_be_waited_for():
    """Each `start` has a polled `get` beside it, which names states that its answer really knows."""
    polls = [entry for entry in table() if "x-odcgen-poll" in entry[3]]
    assert len(polls) == 11
    starts = {name.rpartition(".")[0] for name, *_ in table() if name.endswith(".start")}
    assert starts == {name.removesuffix(".get") for name, *_ in polls}
    for name, _, path, operation in polls:
        api, poll = name.split(".")[0], operation["x-odcgen-poll"]
        assert f"{{{poll['key']}}}" in path, name
        status = resolve(api, answer(api, operation)["properties"][poll["status"]])
        states = [*poll["done"], *poll["failed"], *poll.get("pause", ())]
        assert len(states) == len(set(states)), name
        assert set(states) <= set(status.get("enum", states)), name


def test_names_of_the_design_are_there():
    names = {name for name, *_ in table()}
    assert {"identity.users.list", "identity.users.update", "builds.build_operations.start"} <= names
    pinned = {schema.get("x-odcgen-name") for schema in schemas("identity").values()}
    assert {"User", "UserStatus", "UserProfilePatch"} <= pinned
    for name in ("BuildDetails", "BuildResponse"):
        assert schemas("builds")[name]["properties"]["buildKey"]["x-odcgen-name"] == "key"


def is_hidden(name, schema):
    """Pages and their lists are answers that no caller meets."""
    return "PageInfo" in name or is_list(schema)


@pytest.mark.parametrize("api", APIS)
def test_every_model_has_a_name_of_its_own(api):
    taken = {camel(name.split(".")[1]).lower() for name, *_ in table() if name.startswith(f"{api}.")}
    assert taken
    for wire, schema in schemas(api).items():
        if is_hidden(wire, schema):
            continue
        name = schema.get("x-odcgen-name", "")
        assert re.fullmatch(r"(?:[A-Z][a-z0-9]+)+", name), f"{wire}: {name!r}"
        assert name.lower() not in taken, f"{wire}: {name}"
        assert name == "ProblemDetails" or schema["description"].endswith("."), name
        taken.add(name.lower())


@pytest.mark.parametrize("api", APIS)
def test_no_upstream_jargon_is_public(api):
    names = [schema["x-odcgen-name"] for schema in schemas(api).values() if "x-odcgen-name" in schema]
    names += [name.partition(".")[2] for name, *_ in table() if name.startswith(f"{api}.")]
    names.remove("ProblemDetails")
    for name in names:
        plain = re.sub("IdentityProvider", "", name).replace("_", "")
        assert not JARGON.search(plain), name


def test_bodies_are_named_after_what_they_ask_for():
    endings = {"POST": ("Create", "Search", "Query", "Grant"), "PATCH": ("Patch",), "DELETE": ("Revocation",)}
    for name, method, _, operation in table():
        content = operation.get("requestBody", {}).get("content", {})
        if "application/json" in content:
            api = name.split(".")[0]
            body = resolve(api, content["application/json"]["schema"])["x-odcgen-name"]
            # The organization's configuration is read and written as the same object.
            assert body.endswith(endings[method]) or body == "OrganizationConfiguration", f"{name}: {body}"


def test_bodies_can_be_left_out_only_where_that_asks_for_something():
    optional = {
        name
        for name, _, _, operation in table()
        if "requestBody" in operation and not operation["requestBody"].get("required")
    }
    assert optional == {"identity.users.revoke_organization_role"}


def test_every_parameter_is_explained_in_one_line():
    for name, _, _, operation in table():
        for parameter in operation.get("parameters", ()):
            text = parameter.get("description", "")
            assert re.fullmatch(r"[A-Z][^\n]{8,120}\.", text), f"{name}({parameter['name']}): {text!r}"


def test_parameters_of_an_operation_have_distinct_python_names():
    for name, _, _, operation in table():
        parameters = operation.get("parameters", ())
        python = [parameter.get("x-odcgen-name") or snake(parameter["name"]) for parameter in parameters]
        assert len(set(python)) == len(python), name
        for argument in python:
            assert argument.isidentifier(), f"{name}({argument})"
            assert not keyword.iskeyword(argument), f"{name}({argument})"
            assert not argument.startswith(("metadata_", "by_")), f"{name}({argument})"


def test_the_same_thing_has_the_same_name_everywhere():
    """A revision is a `revision`, whatever the path calls it; a sort order is a `sort`."""
    for name, _, _, operation in table():
        for parameter in operation.get("parameters", ()):
            python = parameter.get("x-odcgen-name") or snake(parameter["name"])
            assert python not in {"revision_number", "baseline_revision", "sort_by", "type", "key"}, name
            assert not python.startswith(("app_", "show_", "fetch_")), f"{name}({python})"
            assert "built_in" not in python, f"{name}({python})"


def test_nouns_that_take_several_values_are_plural():
    for name, _, _, operation in table():
        for parameter in operation.get("parameters", ()):
            if parameter["schema"].get("type") == "array":
                python = parameter.get("x-odcgen-name") or snake(parameter["name"])
                assert python.endswith("s") or python in {"embed", "sort", "group_by"}, f"{name}({python})"


# What is called a key and is none of ODC's: a certificate's, a setting's metadata, Apple's, a detail's.
FOREIGN_KEYS = {"cname_key", "key_id", "team_id", "detail_key", "metadata_key"}


def test_every_key_is_a_uuid_in_answers_and_arguments():
    for api in APIS:
        for wire, schema in schemas(api).items():
            for name, prop in (schema.get("properties") or {}).items():
                python = prop.get("x-odcgen-name") or snake(name)
                if (api, wire) != ("native_mobile_builds", "Metadata") and python not in FOREIGN_KEYS:
                    assert_key(f"{api}.{wire}.{python}", python, prop)
    for name, _, _, operation in table():
        for parameter in operation.get("parameters", ()):
            python = parameter.get("x-odcgen-name") or snake(parameter["name"])
            if python not in FOREIGN_KEYS:
                assert_key(f"{name}({python})", python, parameter["schema"])


def assert_key(where, python, schema):
    if re.search(r"(^|_)keys?$", python):
        text = schema["items"] if schema.get("type") == "array" else schema
        assert (text["type"], text.get("format")) == ("string", "uuid"), where


def test_every_instant_is_a_datetime_and_every_day_a_date():
    """Told by the name; two are month-day-year, two of add-ons are documented as neither: these stay strings."""
    for name, schema in _moments():
        assert schema.get("format") in ("date-time", "date"), name


def _moments():
    when = re.compile(r"(^|_)(at|since|to|on|date)$")
    others = {"end_of_life_date", "end_of_support_date", "start_date", "end_date"}
    for api in APIS:
        for wire, schema in schemas(api).items():
            for name, prop in (schema.get("properties") or {}).items():
                if when.search(snake(name)) and snake(name) not in others and prop.get("type") == "string":
                    yield f"{api}.{wire}.{name}", prop
    for name, _, _, operation in table():
        for parameter in operation.get("parameters", ()):
            if when.search(snake(parameter["name"])):
                yield f"{name}({parameter['name']})", parameter["schema"]


def test_properties_have_python_names():
    for api in APIS:
        for wire, schema in schemas(api).items():
            properties = (schema.get("properties") or {}).items()
            python = [prop.get("x-odcgen-name") or snake(name) for name, prop in properties]
            assert len(set(python)) == len(python), wire
            for name in python:
                assert name.isidentifier(), f"{wire}: {name}"
                assert not keyword.iskeyword(name), f"{wire}: {name}"
                assert not name.startswith(("_", "c_name", "i_os")), f"{wire}: {name}"


def test_members_of_enums_are_named_one_by_one():
    for api in APIS:
        for wire, schema in schemas(api).items():
            names = schema.get("x-enum-varnames")
            if names is not None:
                assert len(names) == len(set(names)) == len(schema["enum"]), wire
                assert all(re.fullmatch(r"[A-Z][A-Z0-9_]*", name) for name in names), wire


def test_what_is_required_exists():
    for api in APIS:
        for wire, schema in schemas(api).items():
            required = schema.get("required", [])
            assert len(required) == len(set(required)), wire
            assert set(required) <= set(schema.get("properties", {})), wire

"""Operations: names, paging, waiting, permissions, security, servers, deprecation."""

import importlib
import inspect

import httpx
import pytest
from odcgen.errors import ConfigError, DocumentError, LostOperationError, OdcgenError

from tests.generating import endpoint, run, schemas

THING = {"$ref": "#/components/schemas/Thing"}
LIST = """
Thing: {type: object, properties: {id: {type: integer}}}
Things:
  type: object
  properties:
    results: {type: array, items: {$ref: '#/components/schemas/Thing'}}
    page: {$ref: '#/components/schemas/Page'}
Page: {type: object, properties: {nextPageOffset: {type: integer, nullable: true}}}
"""


def operation(**fields):
    return {"responses": {"204": {"description": ""}}} | fields


def paths(**items):
    """Paths and their methods, such as `things="get post"`; `_` in a name is `/`."""
    return {
        "paths": {
            "/" + name.replace("__", "/"): {method: operation() for method in methods.split()}
            for name, methods in items.items()
        }
    }


def names(package):
    """The public names of a package's operations by method and path."""
    return {
        f"{item.method} {item.path.text}": f"{resource.name}.{item.name}"
        for api in package.ir.apis
        for resource in api.resources
        for item in resource.operations
    }


# Names


def test_names_come_from_path_and_method(generate):
    document = {
        "paths": {
            "/users": {"get": {"responses": {"200": {"description": "", "content": {"application/json": {
                "schema": {"type": "array", "items": {"type": "string"}}}}}}}, "post": operation()},
            "/users/{key}": {
                "parameters": [{"name": "key", "in": "path", "required": True, "schema": {"type": "string"}}],
                **{method: operation() for method in ("get", "put", "patch", "delete")},
            },
            "/users/count": {"get": operation()},
        }
    }  # fmt: skip
    assert names(generate(document)) == {
        "GET /users": "users.list",
        "POST /users": "users.create",
        "GET /users/{key}": "users.get",
        "PUT /users/{key}": "users.replace",
        "PATCH /users/{key}": "users.update",
        "DELETE /users/{key}": "users.delete",
        "GET /users/count": "count.get",
    }


def test_no_two_operations_share_a_name(generate):
    document = paths(a__users="get", b__users="get", users="get", **{"Users": "get", "use-rs": "get"})
    found = names(generate(document))
    assert len(found) == len(set(found.values())) == 5


def test_pinned_names_win_over_derived_ones(generate):
    overlay = """
        overlay: 1.0.0
        info: {title: Names, version: "1"}
        actions:
        - {target: "$.paths['/a/users'].get", update: {x-odcgen-name: users.get}}
        - {target: "$.paths['/users'].post", update: {x-odcgen-name: members.invite}}
        """
    found = names(generate(paths(users="get post", a__users="get"), overlay))
    assert found["GET /a/users"] == "users.get"
    assert found["POST /users"] == "members.invite"
    assert found["GET /users"] != "users.get"


def test_a_name_pinned_twice_is_a_warning_and_derived(generate):
    document = paths(a="get", b="get")
    for path in ("/a", "/b"):
        document["paths"][path]["get"]["x-odcgen-name"] = "things.get"
    package = generate(document)
    assert sorted(names(package).values()) == ["b.get", "things.get"]
    assert "/paths/~1b/get" in package.ir.apis[0].warnings[0]


@pytest.mark.parametrize(
    "pinned",
    [
        "models.list",
        "auth.get",
        "hooks.list",
        "class.import",
        "a.__init__",
        "a.str",
        "a._call",
        "a.None",
        "1.2",
    ],
)
def test_a_pinned_name_cannot_break_the_package(generate, pinned):
    document = paths(a="get")
    document["paths"]["/a"]["get"]["x-odcgen-name"] = pinned
    package = generate(document)
    resource, _, method = next(iter(names(package).values())).partition(".")
    client = package.client(204)
    assert getattr(getattr(client.api, resource), method)() is None
    assert package.import_all()


@pytest.mark.parametrize(
    "word", ["resource", "operation", "paging", "query", "any", "uuid", "list", "type", "poll"]
)
def test_a_resource_of_any_name_works(generate, word):
    array = {"type": "array", "items": {"type": "string", "format": "uuid"}}
    package = generate(endpoint(array, path=f"/{word}"))
    client = package.client([])
    resource = next(iter(names(package).values())).partition(".")[0]
    assert getattr(client.api, resource).list() == []


def test_duplicate_operation_ids_lose_nothing(generate):
    document = paths(domains="get", ip_filters="get")
    for item in document["paths"].values():
        item["get"]["operationId"] = "Domains_Get"
    assert len(names(generate(document))) == 2


def test_tags_that_differ_in_case_and_spaces_lose_nothing(generate):
    document = paths(a="get", b="get", c="get")
    for path, tag in (("/a", "IP filters"), ("/b", "IP Filters"), ("/c", "ip_filters")):
        document["paths"][path]["get"]["tags"] = [tag]
    assert len(names(generate(document))) == 3


@pytest.mark.parametrize("method", ["get", "put", "post", "delete", "options", "head", "patch", "trace"])
def test_every_http_method_is_called(generate, method):
    package = generate(paths(things=method))
    client = package.client(204)
    resource, _, name = next(iter(names(package).values())).partition(".")
    getattr(getattr(client.api, resource), name)()
    assert client.asked[0].method == method.upper()


# Operations in, methods out


def test_a_lost_operation_fails_the_run_with_the_pointer_of_each(generate, monkeypatch):
    adapt = importlib.import_module("odcgen.adapter.adapt")
    real = adapt.lift_operation

    def lift(node, *others):
        if node.path != "/b":
            raise DocumentError(f"No {node.path}")
        return real(node, *others)

    monkeypatch.setattr(adapt, "lift_operation", lift)
    with pytest.raises(LostOperationError) as caught:
        generate(paths(a="get", b="get", c="post"))
    assert caught.value.pointer == "/paths/~1a/get"
    assert "/paths/~1c/post" in str(caught.value)
    assert "No /a. No /c." in str(caught.value)
    assert "ignore" in caught.value.hint


UNREADABLE = {"type": "object", "properties": {"size": {"type": "string", "minLength": 1e30}}}


def test_what_the_document_model_cannot_read_is_named_with_its_place_and_the_operation(generate):
    """The model takes a number beyond 64 bits for no length."""
    document = endpoint({"$ref": "#/components/schemas/Odd one"}) | {
        "components": {"schemas": {"Odd one": UNREADABLE}}
    }
    with pytest.raises(LostOperationError, match="/components/schemas/Odd one/properties/size") as caught:
        generate(document)
    assert caught.value.pointer == "/paths/~1things/get"
    assert "\n" not in str(caught.value)


def test_what_no_operation_reaches_may_be_unreadable(generate):
    document = endpoint(THING) | schemas(LIST)
    document["components"]["schemas"]["Odd"] = UNREADABLE
    document["paths"]["/odd"] = endpoint({"$ref": "#/components/schemas/Odd"})["paths"]["/things"]
    package = generate(document, ignored=frozenset({"api GET /odd"}))
    assert package.models.__all__ == ["Thing"]


def test_an_extension_among_the_answers_is_no_status(generate):
    document = endpoint({"type": "string"})
    document["paths"]["/things"]["get"]["responses"]["x-note"] = {"any": 1}
    package = generate(document)
    (operation,) = package.ir.apis[0].resources[0].operations
    assert operation.statuses == ("200",)


def test_an_ignored_operation_is_left_out(generate):
    package = generate(paths(a="get", b="get post"), ignored=frozenset({"api GET /b", "other GET /a"}))
    assert set(names(package)) == {"GET /a", "POST /b"}


def test_an_operation_to_ignore_must_be_there(generate):
    with pytest.raises(ConfigError, match="api GET /c"):
        generate(paths(a="get"), ignored=frozenset({"api GET /c"}))


def test_an_operation_of_a_referenced_path_item_is_not_lost(generate):
    document = {
        "openapi": "3.1.0",
        "paths": {"/a": {"$ref": "#/components/pathItems/Shared"}, "/b": {"get": operation()}},
        "components": {"pathItems": {"Shared": {"get": operation(), "post": operation()}}},
    }
    assert set(names(generate(document))) == {"GET /a", "POST /a", "GET /b"}


def test_a_document_without_operations_becomes_a_package_of_models_and_a_warning(generate):
    content = {"paths": {}} | schemas("Thing: {type: object, properties: {name: {type: string}}}")
    package = generate(content)
    assert package.module("api.models").Thing.decode({"name": "x"}).name == "x"
    assert "no operations" in package.ir.apis[0].warnings[0]


# Selection


def test_a_selection_keeps_the_chosen_methods_and_the_models_they_reach(generate):
    document = endpoint(THING) | schemas("""
        Thing: {type: object, properties: {part: {$ref: '#/components/schemas/Part'}}}
        Part: {type: object, properties: {kind: {type: string, enum: [a]}}}
        Other: {type: object, properties: {id: {type: integer}}}
        """)
    document["paths"] |= endpoint({"$ref": "#/components/schemas/Other"}, path="/others")["paths"]
    package = generate(document, operations=frozenset({"api.things.get"}))
    assert list(names(package).values()) == ["things.get"]
    assert sorted(package.models.__all__) == ["Part", "PartKind", "Thing"]
    assert not hasattr(package.client().api, "others")


def test_a_selection_of_what_does_not_exist_is_an_error(generate):
    with pytest.raises(OdcgenError, match=r"api\.things\.nope"):
        generate(paths(things="get"), operations=frozenset({"api.things.get", "api.things.nope"}))
    with pytest.raises(OdcgenError, match="nope"):
        generate(paths(things="get"), apis=frozenset({"nope"}))


# Paging


def listing(*parameters, method="get", body=None):
    declared = [
        {"name": name, "in": "query", "schema": {"type": kind}}
        for name, kind in (parameter.split(":") for parameter in parameters)
    ]
    return endpoint(
        {"$ref": "#/components/schemas/Things"}, method=method, parameters=declared, sent=body
    ) | schemas(LIST)


PAGES = (
    {"results": [{"id": 1}, {"id": 2}], "page": {"nextPageOffset": 2}},
    {"results": [{"id": 3}], "page": {"nextPageOffset": None}},
)


@pytest.mark.parametrize(("limit", "offset"), [("limit", "offset"), ("Limit", "Offset"), ("LIMIT", "OFFSET")])
def test_a_list_follows_its_pages(generate, limit, offset):
    package = generate(listing(f"{limit}:integer", f"{offset}:integer"))
    client = package.client(*PAGES)
    assert [thing.id for thing in client.api.things.list(limit=2)] == [1, 2, 3]
    assert [dict(request.url.params) for request in client.asked] == [
        {limit: "2"},
        {limit: "2", offset: "2"},
    ]
    assert sorted(package.models.__all__) == ["Thing"]


def test_the_async_twin_follows_its_pages(generate):
    package = generate(listing("limit:integer", "offset:integer"))

    async def call():
        return [thing.id async for thing in package.async_client(*PAGES).api.things.list()]

    assert run(call()) == [1, 2, 3]


def test_offsets_may_be_text(generate):
    client = generate(listing("limit:integer", "offset:string")).client(
        {"results": [{"id": 1}], "page": {"nextPageOffset": "abc"}}, {"results": [{"id": 2}]}
    )
    assert [thing.id for thing in client.api.things.list()] == [1, 2]
    assert client.asked[1].url.params["offset"] == "abc"


def test_limit_and_offset_may_stand_in_the_body(generate):
    search = {
        "type": "object",
        "properties": {
            "text": {"type": "string"},
            "limit": {"type": "integer"},
            "offset": {"type": "integer"},
        },
    }
    client = generate(listing(method="post", body=search)).client(*PAGES)
    assert [thing.id for thing in client.api.things.create(text="x")] == [1, 2, 3]
    assert [request.content for request in client.asked] == [b'{"text":"x"}', b'{"text":"x","offset":2}']


def test_a_list_without_an_offset_has_one_page(generate):
    client = generate(listing()).client(*PAGES)
    assert [thing.id for thing in client.api.things.list()] == [1, 2]
    assert len(client.asked) == 1


def test_an_answer_with_more_beside_its_results_is_no_list(generate):
    document = listing("limit:integer", "offset:integer")
    document["components"]["schemas"]["Things"]["properties"]["total"] = {"type": "integer"}
    package = generate(document)
    things = package.client(PAGES[0] | {"total": 5}).api.things.get()
    assert (things.total, things.results[0].id) == (5, 1)


# Waiting

POLL = {"method": "wait", "status": "state", "done": ["Finished"], "failed": ["Broken"], "pause": ["Review"]}


@pytest.fixture(scope="module")
def polled(generate):
    document = endpoint(
        THING,
        path="/builds/{key}",
        parameters=[{"name": "key", "in": "path", "required": True, "schema": {"type": "string"}}],
        **{"x-odcgen-poll": POLL, "x-odcgen-name": "builds.get"},
    )
    return generate(document | schemas("Thing: {type: object, properties: {state: {type: string}}}"))


def test_waiting_polls_until_a_terminal_state(polled, monkeypatch):
    client = polled.client({"state": "Running"}, {"state": "Running"}, {"state": "Finished"})
    pauses = []
    monkeypatch.setattr(client._transport, "sleep", pauses.append)
    seen = []
    done = client.api.builds.wait("k", timeout=60, on_progress=lambda build: seen.append(build.state))
    assert done.state == "Finished"
    assert len(client.asked) == 3
    assert len(pauses) == 2
    assert seen[:2] == ["Running", "Running"]


def test_waiting_for_what_failed_raises_and_for_a_person_returns(polled):
    with pytest.raises(Exception, match="Broken") as caught:
        polled.client({"state": "Broken"}).api.builds.wait("k")
    assert type(caught.value).__name__ == "OperationFailed"
    assert polled.client({"state": "Review"}).api.builds.wait("k").state == "Review"


def test_waiting_has_an_async_twin_with_the_same_arguments(polled):
    sync, twin = polled.client().api.builds.wait, polled.async_client().api.builds.wait
    assert inspect.signature(sync).parameters.keys() == inspect.signature(twin).parameters.keys()

    async def call():
        return await polled.async_client({"state": "finished"}).api.builds.wait("k")

    assert run(call()).state == "finished"


def test_two_things_to_wait_for_get_two_methods(generate):
    document = paths(builds="get", builds__code="get", wait="get")
    for path, name in (("/builds", "builds.get"), ("/builds/code", "builds.get_code")):
        document["paths"][path]["get"] |= {"x-odcgen-poll": POLL, "x-odcgen-name": name} | operation()
    document["paths"]["/wait"]["get"]["x-odcgen-name"] = "builds.wait"
    package = generate(document)
    builds = package.client(204).api.builds
    methods = [name for name in dir(builds) if name.startswith(("wait", "get"))]
    assert len(methods) == 5
    assert package.ir.apis[0].warnings


# Deprecation, permissions, security


def test_a_deprecated_operation_warns_at_the_call(generate):
    package = generate(paths(things="get") | {})
    document = paths(things="get")
    document["paths"]["/things"]["get"] |= {"deprecated": True, "x-odcgen-removal": "2027-01-08"}
    package = generate(document)
    client = package.client(204)
    with pytest.warns(DeprecationWarning, match=r"api\.things\.get is deprecated.*2027-01-08") as caught:
        client.api.things.get()
    assert caught[0].filename == __file__
    assert "Deprecated" in client.api.things.get.__doc__


def test_an_async_call_of_a_deprecated_operation_warns_at_the_call(generate):
    document = paths(things="get")
    document["paths"]["/things"]["get"]["deprecated"] = True
    package = generate(document)

    async def call():
        with pytest.warns(DeprecationWarning, match=r"api\.things\.get") as caught:
            await package.async_client(204).api.things.get()
        return caught[0].filename

    assert run(call()) == __file__


def test_permissions_stand_in_the_docstring_and_in_the_message_of_a_403(generate):
    document = paths(things="get")
    document["paths"]["/things"]["get"]["x-odcgen-permissions"] = ["Things > View", "Things > Manage"]
    package = generate(document)
    client = package.client(403)
    doc = " ".join(client.api.things.get.__doc__.split())
    assert "Things > View" in doc
    assert "Manage" in doc
    with pytest.raises(package.root.PermissionDenied, match="Things > View"):
        client.api.things.get()


@pytest.mark.parametrize(
    ("shared", "own", "secured"),
    [
        (None, None, True),
        ([{"bearer": []}], None, True),
        ([{}], None, True),
        ([], None, False),
        ([{"bearer": []}], [], False),
        ([], [{"bearer": []}], True),
        (None, [{}], True),
    ],
)
def test_only_an_empty_list_of_security_sends_no_token(generate, shared, own, secured):
    document = paths(things="get")
    document["components"] = {"securitySchemes": {"bearer": {"type": "http", "scheme": "bearer"}}}
    if shared is not None:
        document["security"] = shared
    if own is not None:
        document["paths"]["/things"]["get"]["security"] = own
    client = generate(document).client(204)
    client.api.things.get()
    assert ("authorization" in client.asked[0].headers) is secured


# Servers


@pytest.mark.parametrize(
    ("servers", "url"),
    [
        (
            [
                {
                    "url": "https://{odc-portal-domain}/api/a/v1",
                    "variables": {"{odc-portal-domain}": {"default": "x"}},
                }
            ],
            "https://acme.test/api/a/v1/things",
        ),
        (
            [
                {
                    "url": "https://{odc-portal-domain}/api/a/v1/",
                    "variables": {"odc-portal-domain": {"default": "x"}},
                }
            ],
            "https://acme.test/api/a/v1/things",
        ),
        ([{"url": "https://ODC_PORTAL_DOMAIN/api/b/v1"}], "https://acme.test/api/b/v1/things"),
        ([{"url": "/api/c"}], "https://acme.test/api/c/things"),
        ([{"url": "/"}], "https://acme.test/things"),
        ([], "https://acme.test/things"),
        (
            [
                {
                    "url": "https://{host}.example/v{n}",
                    "variables": {"host": {"default": "eu"}, "n": {"default": "2"}},
                }
            ],
            "https://eu.example/v2/things",
        ),
        (
            [{"url": "https://api.example/v1"}, {"url": "https://test.example/v1"}],
            "https://api.example/v1/things",
        ),
    ],
)
def test_requests_go_where_the_document_says(generate, servers, url):
    client = generate(paths(things="get") | {"servers": servers}).client(204)
    client.api.things.get()
    assert str(client.asked[0].url) == url


@pytest.mark.parametrize(
    "url", [".evil.test/x", "@evil.test/x", ":x@evil.test", "//evil.test/x", "\\\\evil.test"]
)
def test_a_server_that_could_lead_a_token_to_another_host_is_refused(generate, url):
    with pytest.raises(DocumentError, match="The server URL"):
        generate(paths(things="get") | {"servers": [{"url": url}]})


def test_a_package_of_absolute_servers_needs_no_portal(generate, monkeypatch):
    monkeypatch.delenv("ODC_PORTAL_DOMAIN", raising=False)
    client = generate(paths(things="get") | {"servers": [{"url": "https://api.example/v1"}]}).client(
        204, portal=None
    )
    client.api.things.get()
    assert str(client.asked[0].url) == "https://api.example/v1/things"
    assert client.asked[0].headers["authorization"] == "Bearer a-token"


def test_the_base_url_can_be_another_one_for_each_stage(generate):
    client = generate(paths(things="get")).client(204, base_urls={"api": "https://stage.test/x"})
    client.api.things.get()
    assert str(client.asked[0].url) == "https://stage.test/x/things"


def test_documented_rate_budgets_reach_the_client(generate):
    limits = [{"per_minute": 100}, {"method": "POST", "path": "/things", "per_minute": 5}]
    package = generate(paths(things="get post") | {"x-odcgen-rate-limits": limits})
    assert [
        (limit.method, limit.path, limit.per_minute) for limit in package.module("_client").RATE_LIMITS["api"]
    ] == [
        ("*", "*", 100),
        ("POST", "/things", 5),
    ]


def test_errors_of_the_server_name_the_operation(generate):
    package = generate(paths(things="get"))
    with pytest.raises(package.root.NotFound, match=r"api\.things\.get"):
        package.client(lambda request: httpx.Response(404, json={"title": "gone"})).api.things.get()


# What a reader of the package sees


def test_the_twins_have_the_same_methods_and_arguments(generate):
    document = listing("limit:integer", "offset:integer")
    document["paths"]["/things"]["post"] = endpoint(None, method="post", sent=THING)["paths"]["/things"][
        "post"
    ]
    package = generate(document)
    sync, twin = package.module("api.things").Things, package.module("api.things").AsyncThings
    for name in ("list", "create"):
        ours, theirs = (inspect.signature(getattr(owner, name)).parameters for owner in (sync, twin))
        assert ours == theirs
    assert inspect.iscoroutinefunction(twin.create)


def test_summaries_and_descriptions_become_docstrings(generate):
    query = {"name": "a", "in": "query", "schema": {"type": "string"}, "description": "which one to take"}
    package = generate(endpoint(None, status="204", summary="find a thing", parameters=[query]))
    doc = package.client().api.things.get.__doc__
    assert doc.startswith("Find a thing.")
    assert "a: Which one to take." in doc


def test_importing_the_package_imports_no_api(generate):
    import sys

    package = generate(paths(things="get"))
    assert package.root.ShopClient
    assert not [name for name in sys.modules if name.startswith(f"{package.name}.api")]

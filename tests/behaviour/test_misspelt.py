"""An argument that there is none of is a TypeError with the nearest name, wherever a caller can give one."""

import inspect

import pytest

from tests.generating import endpoint, run

KEY = "3f2504e0-4f89-11d3-9a0c-0305e82c3301"
BUILD = {
    "type": "object",
    "required": ["assetKey"],
    "properties": {"assetKey": {"type": "string"}, "buildType": {"type": "string"}},
}
STATE = {"type": "object", "properties": {"status": {"type": "string"}, "uploadUrl": {"type": "string"}}}
PAGE = {
    "type": "object",
    "properties": {"results": {"type": "array", "items": STATE}, "page": {"type": "object"}},
}


def query(*names):
    return [{"name": name, "in": "query", "schema": {"type": "string"}} for name in names]


def path(name):
    return {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}


@pytest.fixture(scope="module")
def shop(generate):
    paging = {"items": "results"}
    return generate(
        {
            "paths": {
                "/users": endpoint(
                    PAGE,
                    parameters=query("status", "limit", "offset"),
                    **{"x-odcgen-name": "users.list", "x-odcgen-paging": paging},
                )["paths"]["/things"],
                "/builds": endpoint(STATE, method="post", sent=BUILD, **{"x-odcgen-name": "builds.start"})[
                    "paths"
                ]["/things"],
                "/builds/{key}": endpoint(
                    STATE,
                    parameters=[path("key"), *query("sortOrder")],
                    **{"x-odcgen-name": "builds.get", "x-odcgen-poll": {"method": "wait", "done": ["Done"]}},
                )["paths"]["/things"],
                "/builds/{key}/file": endpoint(
                    STATE,
                    parameters=[path("key"), *query("file_name")],
                    **{
                        "x-odcgen-name": "builds.file",
                        "x-odcgen-upload": {"method": "upload", "url": "uploadUrl"},
                    },
                )["paths"]["/things"],
            }
        }
    )


CALLS = [
    ("users.list", (), {"stauts": "Inactive"}, "status"),
    ("users.list", (), {"timeoutt": 3}, "timeout"),
    ("builds.start", (), {"asset_key": "a", "buildtype": "b"}, "build_type"),
    ("builds.start", (), {"asset_key": "a", "buildType": "b"}, "build_type"),
    ("builds.get", (KEY,), {"timeoutt": 3}, "timeout"),
    ("builds.get", (KEY,), {"sort": "asc", "retries": False}, "sort_order"),
    ("builds.get", (KEY,), {"retry": False, "badget": 3}, "budget"),
    ("builds.wait", (KEY,), {"timout": 3}, "timeout"),
    ("builds.wait", (KEY,), {"on_progres": print}, "on_progress"),
    ("builds.upload", (KEY, b""), {"filename": "f"}, "file_name"),
    ("builds.file", (KEY,), {"zzz": 1}, None),
]


@pytest.mark.parametrize(("name", "given", "named", "nearest"), CALLS, ids=lambda value: str(value)[:30])
@pytest.mark.parametrize("raw", [False, True], ids=["", "raw"])
@pytest.mark.parametrize("kind", ["client", "async_client"])
def test_a_misspelt_argument_is_refused_with_the_nearest_name(shop, name, given, named, nearest, raw, kind):
    client = getattr(shop, kind)()
    resource, method = name.split(".")
    called = getattr(getattr(client.api, resource), method)
    called = client.with_raw_response(called) if raw else called
    with pytest.raises(TypeError) as caught:
        run(_result(called, given, named))
    wrong = next(key for key in named if key not in ("retry", "asset_key"))
    text = f"{method}() got an unexpected keyword argument {wrong!r}"
    text += f"; did you mean {nearest!r}?" if nearest else ""
    assert str(caught.value).endswith(text)
    assert client.asked == []


async def _result(called, given, named):
    result = called(*given, **named)
    return await result if inspect.isawaitable(result) else result


@pytest.mark.parametrize("kind", ["client", "async_client"])
@pytest.mark.parametrize(
    ("named", "nearest"), [({"tiemout": 5}, "timeout"), ({"baseurls": {}}, "base_urls"), ({"zzz": 1}, None)]
)
def test_a_misspelt_setting_of_a_client_is_refused(shop, kind, named, nearest):
    with pytest.raises(TypeError) as caught:
        getattr(shop, kind)(**named)
    hint = f"; did you mean {nearest!r}?" if nearest else ""
    assert str(caught.value).endswith(
        f"Client.__init__() got an unexpected keyword argument {min(named)!r}{hint}"
    )


@pytest.mark.parametrize("method", ["list", "start", "get", "file"])
def test_the_options_of_a_call_remain(shop, method):
    from odc_runtime.policy.options import CALL_OPTIONS

    options = {"timeout": 3, "budget": 5, "headers": {"X-A": "1"}, "auth": None, "retry": False}
    assert options.keys() == CALL_OPTIONS
    client = shop.client({"results": []})
    calls = {
        "list": lambda: client.api.users.list(**options).page(),
        "start": lambda: client.api.builds.start(asset_key="a", **options),
        "get": lambda: client.api.builds.get(KEY, **options),
        "file": lambda: client.api.builds.file(KEY, **options),
    }
    calls[method]()
    assert client.asked[0].headers["x-a"] == "1"
    assert "authorization" not in client.asked[0].headers

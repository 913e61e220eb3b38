"""How arguments become requests."""

from datetime import UTC, date, datetime, timedelta, timezone
from enum import Enum, StrEnum
from uuid import UUID

import pytest
from odc_runtime.errors.base import InvalidArgument
from odc_runtime.kernel._http import httpx
from odc_runtime.kernel.operation import Operation
from odc_runtime.kernel.parameter import Param
from odc_runtime.kernel.unset import UNSET
from odc_runtime.wire.parameters import path_text, query_text
from odc_runtime.wire.scalars import scalar

from tests.runtime.loopback import answer
from tests.runtime.sample import KEY, THING, Token


class Colour(StrEnum):
    RED = "red"


class Level(Enum):
    HIGH = 3


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("a b", "a b"),
        (True, "true"),
        (False, "false"),
        (7, "7"),
        (1.5, "1.5"),
        (Colour.RED, "red"),
        (Level.HIGH, "3"),
        (UUID(KEY), KEY),
        (date(2026, 1, 31), "2026-01-31"),
        (datetime(2026, 1, 31, 12, tzinfo=UTC), "2026-01-31T12:00:00Z"),
        (datetime(2026, 1, 31, 12, tzinfo=timezone(timedelta(hours=2))), "2026-01-31T12:00:00+02:00"),
    ],
)
def test_a_value_is_written_as_its_type_is_written_on_the_wire(value, text):
    assert scalar(value) == text


@pytest.mark.parametrize(
    "value",
    [
        None,
        b"x",
        [1],
        {"a": 1},
        object(),
        float("nan"),
        float("inf"),
        datetime.fromtimestamp(0, UTC).replace(tzinfo=None),
    ],
)
def test_a_value_without_one_text_is_refused(value):
    with pytest.raises(InvalidArgument):
        scalar(value)


ONE = Operation("x.get", "GET", "/things/{key}/parts")


@pytest.mark.parametrize(
    ("value", "segment"),
    [
        ("a b", "a%20b"),
        ("a/b", "a%2Fb"),
        ("50%", "50%25"),
        ("%2e%2e", "%252e%252e"),
        ("é?#", "%C3%A9%3F%23"),
        (7, "7"),
    ],
)
def test_a_path_value_is_encoded_into_one_segment(value, segment):
    assert path_text(ONE, (value,)) == f"/things/{segment}/parts"


@pytest.mark.parametrize(
    "value", ["", ".", "..", "../x", "a/../b", "a/.", "..\\x", "a\nb", "\0", "a\r\nHost: evil", None]
)
def test_a_path_value_cannot_leave_its_segment(lab, value):
    with pytest.raises(ValueError, match=r"path segment|parameter value"):
        lab.things(lambda things: things.get(value))
    assert lab.server.asked == []


def test_a_path_needs_all_its_values():
    with pytest.raises(InvalidArgument, match="takes 1 path values, not 0"):
        path_text(ONE, ())


TEXTS, ITEMS = {"kind": "text[]"}, ["a", "b"]


@pytest.mark.parametrize(
    ("param", "value", "text"),
    [
        ("q", None, ""),
        ("q", UNSET, ""),
        ("q", "", "q="),
        ("q", "a&b=c +", "q=a%26b%3Dc%20%2B"),
        ("metadata.urlPathContains", "x", "metadata.urlPathContains=x"),
        ("filter[x]", "1", "filter%5Bx%5D=1"),
        (Param("q", **TEXTS), ITEMS, "q=a&q=b"),
        (Param("q", **TEXTS), [], ""),
        (Param("q", kind="object"), {"a": 1}, "a=1"),
        (Param("q", **TEXTS, explode=False), ["a", "b,c"], "q=a,b%2Cc"),
        (Param("q", **TEXTS, explode=False), [], ""),
        (Param("q", kind="object", explode=False), {"a": 1}, "q=a,1"),
        (Param("q", **TEXTS, style="spaceDelimited"), ITEMS, "q=a%20b"),
        (Param("q", **TEXTS, style="pipeDelimited"), ("a", "b"), "q=a%7Cb"),
        (Param("q", **TEXTS, style="pipeDelimited", explode=True), ITEMS, "q=a&q=b"),
        (Param("q", kind="object", style="deepObject"), {"a": 1, "b": True}, "q%5Ba%5D=1&q%5Bb%5D=true"),
        (Param("q", reserved=True), "a/b?c=d&e", "q=a/b?c%3Dd%26e"),
        (
            Param("q", kind="any", media_type="application/json"),
            {"a": [1, None]},
            "q=%7B%22a%22%3A%5B1%2Cnull%5D%7D",
        ),
    ],
)
def test_a_query_parameter_is_written_in_its_style(param, value, text):
    name = param if isinstance(param, str) else param.name
    operation = Operation("x.get", "GET", "/x", params=() if isinstance(param, str) else (param,))
    assert query_text(operation, {name: value}) == text


def test_a_lone_surrogate_is_refused_before_traffic(lab):
    with pytest.raises(InvalidArgument):
        lab.things(lambda things: things.get(embed="\ud800"))
    assert lab.server.asked == []


def test_query_header_and_cookie_values_arrive(lab):
    lab.server.then(answer(200, THING))
    moment = datetime(2026, 1, 1, 0, 0, 0, 1, tzinfo=UTC)
    lab.things(
        lambda t: t.get("k 1", embed=["a", "b"], since=moment, ids=[1, 2], x_reason="audit", stage="dev")
    )
    asked = lab.server.last
    assert asked.target.startswith(
        "/api/lab/v1/things/k%201?embed=a&embed=b&since=2026-01-01T00%3A00%3A00.000001Z"
    )
    assert asked.target.endswith("&ids=1,2")
    assert (asked.headers["x-reason"], asked.headers["cookie"]) == ("audit", "stage=dev")


def test_what_is_none_is_not_sent(lab):
    lab.server.then(answer(200, THING))
    lab.things(lambda t: t.get())
    assert lab.server.last.target == f"/api/lab/v1/things/{KEY}"
    assert not {"x-reason", "cookie", "content-type"} & set(lab.server.last.headers)


@pytest.mark.parametrize("value", ["a\r\nX-Evil: 1", "ä", "a\nb", "\x00"])
def test_a_header_value_must_be_ascii_without_line_breaks(lab, value):
    for act in (
        lambda t: t.get(x_reason=value),
        lambda t: t.get(headers={"X-Mine": value}),
        lambda t: t.get(stage=value),
    ):
        with pytest.raises(ValueError, match="ASCII text"):
            lab.things(act)
    assert lab.server.asked == []


@pytest.mark.parametrize("name", ["", "X Y", "X:Y", "X\r\nY", "ä"])
def test_a_header_name_must_be_a_token(lab, name):
    with pytest.raises(ValueError, match="name of a header"):
        lab.things(lambda t: t.get(headers={name: "1"}))
    assert lab.server.asked == []


def test_headers_of_a_call_are_added_or_replace_ours(lab):
    lab.server.then(answer(200, THING))
    lab.things(lambda t: t.get(headers={"X-Mine": "1", "User-Agent": "me"}))
    assert (lab.server.last.headers["x-mine"], lab.server.last.headers["user-agent"]) == ("1", "me")


def test_every_phase_has_a_finite_timeout_that_a_call_may_change(lab):
    seen = []

    class Hooks:
        @staticmethod
        def on_before_request(request):
            seen.append(request.extensions["timeout"])

    lab.server.handle = lambda asked: answer(200, THING)
    lab.things(lambda t: t.get(), hooks=Hooks)
    lab.things(lambda t: t.get(timeout=3), hooks=Hooks)
    lab.things(lambda t: t.get(timeout=httpx.Timeout(5, read=9)), hooks=Hooks)
    lab.things(lambda t: t.get(), hooks=Hooks, timeout=7.5)
    assert seen[0] == dict.fromkeys(("connect", "read", "write", "pool"), 60.0)
    assert seen[1] == dict.fromkeys(("connect", "read", "write", "pool"), 3)
    assert (seen[2]["connect"], seen[2]["read"]) == (5, 9)
    assert seen[3]["read"] == 7.5


@pytest.mark.parametrize("timeout", [0, -1, None])
def test_a_timeout_must_be_positive(lab, timeout):
    with pytest.raises(ValueError, match="timeout"):
        lab.things(lambda t: t.get(timeout=timeout))


def test_a_budget_shortens_the_timeouts_of_an_attempt(lab):
    seen = []

    class Hooks:
        @staticmethod
        def on_before_request(request):
            seen.append(request.extensions["timeout"]["read"])

    lab.server.then(answer(200, THING))
    lab.things(lambda t: t.get(budget=2.5), hooks=Hooks)
    assert seen == [2.5]


def test_the_answer_is_asked_for_as_json_and_compressed(lab):
    lab.server.then(answer(200, THING))
    lab.things(lambda t: t.get())
    headers = lab.server.last.headers
    assert headers["accept"].startswith("application/json")
    assert "gzip" in headers["accept-encoding"]
    assert headers["user-agent"] == "odc-client"


def test_an_operation_without_security_gets_no_token(lab):
    """P49: only `security: []` of an operation leaves the token out."""
    lab.things(lambda t: t.open(), credentials=Token())
    assert "authorization" not in lab.server.last.headers
    lab.things(lambda t: t.icon(), credentials=Token())
    assert lab.server.last.headers["authorization"] == "Bearer secret-token"


def test_auth_none_sends_no_token(lab):
    """P48: the explicit opt-out of a call."""
    token = Token()
    lab.things(lambda t: t.icon(auth=None), credentials=token)
    assert "authorization" not in lab.server.last.headers
    assert token.sent == 0
    lab.things(lambda t: t.icon(auth=None, headers={"Authorization": "Basic own"}), credentials=token)
    assert lab.server.last.headers["authorization"] == "Basic own"


def test_a_call_may_have_a_credential_of_its_own(lab):
    lab.things(lambda t: t.open(auth=Token()))
    assert lab.server.last.headers["authorization"] == "Bearer secret-token"


def test_no_header_replaces_the_credential(lab):
    """P48: neither a user's header, nor a document's parameter, nor a hook replaces the token silently."""

    class Hooks:
        @staticmethod
        def on_before_request(request):
            request.headers["authorization"] = "mine"

    header = Operation("x.get", "GET", "/x")
    for act, settings in (
        (lambda t: t.icon(headers={"AUTHORIZATION": "mine"}), {}),
        (lambda t: t._call(header, (), {}, None, {}, header={"Authorization": "mine"}), {}),
        (lambda t: t.icon(), {"hooks": Hooks}),
    ):
        with pytest.raises(ValueError, match="auth=None"):
            lab.things(act, credentials=Token(), **settings)
    assert lab.server.asked == []


def test_a_deprecated_operation_warns_at_the_line_of_its_caller(lab):
    with pytest.warns(DeprecationWarning, match=r"lab\.things\.old is deprecated: use get") as caught:
        lab.things(lambda t: t.old())
    assert caught[0].filename == __file__

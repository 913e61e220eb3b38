"""What a caller gets when the server, the network or the answer is not as it should be."""

import copy
import pickle
import pkgutil
import traceback
from importlib import import_module

import odc_runtime
import pytest
from odc_runtime.errors import status as classes
from odc_runtime.errors.base import ConnectionFailed, DecodeError, OdcError, RequestTimeout
from odc_runtime.errors.status import (
    BadRequest,
    ClientError,
    NotFound,
    PermissionDenied,
    RateLimited,
    ServerError,
    StatusError,
    Unauthenticated,
    UnexpectedRedirect,
)
from odc_runtime.kernel.operation import Operation

from tests.runtime.loopback import answer, drop, problem
from tests.runtime.sample import KEY, THING, Token


def failure(lab, *answers, act=lambda t: t.get(retry=False), kind=OdcError, **settings):
    lab.server.then(*answers)
    with pytest.raises(kind) as caught:
        lab.things(act, **settings)
    return caught.value


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, "BadRequest"),
        (401, "Unauthenticated"),
        (403, "PermissionDenied"),
        (404, "NotFound"),
        (405, "MethodNotAllowed"),
        (409, "Conflict"),
        (410, "Gone"),
        (418, "ClientError"),
        (422, "UnprocessableEntity"),
        (429, "RateLimited"),
        (500, "ServerError"),
        (502, "ServerError"),
        (520, "ServerError"),
        (599, "ServerError"),
        (302, "UnexpectedRedirect"),
        (304, "UnexpectedRedirect"),
        (600, "StatusError"),
        (999, "StatusError"),
    ],
)
def test_each_status_has_its_class(lab, status, kind):
    body = None if status == 304 else b""
    error = failure(lab, answer(status, body))
    assert type(error) is getattr(classes, kind)
    assert isinstance(error, StatusError)
    assert error.status == status


# What the stores tell the hook, which makes an error or a warning of it.
WITHIN_STORES = {"StoreUnavailable", "Unreadable"}


def test_every_error_is_in_one_tree():
    strangers = set()
    for module in pkgutil.walk_packages(odc_runtime.__path__, "odc_runtime."):
        for name, value in vars(import_module(module.name)).items():
            if isinstance(value, type) and issubclass(value, Exception) and value.__module__ == module.name:
                strangers |= set() if issubclass(value, OdcError) else {name}
    assert strangers == WITHIN_STORES


def test_a_status_error_tells_what_where_and_why(lab):
    error = failure(
        lab, problem(404, title="Not found", detail="No such thing", traceId="abc-1", errorCode="E7")
    )
    assert isinstance(error, NotFound)
    assert (error.operation, error.method, error.status) == ("lab.things.get", "GET", 404)
    assert error.url == f"{lab.server.url}/api/lab/v1/things/{KEY}"
    assert (error.problem.title, error.problem.detail, error.problem.error_code) == (
        "Not found",
        "No such thing",
        "E7",
    )
    assert error.trace_id == "abc-1"
    assert error.response.status_code == 404
    text = str(error)
    for part in ("404", "GET", "lab.things.get", "Not found", "No such thing", "abc-1"):
        assert part in text


@pytest.mark.parametrize(
    ("body", "title"),
    [
        (b'{"title": "T"}', "T"),
        (b'{"Title": "T", "TraceId": "x"}', "T"),
        (b'{"title": 5, "status": "x", "detail": [], "errors": "no"}', None),
        (b"<html>Bad Gateway</html>", None),
        (b"", None),
        (b"null", None),
        (b"[1]", None),
        (b"3", None),
        (b"\xff\xfe\x00", None),
        (b'{"title": "\xff"}', None),
        (b"[" * 100_000, None),
        (b"{" * 5, None),
        (b"1" * 5000, None),
        (b"NaN", None),
    ],
)
def test_any_body_of_an_error_is_survived(lab, body, title):
    error = failure(lab, answer(400, body, content_type="application/problem+json"))
    assert isinstance(error, BadRequest)
    assert error.problem.title == title


def test_validation_messages_are_told(lab):
    error = failure(
        lab,
        problem(400, title="Invalid", errors={"Email": ["is no address", "is long"], "Age": "is negative"}),
    )
    assert error.problem.errors == {"Email": ["is no address", "is long"], "Age": ["is negative"]}
    assert "Email: is no address" in str(error)


@pytest.mark.parametrize(
    ("headers", "trace"),
    [
        (
            {"traceparent": "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"},
            "4bf92f3577b34da6a3ce929d0e0e4736",
        ),
        ({"x_request_id": "r-1"}, "r-1"),
        ({"traceparent": "odd"}, None),
        ({}, None),
    ],
)
def test_a_trace_id_is_taken_from_the_headers_too(lab, headers, trace):
    assert failure(lab, answer(400, {}, **headers)).trace_id == trace


def test_a_403_names_the_permissions(lab):
    error = failure(lab, problem(403, title="Forbidden"))
    assert isinstance(error, PermissionDenied)
    assert error.permissions == ("Things > View",)
    assert "Things > View" in str(error)


@pytest.mark.parametrize(
    ("value", "seconds"), [("7", 7.0), ("x", None), (None, None), ("-1", None), ("1.5", None)]
)
def test_a_429_tells_how_long_to_wait(lab, value, seconds):
    headers = {} if value is None else {"retry_after": value}
    error = failure(lab, answer(429, {}, **headers))
    assert isinstance(error, RateLimited)
    assert error.retry_after == seconds


def test_control_characters_of_a_server_do_not_reach_a_terminal(lab):
    error = failure(lab, problem(400, title="a\x1b[31m\r\nb", detail="x" * 5000))
    assert "\x1b" not in str(error)
    assert "\n" not in str(error)
    assert len(str(error)) < 1000


def test_a_redirect_is_not_followed(lab):
    """P31: no redirect is followed, so that the token cannot leave with it."""
    error = failure(lab, answer(302, b"", location="https://evil.example/"), credentials=Token())
    assert isinstance(error, UnexpectedRedirect)
    assert len(lab.server.asked) == 1


def test_queries_are_masked_in_urls(lab):
    lab.server.then(answer(400))
    with pytest.raises(BadRequest) as caught:
        lab.things(lambda t: t.list(name_contains="alice@example.com", limit=5).page())
    assert caught.value.url.endswith("/things?nameContains=***&limit=5")
    assert "alice" not in str(caught.value)


def test_a_dropped_connection_is_a_connection_failure(lab):
    error = failure(lab, drop)
    assert isinstance(error, ConnectionFailed)
    assert (error.sent, error.temporary) == (True, True)
    assert "lab.things.get" in str(error)
    assert error.url in str(error)


def test_a_refused_connection_tells_that_nothing_was_sent(lab):
    error = failure(lab, portal="http://127.0.0.1:9", kind=ConnectionFailed)
    assert error.sent is False


def test_a_slow_answer_is_a_timeout(lab):
    import threading

    release = threading.Event()
    error = failure(lab, lambda handler: release.wait(5), act=lambda t: t.get(timeout=0.2, retry=False))
    release.set()
    assert isinstance(error, RequestTimeout)


def test_a_truncated_body_is_a_connection_failure(lab):
    def cut(handler):
        handler.send(200, b"{", {"content-length": "100"})
        drop(handler)

    assert isinstance(failure(lab, cut), ConnectionFailed)


def test_a_broken_compression_is_an_error_of_the_client(lab):
    error = failure(lab, answer(200, b"not gzip", content_encoding="gzip"))
    assert isinstance(error, OdcError)
    assert not error.temporary


@pytest.mark.parametrize(
    ("body", "path", "reason"),
    [
        (b"", "$", "empty"),
        (b"<html>", "$", "not JSON"),
        (b"null", "$", "an object"),
        (b"[]", "$", "an object"),
        (b'"text"', "$", "an object"),
        (b"{}", "$.key", "missing"),
        (b'{"key": 5}', "$.key", "form"),
        (b'{"key": null}', "$.key", "form"),
        (b'{"key": "%s", "name": 5}' % KEY.encode(), "$.name", "expected a string, got a number"),
        (b'{"key": "%s", "name": {"a": 1}}' % KEY.encode(), "$.name", "got an object"),
        (b'{"key": "%s", "size": true}' % KEY.encode(), "$.size", "got a boolean"),
        (b'{"key": "%s", "size": 1.5}' % KEY.encode(), "$.size", "an integer"),
        (b"[" * 100_000, "$", "not JSON"),
        (b"\xff\xff", "$", "not JSON"),
        (b'{"key": "' + b"1" * 10, "$", "not JSON"),
    ],
)
def test_an_answer_that_does_not_fit_is_a_decode_error_with_its_place(lab, body, path, reason):
    error = failure(lab, answer(200, body))
    assert isinstance(error, DecodeError)
    assert (error.path, error.operation) == (path, "lab.things.get")
    assert reason in str(error)
    assert error.response.status_code == 200


def test_an_answer_that_is_nested_too_deeply_is_a_decode_error(lab):
    def endless(data):
        return endless(data)

    error = failure(
        lab, answer(200, {}), act=lambda t: t._call(Operation("x", "GET", "/x", endless), (), {}, None, {})
    )
    assert isinstance(error, DecodeError)
    assert "nested too deeply" in str(error)


def test_html_with_200_names_the_media_type(lab):
    error = failure(lab, answer(200, b"<html></html>", content_type="text/html"))
    assert "text/html" in str(error)


def test_the_place_in_a_list_is_told(lab):
    items = [THING, THING, THING, {**THING, "size": "big"}]
    error = failure(lab, answer(200, {"results": items}), act=lambda t: t.list().page())
    assert isinstance(error, DecodeError)
    assert error.path == "$.results[3].size"


def test_a_private_value_is_not_in_the_message(lab):
    error = failure(lab, answer(200, {"key": KEY, "size": "private@example.com"}))
    assert "private" not in str(error)
    assert "private" not in repr(error)


@pytest.mark.parametrize("status", [200, 201, 202, 204])
def test_no_content_is_none(lab, status):
    lab.server.then(answer(status))
    assert lab.things(lambda t: t.update({"name": None})) is None


def test_a_binary_answer_is_bytes(lab):
    lab.server.then(answer(200, b"\x00\xff", content_type="image/png"))
    assert lab.things(lambda t: t.icon()) == b"\x00\xff"


def test_two_ways_of_copying_an_error_keep_it(lab):
    found = [
        failure(lab, problem(403, title="Forbidden", traceId="t")),
        failure(lab, answer(429, {}, retry_after="3")),
        failure(lab, answer(200, {"key": 1})),
        failure(lab, drop),
        failure(lab, answer(200, {"status": "FinishedWithErrors", "message": "m"}), act=lambda t: t.wait()),
    ]
    for error in found:
        for twin in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):
            assert type(twin) is type(error)
            assert str(twin) == str(error)
            assert {k: v for k, v in vars(twin).items() if k not in ("response", "problem")} == {
                k: v for k, v in vars(error).items() if k not in ("response", "problem")
            }
    twin = pickle.loads(pickle.dumps(found[0]))
    assert twin.response.json()["title"] == "Forbidden"
    assert twin.problem.title == "Forbidden"


def test_errors_hold_no_secret(lab):
    """P34: repr, str, format, vars and pickle of an error show neither token, query nor body."""
    secret = ("secret-token", "hunter2")
    found = [
        failure(lab, problem(403), credentials=Token(), act=lambda t: t.get(embed="hunter2", retry=False)),
        failure(lab, answer(200, {"key": 1}), credentials=Token(), act=lambda t: t.get(embed="hunter2")),
        failure(lab, drop, credentials=Token(), act=lambda t: t.get(embed="hunter2", retry=False)),
        failure(lab, problem(400), credentials=Token(), act=lambda t: t.update({"password": "hunter2"})),
    ]
    for error in found:
        shown = [repr(error), str(error), f"{error}", repr(vars(error)), error.report()]
        assert not [text for text in shown for word in secret if word in text]
        assert not [word for word in secret if word.encode() in pickle.dumps(error)]


def test_tracebacks_with_locals_hold_no_secret(lab):
    """P36: the locals of all frames of an error and its causes, as rich and pytest -l print them."""
    for act in (drop, answer(401, {}), answer(200, b"")):
        error = failure(lab, act, credentials=Token())
        while error is not None:
            captured = traceback.TracebackException.from_exception(error, capture_locals=True)
            assert "secret-token" not in "".join(captured.format())
            error = error.__cause__


def test_a_transport_error_keeps_its_cause_without_frames(lab):
    """P36: the frames of the HTTP library hold the headers that were sent."""
    error = failure(lab, drop, credentials=Token())
    assert type(error.__cause__).__name__ == "RemoteProtocolError"
    cause = error.__cause__
    while cause is not None:
        assert cause.__traceback__ is None
        cause = cause.__cause__ or cause.__context__


def test_a_401_of_the_server_is_typed(lab):
    assert isinstance(failure(lab, answer(401, {})), Unauthenticated)
    assert issubclass(Unauthenticated, ClientError)
    assert not issubclass(ServerError, ClientError)


def test_the_report_is_ready_for_a_support_ticket(lab):
    error = failure(lab, problem(500, title="Oops", traceId="t-9", errorCode="E1"))
    text = error.report()
    for part in (
        "error: ServerError",
        "operation: lab.things.get",
        "status: 500",
        "trace id: t-9",
        "error code: E1",
        "Python",
        "httpx",
    ):
        assert part in text
    assert "cause: " in failure(lab, drop).report()
    assert "path: $.key" in failure(lab, answer(200, {})).report()


WORDS = [
    ({"Errors": ["Name is taken"], "StatusCode": 400}, ["Name is taken"]),
    (b"Name is taken", ["Name is taken"]),
    (["Name is taken", "Email too"], ["Name is taken", "Email too"]),
    ([{"message": "Name is taken", "code": "E7"}], ["E7: Name is taken"]),
    ("Name is taken", ["Name is taken"]),
    ({"error": {"message": "Name is taken", "code": "E7"}}, ["Name is taken", "E7"]),
    (
        {"error": "invalid_request", "error_description": "Name is taken"},
        ["invalid_request", "Name is taken"],
    ),
    ({"error": {"errors": [{"reason": "Name is taken"}]}}, ["Name is taken"]),
    ({"errors": [{"detail": "Name is taken"}, {"title": "Email too"}]}, ["Name is taken", "Email too"]),
    ({"errors": {"name": ["is taken"]}}, ["name: is taken"]),
    ({"ModelState": {"name": ["is taken"]}}, ["name: is taken"]),
    ({"name": ["is taken"], "age": "too low"}, ["name: is taken", "age: too low"]),
    ({"errorCode": "OS-4711", "title": "Name is taken"}, ["Name is taken", "OS-4711"]),
    ({"ErrorCode": 4711}, ["4711"]),
    ({"fault": {"faultstring": "Name is taken", "detail": {"errorcode": "x.y"}}}, ["x.y"]),
    (
        b"<Error><Code>Denied</Code><Message>Name is &quot;taken&quot;</Message></Error>",
        ['Denied Name is "taken"'],
    ),
    (
        b"<html><head><title>Gone away</title><style>p{}</style></head><p>Try later</p></html>",
        ["Gone away Try later"],
    ),
]


@pytest.mark.parametrize(("body", "told"), WORDS)
def test_an_error_carries_the_servers_own_words(lab, body, told):
    """P65: whatever the form of the body."""
    error = failure(lab, answer(400, body))
    for text in told:
        assert text in str(error)
        assert str(error).count(text) == 1
    assert len(str(error)) < 1000


def test_a_challenge_says_why_a_token_was_refused(lab):
    """P65: RFC 6750 puts the reason into WWW-Authenticate, and the body is often empty."""
    header = 'Bearer realm="x", error="invalid_token", error_description="The token expired, really"'
    error = failure(lab, answer(403, b"", www_authenticate=header))
    assert "error: invalid_token; error_description: The token expired, really" in str(error)


@pytest.mark.parametrize(
    "body", [b"\x00\x01\x02", b"\xff" * 50, b"", None, [], {}, [[[[[[[["deep"]]]]]]]], 5, True]
)
def test_an_error_whose_body_says_nothing_is_its_status(lab, body):
    error = failure(lab, answer(400, body))
    assert str(error).endswith("(lab.things.get)")


def test_a_long_body_gives_a_short_message(lab):
    bodies = (b"x" * 100_000, ["y" * 100] * 5000, {"errors": {f"f{n}": ["z" * 500] * 50 for n in range(500)}})
    for body in bodies:
        assert len(str(failure(lab, answer(400, body)))) < 30_000


def test_the_words_of_another_charset_are_read(lab):
    error = failure(
        lab, answer(400, "Größe fehlt".encode("latin-1"), content_type="text/plain; charset=iso-8859-1")
    )
    assert "Größe fehlt" in str(error)

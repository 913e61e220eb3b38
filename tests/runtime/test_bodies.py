"""Request bodies: JSON, forms, multipart and files."""

import email
import email.policy
import errno
import io
import json
import tracemalloc
from datetime import UTC, datetime
from enum import Enum
from uuid import UUID

import pytest
from odc_runtime.errors.base import FileError, InvalidArgument
from odc_runtime.kernel.files import File
from odc_runtime.kernel.operation import Operation
from odc_runtime.wire.streams import FileStream

from tests.runtime.loopback import answer
from tests.runtime.sample import KEY, THING, NewThing, Upload


class Level(Enum):
    HIGH = "high"


def send(lab, body, operation=None):
    if operation is None:
        lab.things(lambda t: t.send(body))
    else:
        lab.things(lambda t: t._call(operation, (), {}, body, {}))
    return lab.server.last


def test_models_lists_and_dicts_of_models_become_json(lab):
    body = [
        NewThing(name="ä", inner=NewThing(key=UUID(KEY))),
        {"at": datetime(2026, 1, 1, tzinfo=UTC), "level": Level.HIGH, "tags": {"x"}, "none": None},
    ]
    asked = send(lab, body)
    assert asked.headers["content-type"] == "application/json"
    assert asked.json == [
        {"name": "ä", "inner": {"key": KEY}},
        {"at": "2026-01-01T00:00:00Z", "level": "high", "tags": ["x"], "none": None},
    ]
    assert asked.headers["content-length"] == str(len(asked.body))


@pytest.mark.parametrize("body", [{}, [], 0, False, ""])
def test_an_empty_body_is_a_body(lab, body):
    assert send(lab, body).json == body


def test_no_body_is_no_body(lab):
    lab.things(lambda t: t.send(None))
    assert lab.server.last.body == b""
    assert "content-type" not in lab.server.last.headers


@pytest.mark.parametrize(
    "body",
    [
        float("nan"),
        {"a": float("inf")},
        object(),
        {"a": {1: object()}},
        "\ud800",
        datetime.fromtimestamp(0, UTC).replace(tzinfo=None),
    ],
)
def test_what_json_cannot_hold_is_refused_before_traffic(lab, body):
    with pytest.raises(InvalidArgument):
        send(lab, body)
    assert lab.server.asked == []


def test_a_body_that_holds_itself_is_refused(lab):
    body = {}
    body["self"] = body
    with pytest.raises(InvalidArgument):
        send(lab, body)


def test_a_wildcard_is_no_media_type_to_send(lab):
    for declared in (("application/json", "application/*+json"), ("application/*+json",)):
        assert (
            send(lab, {}, Operation("x", "POST", "/x", body=declared)).headers["content-type"]
            == "application/json"
        )
    declared = ("application/merge-patch+json",)
    operation = Operation("x", "PATCH", "/x", body=declared)
    assert send(lab, {}, operation).headers["content-type"] == "application/merge-patch+json"


def test_text_and_forms(lab):
    asked = send(lab, "grüß", Operation("x", "POST", "/x", body=("text/plain",)))
    assert (asked.headers["content-type"], asked.body.decode()) == ("text/plain; charset=utf-8", "grüß")
    form = Operation("x", "POST", "/x", body=("application/x-www-form-urlencoded",))
    asked = send(lab, NewThing(a="1 2", b=["x", True], c=None), form)
    assert (asked.headers["content-type"], asked.body) == (form.body[0], b"a=1%202&b=x&b=true")


@pytest.fixture
def big(tmp_path):
    path = tmp_path / "big.bin"
    with path.open("wb") as file:
        for number in range(24):
            file.write(bytes([number]) * 1_000_000)
    return path


def test_bytes_paths_and_files_are_sent_as_octets(lab, tmp_path):
    path = tmp_path / "a.bin"
    path.write_bytes(b"\x00\x01")
    with path.open("rb") as file:
        for body in (b"\x00\x01", bytearray(b"\x00\x01"), path, file, io.BytesIO(b"\x00\x01")):
            asked = send(lab, body)
            assert asked.body == b"\x00\x01"
            assert asked.headers["content-type"] == "application/octet-stream"
            assert asked.headers["content-length"] == "2"


def test_a_file_is_sent_from_where_it_stands(lab):
    file = io.BytesIO(b"skipped|sent")
    file.seek(8)
    assert send(lab, file).body == b"sent"


def test_a_stream_of_unknown_size_is_sent_in_chunks(lab):
    asked = send(lab, Pipe(b"x" * 100_000))
    assert asked.body == b"x" * 100_000
    assert asked.headers["transfer-encoding"] == "chunked"


class Pipe(io.RawIOBase):
    """Can neither seek nor tell its size, as a socket."""

    def __init__(self, content):
        self.left = io.BytesIO(content)

    def readable(self):
        return True

    def readinto(self, buffer):
        return self.left.readinto(buffer)


def test_a_file_is_sent_in_constant_memory(lab, big):
    lab.server.handle = lambda asked: answer(200)
    with lab_memory() as peak:
        stream = FileStream(big)
        assert sum(len(chunk) for chunk in stream) == 24_000_000
    assert peak() < 2_000_000


class lab_memory:  # noqa: N801 - reads as a statement
    def __enter__(self):
        tracemalloc.start()
        return lambda: self.peak

    def __exit__(self, *_):
        self.peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()


def test_a_file_is_sent_again_by_a_retry(lab, tmp_path):
    path = tmp_path / "a.bin"
    path.write_bytes(b"x" * 100_000)
    for body in (path, io.BytesIO(b"x" * 100_000)):
        lab.server.then(answer(503), answer(200))
        lab.things(lambda t, body=body: t.send(body, retry=True))
        assert [len(asked.body) for asked in lab.server.asked[-2:]] == [100_000] * 2


def test_a_one_shot_stream_is_not_sent_again(lab):
    """P28: a body that cannot be read twice is not replayed."""
    from odc_runtime.errors.status import ServerError

    lab.server.then(answer(503), answer(200))
    with pytest.raises(ServerError):
        lab.things(lambda t: t.send(Pipe(b"x"), retry=True))
    assert len(lab.server.asked) == 1


def test_a_text_file_is_refused(lab, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("x")
    with path.open(encoding="utf-8") as file, pytest.raises(InvalidArgument, match="binary mode"):
        send(lab, file)


def test_an_absent_file_fails_before_traffic(lab, tmp_path):
    with pytest.raises(FileError, match="absent cannot be read: No such file") as caught:
        send(lab, tmp_path / "absent")
    assert isinstance(caught.value, OSError)
    assert (caught.value.errno, caught.value.filename) == (errno.ENOENT, str(tmp_path / "absent"))
    assert lab.server.asked == []


def parts(asked):
    head = f"Content-Type: {asked.headers['content-type']}\r\n\r\n".encode()
    message = email.message_from_bytes(head + asked.body, policy=email.policy.HTTP)
    return [
        (
            p.get_param("name", header="content-disposition"),
            p.get_filename(),
            p.get_content_type(),
            p.get_payload(decode=True),
        )
        for p in message.iter_parts()
    ]


def test_multipart(lab, tmp_path):
    path = tmp_path / "asset.oml"
    path.write_bytes(b"\x00oml")
    file = io.BytesIO(b"stream")
    body = Upload(
        ("creationRequest", File(json.dumps({"a": 1}).encode(), content_type="application/json")),
        ("note", "grüß"),
        ("assetFile", File(path)),
        ("other", File(file, filename='a"b\r\n.bin')),
    )
    asked = send(lab, body)
    assert asked.headers["content-length"] == str(len(asked.body))
    assert parts(asked) == [
        ("creationRequest", None, "application/json", b'{"a": 1}'),
        ("note", None, "text/plain", "grüß".encode()),
        ("assetFile", "asset.oml", "application/octet-stream", b"\x00oml"),
        ("other", "a%22b%0D%0A.bin", "application/octet-stream", b"stream"),
    ]


def test_a_part_cannot_smuggle_headers(lab):
    with pytest.raises(InvalidArgument):
        send(lab, Upload(("a", File(b"", content_type="text/plain\r\nX-Evil: 1"))))
    assert lab.server.asked == []


def test_multipart_of_a_one_shot_stream_is_sent_in_chunks(lab):
    asked = send(lab, Upload(("a", File(Pipe(b"abc")))))
    assert asked.headers["transfer-encoding"] == "chunked"
    assert parts(asked)[0][3] == b"abc"


def test_an_answer_of_a_body_is_decoded(lab):
    lab.server.then(answer(201, THING))
    assert lab.things(lambda t: t.create(NewThing(name="One"))).key == UUID(KEY)

"""Uploads and downloads through pre-signed URLs."""

import errno
import io
import tracemalloc
from pathlib import Path

import pytest
from odc_runtime.errors.base import (
    ClientClosed,
    ConfigurationError,
    ConnectionFailed,
    DecodeError,
    InvalidArgument,
    OdcError,
)
from odc_runtime.errors.status import PermissionDenied, ServerError, UnexpectedRedirect

from tests.runtime.loopback import Loopback, answer, drop
from tests.runtime.sample import Token

CONTENT = bytes(range(256)) * 4000


@pytest.fixture
def storage():
    """Another origin, as the storage behind a pre-signed URL is."""
    with Loopback() as server:
        server.handle = lambda asked: answer(200)
        yield server


class Watching:
    """Hooks that would give away what they know."""

    @staticmethod
    def on_before_request(request):
        request.headers["x-internal"] = "1"


def upload(lab, storage, source, **settings):
    lab.run(
        lambda client: client.upload(f"{storage.url}/put?X-Signature=hunter2", source, **settings),
        credentials=Token(),
        hooks=Watching,
    )
    return storage.last


def download(lab, storage, path, **settings):
    return lab.run(
        lambda client: client.download(f"{storage.url}/get?X-Signature=hunter2", path, **settings),
        credentials=Token(),
        hooks=Watching,
    )


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "asset.oml"
    path.write_bytes(CONTENT)
    return path


def test_a_file_is_put_without_the_token(lab, storage, file):
    """P30: a pre-signed upload URL is another origin: no token, no hooks."""
    with file.open("rb") as opened:
        for source in (file, str(file), opened, CONTENT, bytearray(CONTENT), io.BytesIO(CONTENT)):
            asked = upload(lab, storage, source)
            assert (asked.method, asked.body) == ("PUT", CONTENT)
            assert asked.target == "/put?X-Signature=hunter2"
            assert asked.headers["content-length"] == str(len(CONTENT))
            assert not {"authorization", "x-internal", "content-type", "cookie"} & set(asked.headers)
            assert "secret-token" not in repr(asked.headers)


def test_an_upload_sends_the_headers_that_were_signed(lab, storage, file):
    asked = upload(lab, storage, file, headers={"Content-Type": "application/zip", "x-amz-meta-a": "1"})
    assert (asked.headers["content-type"], asked.headers["x-amz-meta-a"]) == ("application/zip", "1")


def test_an_upload_tells_its_progress(lab, storage, file):
    told = []
    upload(lab, storage, file, on_progress=lambda done, total: told.append((done, total)))
    assert told[-1] == (len(CONTENT), len(CONTENT))
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert len(told) > 5


def test_an_upload_is_tried_again(lab, storage, file):
    storage.then(answer(503), drop, answer(200))
    upload(lab, storage, file)
    assert [asked.body for asked in storage.asked] == [CONTENT] * 3


def test_a_refused_upload_is_an_error_without_the_signature(lab, storage, file):
    storage.then(answer(403, b"<Error><Code>AccessDenied</Code></Error>"))
    with pytest.raises(PermissionDenied) as caught:
        upload(lab, storage, file)
    assert "hunter2" not in str(caught.value) + caught.value.report()
    assert caught.value.operation == "upload"


def test_an_upload_of_unknown_size_is_refused(lab, storage):
    class Pipe(io.BytesIO):
        def seekable(self):
            return False

    with pytest.raises(InvalidArgument, match="must know its size"):
        upload(lab, storage, Pipe(b"x"))
    assert storage.asked == []


@pytest.mark.parametrize(
    "url", ["http://storage.example/x", "https://user:pw@storage.example/x", "file:///etc/passwd", ""]
)
def test_an_unsafe_url_is_refused(lab, url, tmp_path):
    with pytest.raises(ConfigurationError):
        lab.run(lambda client: client.upload(url, b""))
    with pytest.raises(ConfigurationError):
        lab.run(lambda client: client.download(url, tmp_path / "x"))
    assert list(tmp_path.iterdir()) == []


def test_one_call_fetches_the_url_and_puts_the_file_there(lab, storage, file):
    lab.server.then(answer(201, {"uploadUrl": f"{storage.url}/put"}))
    assert lab.things(lambda t: t.upload(file), credentials=Token()) == f"{storage.url}/put"
    assert lab.server.last.headers["authorization"] == "Bearer secret-token"
    assert storage.last.body == CONTENT
    assert "authorization" not in storage.last.headers


@pytest.mark.parametrize(
    "body", [{}, {"uploadUrl": None}, {"uploadUrl": 5}, {"uploadUrl": ""}, [], b"", b"<html>"]
)
def test_an_answer_without_an_upload_url_is_a_decode_error(lab, body, file):
    lab.server.then(answer(201, body))
    with pytest.raises(DecodeError):
        lab.things(lambda t: t.upload(file))


def test_a_download_arrives_without_the_token(lab, storage, tmp_path):
    """P30: a pre-signed download URL is another origin: no token, no hooks."""
    storage.then(answer(200, CONTENT))
    path = tmp_path / "log.txt"
    path.write_text("old")
    assert download(lab, storage, path) == path
    assert path.read_bytes() == CONTENT
    assert list(tmp_path.iterdir()) == [path]
    assert not {"authorization", "x-internal", "range"} & set(storage.last.headers)
    assert storage.last.headers["accept-encoding"] == "identity"


def test_no_log_holds_the_signature(lab, storage, file, tmp_path, caplog):
    """Not even that of the HTTP library, which writes the URL of each request at level INFO."""
    caplog.set_level("DEBUG")
    upload(lab, storage, file)
    storage.then(answer(200, CONTENT))
    download(lab, storage, tmp_path / "log.txt")
    assert "hunter2" in storage.asked[0].target
    assert "HTTP Request: PUT" in caplog.text
    assert "HTTP Request: GET" in caplog.text
    assert "hunter2" not in caplog.text


def test_a_download_tells_its_progress(lab, storage, tmp_path):
    told = []
    storage.then(answer(200, CONTENT))
    download(lab, storage, str(tmp_path / "x"), on_progress=lambda done, total: told.append((done, total)))
    assert told[-1] == (len(CONTENT), len(CONTENT))


def test_an_empty_download_is_an_empty_file(lab, storage, tmp_path):
    storage.then(answer(200, b""))
    assert download(lab, storage, tmp_path / "x").read_bytes() == b""


def cut(at, **headers):
    """Break the connection after `at` bytes of the file."""

    def act(handler):
        handler.send(200, CONTENT[:at], {"content-length": str(len(CONTENT))} | headers)
        handler.wfile.flush()
        drop(handler)

    return act


def rest(handler):
    """Answer a range request."""
    start = int(handler.headers["range"].removeprefix("bytes=").removesuffix("-"))
    handler.send(206, CONTENT[start:], {"content-range": f"bytes {start}-{len(CONTENT) - 1}/{len(CONTENT)}"})


def test_a_broken_download_is_resumed_where_it_broke(lab, storage, tmp_path):
    storage.then(cut(300_000, etag='"v1"'), rest)
    assert download(lab, storage, tmp_path / "x").read_bytes() == CONTENT
    headers = storage.last.headers
    assert int(headers["range"][6:-1]) > 0
    assert headers["if-range"] == '"v1"'


def some(count, **headers):
    """Answer a range request with `count` bytes, which a server may do: the 206 says so."""

    def act(handler):
        start = int(handler.headers["range"].removeprefix("bytes=").removesuffix("-"))
        part = CONTENT[start : start + count]
        handler.send(
            206,
            part,
            {"content-range": f"bytes {start}-{start + len(part) - 1}/{len(CONTENT)}", "etag": '"v1"'}
            | headers,
        )

    return act


def test_a_rest_that_comes_in_parts_is_put_together(lab, storage, tmp_path):
    """P64: a 206 with less than was asked for is legal, and not the end of the file."""
    storage.then(cut(300_000, etag='"v1"'), some(200_000), some(100), some(300_000), rest)
    assert download(lab, storage, tmp_path / "x").read_bytes() == CONTENT
    assert len(storage.asked) == 5


def test_the_whole_length_may_be_known_from_the_first_answer_only(lab, storage, tmp_path):
    part = some(100, **{"content-range": "bytes 1000-1099/*"})

    def first(handler):
        cut(1000, etag='"v1"')(handler)

    storage.then(first, part, rest)
    assert download(lab, storage, tmp_path / "x").read_bytes() == CONTENT


@pytest.mark.parametrize(
    "headers",
    [
        {"etag": '"v2"'},
        {"content-range": f"bytes 1000-1099/{len(CONTENT) + 1}"},
        {"content-range": f"bytes 1000-1098/{len(CONTENT)}"},
    ],
)
def test_a_part_of_another_file_is_thrown_away(lab, storage, tmp_path, headers):
    """P64: Content-Range, length and ETag of a part are checked; the file is fetched anew."""
    storage.then(cut(1000, etag='"v1"'), some(100, **headers), answer(200, CONTENT))
    assert download(lab, storage, tmp_path / "x").read_bytes() == CONTENT
    assert "range" not in storage.last.headers


@pytest.mark.parametrize(
    "place", ["bytes 999-1098/9", "bytes 1000-999/*", "bytes */9", "bytes=1000-", "", "x"]
)
def test_a_part_that_does_not_fit_is_an_error(lab, storage, tmp_path, place):
    storage.then(cut(1000, etag='"v1"'), some(100, **{"content-range": place}))
    with pytest.raises(Exception, match="206"):
        download(lab, storage, tmp_path / "x")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("headers", [{"etag": '"v1"'}, {}])
def test_parts_that_bring_nothing_new_end_in_an_error(lab, storage, tmp_path, headers):
    """P64: a server that breaks at the same place for ever costs four attempts, with and without an ETag."""
    storage.handle = lambda asked: some(0) if "range" in asked.headers else cut(1000, **headers)
    with pytest.raises(OdcError):
        download(lab, storage, tmp_path / "x")
    assert len(storage.asked) <= 6
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_leaves_nothing(lab, storage, tmp_path, monkeypatch):
    """P64: what is buffered cannot be written either when the file is closed."""
    opened = Path.open

    class Full(io.BufferedWriter):
        def flush(self):
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(
        Path,
        "open",
        lambda path, mode="r": Full(io.FileIO(path, mode.strip("b"))) if "x" in mode else opened(path),
    )
    storage.then(answer(200, b"x" * 100))
    with pytest.raises(OSError, match="No space left"):
        download(lab, storage, tmp_path / "x")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_changed_meanwhile_is_fetched_anew(lab, storage, tmp_path):
    storage.then(cut(300_000, etag='"v1"'), answer(200, b"new", etag='"v2"'))
    assert download(lab, storage, tmp_path / "x").read_bytes() == b"new"


@pytest.mark.parametrize("headers", [{}, {"etag": 'W/"weak"'}])
def test_a_file_that_cannot_be_told_apart_is_fetched_anew(lab, storage, tmp_path, headers):
    storage.then(cut(300_000, **headers), answer(200, CONTENT))
    assert download(lab, storage, tmp_path / "x").read_bytes() == CONTENT
    assert "range" not in storage.last.headers


def test_a_date_tells_files_apart_too(lab, storage, tmp_path):
    storage.then(cut(300_000, **{"last-modified": "Mon, 02 Nov 2026 00:00:00 GMT"}), rest)
    assert download(lab, storage, tmp_path / "x").read_bytes() == CONTENT


def test_progress_earns_new_attempts(lab, storage, tmp_path):
    """A long download survives more breaks than a call has attempts, as long as bytes arrive."""

    def part(handler):
        start = int(handler.headers.get("range", "bytes=0-")[6:-1])
        status = 206 if start else 200
        length = len(CONTENT) - start
        handler.send(
            status,
            CONTENT[start : start + 150_000],
            {
                "content-length": str(length),
                "etag": '"v1"',
                "content-range": f"bytes {start}-{len(CONTENT) - 1}/{len(CONTENT)}",
            },
        )
        handler.wfile.flush()
        if length > 150_000:
            drop(handler)

    storage.handle = lambda asked: part
    assert download(lab, storage, tmp_path / "x").read_bytes() == CONTENT
    assert len(storage.asked) >= 7


def test_a_download_that_makes_no_progress_gives_up_and_leaves_nothing(lab, storage, tmp_path):
    storage.handle = lambda asked: drop
    with pytest.raises(ConnectionFailed):
        download(lab, storage, tmp_path / "x")
    assert len(storage.asked) == 4
    assert list(tmp_path.iterdir()) == []


def test_a_temporary_refusal_is_tried_again(lab, storage, tmp_path):
    storage.then(answer(503), answer(200, CONTENT))
    assert download(lab, storage, tmp_path / "x").read_bytes() == CONTENT


@pytest.mark.parametrize(
    ("status", "kind"), [(403, PermissionDenied), (302, UnexpectedRedirect), (500, ServerError)]
)
def test_a_refused_download_is_an_error_and_leaves_the_old_file(lab, storage, tmp_path, status, kind):
    storage.handle = lambda asked: answer(status, b"<Error/>", location=f"{lab.server.url}/elsewhere")
    path = tmp_path / "x"
    path.write_text("old")
    with pytest.raises(kind) as caught:
        download(lab, storage, path)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]
    assert "hunter2" not in str(caught.value)
    assert lab.server.asked == []


def test_a_partial_answer_to_a_whole_question_is_an_error(lab, storage, tmp_path):
    storage.then(answer(206, b"x", content_range="bytes 5-5/9"))
    with pytest.raises(Exception, match="206"):
        download(lab, storage, tmp_path / "x")


# What httpx nests below `aiter_raw` it does not close itself; the answer is closed all the same.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning", "ignore::ResourceWarning")
def test_a_failing_progress_callback_leaves_nothing(lab, storage, tmp_path):
    storage.then(answer(200, CONTENT))

    def refuse(done, total):
        raise KeyError("mine")

    with pytest.raises(KeyError, match="mine"):
        download(lab, storage, tmp_path / "x", on_progress=refuse)
    assert list(tmp_path.iterdir()) == []


def test_transfers_need_constant_memory(lab, storage, tmp_path):
    big = tmp_path / "big"
    with big.open("wb") as file:
        for _ in range(30):
            file.write(b"x" * 1_000_000)
    received = []

    def swallow(handler):
        left = 30_000_000
        while left:
            left -= len(handler.rfile.read(min(left, 65536)))
        received.append(handler.command)
        handler.send(200, b"", {})

    def pour(handler):
        handler.send(200, b"", {"content-length": "30000000"})
        for _ in range(300):
            handler.wfile.write(b"x" * 100_000)

    storage.http.RequestHandlerClass.do_PUT = swallow
    storage.http.RequestHandlerClass.do_GET = pour
    tracemalloc.start()
    upload_without_server(lab, storage, big)
    download(lab, storage, tmp_path / "back")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert received == ["PUT"]
    assert (tmp_path / "back").stat().st_size == 30_000_000
    assert peak < 8_000_000


def upload_without_server(lab, storage, path):
    lab.run(lambda client: client.upload(f"{storage.url}/put", path))


def test_a_closed_client_transfers_nothing(lab, storage, tmp_path):
    kept = []
    lab.run(kept.append)
    if lab.awaited:
        import asyncio

        with pytest.raises(ClientClosed):
            asyncio.run(kept[0].download(f"{storage.url}/get", tmp_path / "x"))
    else:
        with pytest.raises(ClientClosed):
            kept[0].download(f"{storage.url}/get", tmp_path / "x")
    assert list(tmp_path.iterdir()) == []

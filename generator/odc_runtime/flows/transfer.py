"""Uploads and downloads through pre-signed URLs: another origin, hence no token and no hooks."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from ..call.call import Call, phases
from ..errors.base import DecodeError, InvalidArgument
from ..errors.expect import a_path
from ..kernel._http import httpx
from ..kernel.bounded import aread_within, read_within
from ..kernel.operation import Operation
from ..kernel.redact import safe_url
from ..kernel.threads import on_worker
from ..site.urls import safe_to_call
from ..wire.answer import check, parse_json
from ..wire.content import Content
from ..wire.parameters import header_value
from ..wire.streams import FileStream
from .download import Download

if TYPE_CHECKING:
    import os
    from collections.abc import Mapping

    from ..transport.async_ import AsyncTransport
    from ..transport.base import BaseTransport
    from ..transport.sync import SyncTransport
    from ..wire.streams import Progress

    Source = str | os.PathLike[str] | BinaryIO | bytes
    Timeout = float | httpx.Timeout | None

__all__ = ["async_download", "async_upload", "download", "signed_url", "upload"]

UPLOAD = Operation("upload", "PUT", "")
DOWNLOAD = Operation("download", "GET", "")


class _SignedUrl(httpx.URL):
    """A URL that keeps its signature to itself: the HTTP library logs the URL of each request."""

    def __str__(self) -> str:
        return safe_url(self)

    def __repr__(self) -> str:
        return f"URL({safe_url(self)!r})"


class _SignedCall(Call):
    __slots__ = ()

    def request(self, now: float) -> httpx.Request:
        request = super().request(now)
        request.url = _SignedUrl(request.url)
        return request


def upload(
    transport: SyncTransport,
    url: str,
    source: Source,
    on_progress: Progress | None = None,
    headers: Mapping[str, str] | None = None,
    timeout: Timeout = None,
) -> None:
    """Put `source` to a pre-signed URL."""
    call = _upload_call(transport, url, source, on_progress, headers, timeout)
    check(UPLOAD, transport.send(call))


async def async_upload(
    transport: AsyncTransport,
    url: str,
    source: Source,
    on_progress: Progress | None = None,
    headers: Mapping[str, str] | None = None,
    timeout: Timeout = None,  # noqa: ASYNC109 - of each phase, as the HTTP library takes it
) -> None:
    """Put `source` to a pre-signed URL."""
    call = _upload_call(transport, url, source, on_progress, headers, timeout)
    check(UPLOAD, await transport.send(call))


def download(
    transport: SyncTransport,
    url: str,
    path: str | os.PathLike[str],
    on_progress: Progress | None = None,
    headers: Mapping[str, str] | None = None,
    timeout: Timeout = None,
) -> Path:
    """Fetch a pre-signed URL into the file `path`."""
    with Download(
        transport, _call(transport, DOWNLOAD, url, headers, timeout), a_path(path, "the target"), on_progress
    ) as job:
        while not job.complete:
            request, response = job.request(), None
            try:
                response = transport.http.send(request, auth=None, follow_redirects=False, stream=True)
                if job.begin(response):
                    for chunk in response.iter_raw():
                        job.write(chunk)
                    job.end()
                    continue
                if not read_within(response, transport.settings.max_answer_bytes):
                    raise transport.too_large(job.call, response)
                pause = job.refused(response)
            except Exception as cause:  # noqa: BLE001 - what is not the libraries' is raised again
                pause = job.broken(request, cause)
            finally:
                if response is not None:
                    response.close()
            transport.sleep(pause)
        return job.finish()


async def async_download(
    transport: AsyncTransport,
    url: str,
    path: str | os.PathLike[str],
    on_progress: Progress | None = None,
    headers: Mapping[str, str] | None = None,
    timeout: Timeout = None,  # noqa: ASYNC109 - of each phase, as the HTTP library takes it
) -> Path:
    """Fetch a pre-signed URL into the file `path`; the file is written on threads."""
    with Download(
        transport, _call(transport, DOWNLOAD, url, headers, timeout), a_path(path, "the target"), on_progress
    ) as job:
        while not job.complete:
            request, response = job.request(), None
            try:
                response = await transport.http.send(request, auth=None, follow_redirects=False, stream=True)
                if job.begin(response):
                    async for chunk in response.aiter_raw():
                        await on_worker(job.write, chunk)
                    job.end()
                    continue
                if not await aread_within(response, transport.settings.max_answer_bytes):
                    raise transport.too_large(job.call, response)
                pause = job.refused(response)
            except Exception as cause:  # noqa: BLE001 - what is not the libraries' is raised again
                pause = job.broken(request, cause)
            finally:
                if response is not None:
                    await response.aclose()
            await transport.sleep(pause)
        return await on_worker(job.finish)


def signed_url(operation: Operation[Any], response: httpx.Response, field: str) -> str:
    """Return the pre-signed URL in the answer of `operation`."""
    check(operation, response)
    data = parse_json(operation, response)
    url = cast("dict[str, Any]", data).get(field) if isinstance(data, dict) else None
    if isinstance(url, str) and url:
        return url
    error = DecodeError("expected a pre-signed URL", field)
    error.about(operation, response.request)
    raise error


def _upload_call(
    transport: BaseTransport,
    url: str,
    source: Source,
    on_progress: Progress | None,
    headers: Mapping[str, str] | None,
    timeout: Timeout,
) -> Call:
    call = _call(transport, UPLOAD, url, headers, timeout)
    if isinstance(source, (bytes, bytearray)):
        source = io.BytesIO(source)
    file = source if hasattr(source, "read") else a_path(source, "what is uploaded")
    stream = FileStream(cast("Path | BinaryIO", file), on_progress)
    if stream.size is None:
        raise InvalidArgument(
            "an upload must know its size beforehand: give a path, bytes or a file that can seek"
        )
    call.content = Content("", stream=stream)
    for name, value in call.content.headers(call.url).items():
        call.headers[name.decode("ascii")] = value.decode("ascii")
    return call


def _call(
    transport: BaseTransport,
    operation: Operation[Any],
    url: str,
    headers: Mapping[str, str] | None,
    timeout: Timeout,
) -> Call:
    own = {
        "accept": "*/*",
        "accept-encoding": "identity",
        "user-agent": transport.settings.headers["user-agent"],
    }
    own |= {name.lower(): value for name, value in (headers or {}).items()}
    return _SignedCall(
        operation,
        _SignedUrl(safe_to_call(url, "the pre-signed URL", transport.settings.allow_insecure)),
        httpx.Headers([(name.encode("ascii"), header_value(name, value)) for name, value in own.items()]),
        transport.settings.timeout if timeout is None else phases(timeout),
        options={},
    )

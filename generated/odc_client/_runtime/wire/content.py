"""A body ready for a request, whatever it was made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .headers import header_value

if TYPE_CHECKING:
    from ..kernel._http import httpx
    from .streams import ChainStream, FileStream

__all__ = ["Content"]


class Content:
    """A body ready for a request: its media type, and either bytes or a stream of known or unknown size."""

    __slots__ = ("media_type", "raw", "stream")

    def __init__(
        self,
        media_type: str,
        raw: bytes | None = None,
        stream: FileStream | ChainStream | None = None,
    ) -> None:
        self.media_type = media_type
        self.raw = raw
        self.stream = stream

    def headers(self, url: httpx.URL) -> dict[bytes, bytes]:
        """Return the headers of the body; a request with a stream of its own gets none by itself."""
        headers = {b"content-type": header_value("Content-Type", self.media_type)} if self.media_type else {}
        if self.stream is not None:
            size = self.stream.size
            headers[b"host"] = url.netloc
            headers |= (
                {b"transfer-encoding": b"chunked"} if size is None else {b"content-length": b"%d" % size}
            )
        return headers

"""Request bodies: JSON, forms, multipart, text and binary, from models and from files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from ..errors.base import InvalidArgument
from ..kernel.files import File, is_file
from ..kernel.parameter import is_json
from .checks import fits_body, is_list, is_object, shown, told
from .content import Content
from .json_text import json_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ..kernel.operation import Operation
    from ..kernel.parameter import Media

__all__ = ["encode_body"]

OCTETS = "application/octet-stream"
# JSON can say everything but a file; a form has no null, and a part of one is the last resort.
RANK = {"json": 0, "text": 0, "binary": 0, "form": 1, "multipart": 2}


def encode_body(operation: Operation[Any], body: object, wanted: str = "") -> Content:
    """Return `body` in the media type that fits both its kind and what the operation declares.

    Args:
        operation: What is called.
        body: A model, plain data or a file.
        wanted: The media type that the caller asks for among those declared; empty for none.

    Raises:
        InvalidArgument: It fits none of them.
    """
    declared = operation.body
    media = declared[0] if len(declared) == 1 and not wanted else None
    if (
        media is None
        or media.form != "json"
        or media.kind not in ("any", type(body).__name__)
        or is_file(body)
    ):
        media = _chosen(operation, body, wanted)
    if is_file(body) or media.form in ("text", "binary"):
        return _octets(media, body, wanted)
    if media.form == "json":
        return Content(_json_type(media, wanted), json_bytes(operation, body))
    if media.form == "form":
        from .forms import form_content

        return form_content(operation, media, body)
    from .multipart import multipart_content

    return multipart_content(operation, media, body)


def _chosen(operation: Operation[Any], body: object, wanted: str) -> Media:
    """Return the declared media type in which a body is written."""
    essence = wanted.partition(";")[0].strip().lower()
    asked = [media for media in operation.body if media.essence == essence]
    fitting = [media for media in asked or operation.body if _fits(media, body)]
    if wanted and not asked:
        # What is only passed on may be told under another name; what is written here, as what it is.
        fitting = [
            media for media in fitting if media.form in ("text", "binary") or _is_alike(media, essence)
        ]
    if not fitting:
        kinds = " or ".join(
            dict.fromkeys(f"{told(media.kind)} as {media.media_type}" for media in operation.body)
        )
        given = shown(body) + (f" as {wanted}" if wanted else "")
        raise InvalidArgument(f"the body of {operation.name} must be {kinds or 'left out'}, not {given}")
    return min(fitting, key=lambda media: RANK[media.form])


def _is_alike(media: Media, essence: str) -> bool:
    return media.form == "json" and is_json(essence)


def _fits(media: Media, body: object) -> bool:
    if is_file(body):
        return media.form in ("binary", "text") or "*" in media.essence
    if media.form == "text":
        return isinstance(body, str)
    if media.form == "binary":
        return False
    if media.form in ("form", "multipart"):
        return (
            is_object(body)
            and fits_body(media.kind, body)
            and (media.form == "multipart" or not _has_files(body))
        )
    is_form_only = hasattr(body, "encode_multipart") and not hasattr(body, "encode")
    return not is_form_only and fits_body(media.kind, body) and not _has_files(body)


def _has_files(body: object) -> bool:
    """Tell whether a model or a mapping holds the content of a file."""
    parts = getattr(body, "encode_multipart", None)
    if parts is not None:
        values: Iterable[object] = (value for _, value in parts())
    else:
        values = cast("Mapping[str, object]", body).values() if isinstance(body, dict) else ()
    return any(
        is_file(value) or (is_list(value) and any(map(is_file, cast("Iterable[object]", value))))
        for value in values
    )


def _octets(media: Media, body: object, wanted: str) -> Content:
    """Return a text or a file as it is."""
    file = body if isinstance(body, File) else None
    content = body if file is None else file.content
    told_type = wanted or (file.content_type if file is not None else None) or media.media_type
    media_type = OCTETS if "*" in told_type else told_type
    if media.essence.startswith("multipart/") and "boundary=" not in media_type:
        raise InvalidArgument(
            f"a body of {media.essence} is sent as it is: tell its boundary in the header Content-Type"
        )
    if isinstance(content, str):
        return _text(media_type, content)
    if isinstance(content, (bytes, bytearray)):
        return Content(media_type, bytes(content))
    from .streams import FileStream

    return Content(media_type, stream=FileStream(cast("Any", content)))


def _text(media_type: str, text: str) -> Content:
    """Return a text in the charset of its media type, or in UTF-8, which is told then."""
    charset = _charset(media_type)
    if not charset and media_type.startswith("text/"):
        media_type += "; charset=utf-8"
    try:
        return Content(media_type, text.encode(charset or "utf-8"))
    except (LookupError, UnicodeEncodeError) as error:
        raise InvalidArgument(f"the body cannot be written as {media_type}: {error}") from None


def _json_type(media: Media, wanted: str) -> str:
    name = wanted or media.media_type
    if _charset(name) not in ("", "utf-8"):
        raise InvalidArgument(f"the body cannot be written as {name}: JSON is sent in UTF-8")
    return "application/json" if "*" in name else name


def _charset(media_type: str) -> str:
    return media_type.lower().partition("charset=")[2].partition(";")[0].strip(' "')

"""Bodies of several named parts: texts, JSON and files."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from ..errors.base import InvalidArgument
from ..kernel.files import File, is_file
from .checks import is_list, is_object
from .content import Content
from .forms import item_text, plain_of, refuse_null, written
from .headers import header_name, header_value
from .streams import ChainStream, FileStream
from .styles import content_of, deep_pairs, shape_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ..kernel.operation import Operation
    from ..kernel.parameter import Media, Param

__all__ = ["multipart_content"]

JSON = "application/json"
OCTETS = "application/octet-stream"
DELIMITERS = {"spaceDelimited": " ", "pipeDelimited": "|"}


class Part(NamedTuple):
    """One part; a text without a media type is one as HTML's forms send it."""

    name: str
    content: object
    headers: Mapping[str, str]
    media_type: str = ""
    filename: str | None = None


def multipart_content(operation: Operation[Any], media: Media, body: object) -> Content:
    """Return the fields of a model or a mapping as a body of parts.

    Raises:
        InvalidArgument: One of them has no place in a form.
    """
    boundary = os.urandom(16).hex()
    pieces: list[bytes | FileStream] = []
    for part in written(operation, media, body, _parts):
        pieces += [_encoded(f"--{boundary}\r\n{_head(part)}\r\n\r\n"), _content(part.content), b"\r\n"]
    pieces.append(f"--{boundary}--\r\n".encode())
    return Content(f"multipart/form-data; boundary={boundary}", stream=ChainStream(pieces))


def _parts(param: Param | None, name: str, value: object) -> Iterator[Part]:
    """Yield the parts of one field: one for each item of a list, files and JSON among them."""
    headers = {} if param is None else param.headers
    media_type = "" if param is None else param.media_type
    if param is not None and param.styled and not media_type and not is_file(value):
        for field, text in _styled(param, plain_of(value)):
            yield Part(field, text, headers)
        return
    for item in cast("Iterable[object]", value) if is_list(value) else (value,):
        yield (_file if is_file(item) else _part)(name, item, media_type, headers)


def _part(name: str, value: object, media_type: str, headers: Mapping[str, str]) -> Part:
    """Return a part that is no file: a text, or JSON for what has parts itself."""
    plain = plain_of(value)
    if media_type and not _is_range(media_type):
        return Part(name, content_of(media_type, plain), headers, media_type)
    refuse_null(plain)
    kind = JSON if is_object(plain) or is_list(plain) else ""
    return Part(name, item_text(plain), headers, kind)


def _file(name: str, value: object, media_type: str, headers: Mapping[str, str]) -> Part:
    file = value if isinstance(value, File) else File(cast("Any", value), _filename(name, value))
    kind = file.content_type or _kind_of(file, media_type)
    return Part(name, file.content, {**headers, **file.headers}, kind, file.filename)


def _filename(name: str, value: object) -> str:
    """A server takes a part for a file by its file name."""
    own = value.name if isinstance(value, Path) else getattr(value, "name", None)
    return Path(own).name if isinstance(own, str) and own else name


def _kind_of(file: File, declared: str) -> str:
    """Return the media type of a file: the one of the document; of several, the one that its name tells."""
    if not _is_range(declared):
        return declared or OCTETS
    import mimetypes

    guess = mimetypes.guess_type(file.filename or "")[0] or OCTETS
    accepted = {name.strip() for name in declared.split(",")}
    return guess if accepted & {guess, guess.partition("/")[0] + "/*", "*/*"} else OCTETS


def _is_range(media_type: str) -> bool:
    return "," in media_type or "*" in media_type


def _styled(param: Param, value: object) -> list[tuple[str, str]]:
    """Return a field in the style that the document gives it; a part has no need of escapes."""
    refuse_null(value)
    if param.style == "deepObject":
        return deep_pairs(param, value)
    shape = shape_of(value)
    if isinstance(shape, str):
        return [(param.name, shape)]
    if param.explode:
        return [(param.name, item) for item in shape] if isinstance(shape, list) else list(shape.items())
    delimiter = DELIMITERS.get(param.style, ",")
    texts = shape if isinstance(shape, list) else [text for pair in shape.items() for text in pair]
    if wrong := [text for text in texts if delimiter in text]:
        raise InvalidArgument(f"{wrong[0]!r} holds the character that separates the items")
    return [(param.name, delimiter.join(texts))] if texts else []


def _content(content: object) -> bytes | FileStream:
    if isinstance(content, str):
        return _encoded(content)
    return bytes(content) if isinstance(content, (bytes, bytearray)) else FileStream(cast("Any", content))


def _encoded(text: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError:
        raise InvalidArgument(
            "a part of the body holds a character that cannot be written in UTF-8"
        ) from None


def _head(part: Part) -> str:
    lines = [f'Content-Disposition: form-data; name="{_escaped(part.name)}"']
    if part.filename is not None:
        lines[0] += f'; filename="{_escaped(part.filename)}"'
    kind = {"Content-Type": part.media_type} if part.media_type else {}
    for name, value in {**kind, **part.headers}.items():
        header_name(name)
        lines.append(f"{name}: {header_value(name, value).decode('ascii')}")
    return "\r\n".join(lines)


def _escaped(text: str) -> str:
    # As HTML's forms write it: only what would end the parameter or the line is escaped.
    return text.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")

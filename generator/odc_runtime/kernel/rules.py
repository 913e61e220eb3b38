"""What HTTP has a place for: names of headers and cookies, media types; the generator asks here too."""

from __future__ import annotations

__all__ = ["OWNED_HEADERS", "is_cookie_value", "is_media_type", "is_token"]

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
_TOKEN = frozenset(_LETTERS + "!#$%&'*+.^_`|~-")
_COOKIE = frozenset(_LETTERS + "!#$%&'()*+-./:<=>?@[]^_`{|}~")

OWNED_HEADERS = frozenset(
    (
        "connection",
        "content-length",
        "expect",
        "host",
        "http2-settings",
        "keep-alive",
        "proxy-authorization",
        "proxy-connection",
        "te",
        "trailer",
        "transfer-encoding",
        "upgrade",
    )
)
"""Headers in lower case that belong to the connection or frame the message: the client writes them itself."""


def is_token(text: str) -> bool:
    """Tell whether a text can be a method, or the name of a header or a cookie (RFC 9110, RFC 6265)."""
    return bool(text) and _TOKEN.issuperset(text)


def is_cookie_value(text: str) -> bool:
    """Tell whether a text can be a cookie's value as it is; spaces, quotes, `,` and `;` cannot."""
    return _COOKIE.issuperset(text)


def is_media_type(text: str) -> bool:
    """Tell whether a text is a media type, or a range of them, with its parameters."""
    essence, *parameters = text.split(";")
    kind, slash, name = essence.strip().partition("/")
    if not (slash and is_token(kind) and is_token(name)):
        return False
    return all(_is_parameter(parameter.strip()) for parameter in parameters)


def _is_parameter(text: str) -> bool:
    name, equals, value = text.partition("=")
    if len(value) > 1 and value[0] == value[-1] == '"':
        value = value[1:-1] or "_"
    is_value = value != "" and value.isascii() and value.isprintable() and '"' not in value
    return not text or (equals != "" and is_token(name) and is_value)

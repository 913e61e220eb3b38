"""What an answer that is no page of ODC's tells of itself, in the words of one that is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from ..errors.course import PagingError
from ..kernel._http import httpx

if TYPE_CHECKING:
    from ..kernel.operation import Paging

__all__ = ["facts_of", "items_at", "value_at", "within"]


def facts_of(
    name: str, paging: Paging, body: Any, count: int, asked: object, response: httpx.Response
) -> dict[str, Any]:
    """Return the facts of a page: where the next one is, and how many items and pages there are.

    Args:
        name: The operation's name, for errors.
        paging: How it pages.
        body: The parsed answer.
        count: How many items the page has.
        asked: The offset or number that the page was asked for with, or None.
        response: The answer, for its `Link` header.

    Raises:
        PagingError: The server says that there is more, but not where.
    """
    more = value_at(body, paging.more) if paging.more else None
    following = None if more is False else _following(paging, body, count, asked, response)
    if more is True and following is None:
        raise PagingError(f"{name}: the server says that more follows, but not where")
    return {
        paging.cursor: following,
        "offset": asked,
        "totalResults": value_at(body, paging.total) if paging.total else None,
        "totalPages": value_at(body, paging.pages) if paging.pages else None,
    }


def _following(paging: Paging, body: Any, count: int, asked: object, response: httpx.Response) -> Any:
    if paging.style == "told":
        return value_at(body, paging.follow)
    if paging.style == "link":
        link = value_at(body, paging.follow) if paging.follow else response.links.get("next", {}).get("url")
        return link or None
    if not count:
        return None
    if paging.style == "number":
        number = paging.first if asked is None else _whole(asked)
        pages = value_at(body, paging.pages) if paging.pages else None
        return None if type(pages) is int and number - paging.first + 1 >= pages else number + 1
    reached = (0 if asked is None else _whole(asked)) + count
    total = value_at(body, paging.total) if paging.total else None
    return None if type(total) is int and reached >= total else reached


def items_at(body: Any, path: str) -> Any:
    """Return the list of items in an answer.

    Raises:
        KeyError: It is not there.
    """
    for name in path.split(".") if path else ():
        body = body[name]
    return body


def value_at(body: Any, path: str) -> Any:
    """Return what an answer has at a place, or None; a number in the place counts items, -1 is the last."""
    for name in path.split("."):
        if isinstance(body, dict):
            body = cast("dict[str, Any]", body).get(name)
        elif isinstance(body, list) and name.removeprefix("-").isdecimal():
            items, index = cast("list[object]", body), int(name)
            body = items[index] if -len(items) <= index < len(items) else None
        else:
            return None
    return body


def within(name: str, base_url: str, url: httpx.URL, link: str) -> httpx.URL:
    """Return where a link leads from `url`, if that is at the API's own origin.

    Raises:
        PagingError: It leads to another host, or nowhere.
    """
    try:
        there, base = url.join(link), httpx.URL(base_url)
    except httpx.InvalidURL:
        raise PagingError(f"{name}: the link to the next page is no URL") from None
    if (there.scheme, there.host, there.port) != (base.scheme, base.host, base.port):
        raise PagingError(f"{name}: the link to the next page leads to another host, {there.host}")
    return there


def _whole(value: object) -> int:
    if isinstance(value, (int, str)) and str(value).lstrip("-").isdecimal():
        return int(value)
    raise PagingError(f"{value!r} is no number from which the pages can be counted")

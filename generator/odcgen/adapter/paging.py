"""Recognising answers that are pages of a list, and reading what an extension says of them."""

from __future__ import annotations

from typing import Any

from odcgen import ir
from odcgen.errors import DocumentError
from odcgen.kit.json_value import Json

from .models import Models
from .page_facts import CURSORS, NEXT_CURSORS, SIZES, is_page_fact, spelled

KEYWORD = "x-odcgen-paging"
_ASKED = ("offset", "page", "cursor")
_ODC_NEXT = "page.nextPageOffset"


def find_paging(
    operation: ir.Operation, told: Json | None, models: Models, *, linked: bool
) -> ir.Paging | None:
    """Return how an operation pages, or None where its answer is no list or not known to be a page of one.

    Without an extension a list is recognised by the parameters that ask for its next page:
    `{results: [...], page?: {...}}` with `limit` and `offset`, in any spelling, in the query or the body (a
    GET that tells of a page, but takes no offset, has only one); a list with a cursor that is taken back and
    nothing else; an array with a `Link` header. Only a GET is taken for a list by its cursor or header: what
    has an effect must be sent when it is called.

    Args:
        operation: the operation without its paging.
        told: what the extension says.
        models: the models of the document.
        linked: whether the answer is declared to have a `Link` header.

    Raises:
        DocumentError: if the extension names what is not there.
    """
    seen = _Operation(operation, models)
    if told is not None:
        return _Told(seen, told).paging()
    return _with_offset(seen) or _with_cursor(seen) or (_with_links(seen) if linked else None)


class _Operation:
    """An operation as paging sees it: what can be asked for, and what is answered."""

    def __init__(self, node: ir.Operation, models: Models) -> None:
        self.node = node
        self.result = ir.unwrap(node.result) if node.result is not None else None
        self.fields = self.inside(self.result, models)
        self.query = [parameter.wire for parameter in node.located("query")]
        contents = node.body.contents if node.body else ()
        self.body = [one.wire for one in self.inside(contents[0].type, models).values()] if contents else []
        self.models = models

    @staticmethod
    def inside(type_: ir.Type | None, models: Models) -> dict[str, ir.Field]:
        """Return the fields of a model by the names of the document; what is no model has none."""
        bare = ir.unwrap(type_) if type_ is not None else None
        model = models.get(bare.key) if isinstance(bare, ir.Ref) else None
        return {field.wire.text: field for field in model.fields} if model else {}

    def item(self, path: str) -> ir.Type | None:
        """Return the type of the items of the list at a path of the answer, or None without a list."""
        found, fields = self.result, self.fields
        for name in path.split(".") if path else ():
            found = fields[name].type if name in fields else None
            fields = self.inside(found, self.models)
        bare = ir.unwrap(found) if found is not None else None
        return ir.unwrap(bare.item) if isinstance(bare, ir.ListOf) else None

    @property
    def lists(self) -> list[str]:
        """The properties of the answer that are lists."""
        return [name for name in self.fields if self.item(name) is not None]

    def asks(self, *names: str) -> ir.SpecText | None:
        """Return the query parameter that has one of some names, in any spelling."""
        return next((wire for wire in self.query if spelled(wire.text) in names), None)


def _with_offset(seen: _Operation) -> ir.Paging | None:
    item = seen.item("results")
    if item is None or not {"results"} <= seen.fields.keys() <= {"results", "page"}:
        return None
    page = ir.SpecText("page") if "page" in seen.fields else None
    limit, offset, in_body = _asked(seen, in_body=page is not None)
    if offset is None and not (page and seen.node.method == "GET"):
        return None
    style: ir.PagingStyle = "told" if page else "count"
    return ir.Paging(ir.SpecText("results"), item, page, limit, offset, in_body, style)


def _asked(seen: _Operation, *, in_body: bool) -> tuple[ir.SpecText | None, ir.SpecText | None, bool]:
    """Return the names of `limit` and `offset`, in the query or else in the body."""
    query = {wire.text.lower(): wire for wire in seen.query}
    body = {wire.text.lower(): wire for wire in seen.body} if in_body else {}
    if "offset" in query or "offset" not in body:
        return query.get("limit"), query.get("offset"), False
    return body.get("limit"), body["offset"], True


def _with_cursor(seen: _Operation) -> ir.Paging | None:
    """Recognise a cursor, if all that the answer tells beside its one list is about the page."""
    cursor, lists = seen.asks(*CURSORS), seen.lists
    if seen.node.method != "GET" or cursor is None or len(lists) != 1:
        return None
    others = [name for name in seen.fields if name != lists[0]]
    follow = [path for name in others for path in _cursors(seen, name)]
    item = seen.item(lists[0])
    if item is None or len(follow) != 1 or not all(map(is_page_fact, others)):
        return None
    limit, text = seen.asks(*SIZES), ir.SpecText
    return ir.Paging(text(lists[0]), item, None, limit, cursor, follow=text(follow[0]))


def _cursors(seen: _Operation, name: str) -> list[str]:
    """Return the paths of next cursors in a property of the answer: itself, or something in it."""
    if spelled(name) in NEXT_CURSORS:
        return [name]
    inside = seen.inside(seen.fields[name].type, seen.models)
    return [f"{name}.{inner}" for inner in inside if spelled(inner) in NEXT_CURSORS]


def _with_links(seen: _Operation) -> ir.Paging | None:
    item, limit = seen.item(""), seen.asks(*SIZES)
    if seen.node.method != "GET" or item is None or limit is None:
        return None
    return ir.Paging(ir.SpecText(""), item, None, limit, style="link")


class _Told:
    """Reads the extension."""

    def __init__(self, seen: _Operation, told: Json) -> None:
        self._seen = seen
        self._told = told

    def paging(self) -> ir.Paging:
        """Return what the extension says, completed by what the operation has."""
        told, seen = self._told, self._seen
        path = self._items()
        item = seen.item(path)
        if item is None:
            raise self._wrong(f"the answer has no list called {path!r}" if path else "the answer is no list")
        page = ir.SpecText("page") if "page" in seen.fields and "next" not in told else None
        style, asked, in_body = self._asked(page)
        limit = self._named("limit")[0] if "limit" in told else seen.asks(*SIZES)
        follow, total, more, pages = (self._path(key) for key in ("next", "total", "more", "pages"))
        return ir.Paging(
            items=ir.SpecText(path),
            item=item,
            page=page,
            limit=_asked(seen, in_body=True)[0] if in_body and "limit" not in told else limit,
            offset=asked,
            in_body=in_body,
            style=style,
            follow=None if follow == ir.SpecText(_ODC_NEXT) else follow,
            total=total,
            more=more,
            pages=pages,
            first=int(told.get("first", 1)),
        )

    def _items(self) -> str:
        """Return the path of the items: what is said, else `results`, else the only list there is."""
        lists = self._seen.lists
        if "items" in self._told:
            return str(self._told["items"])
        return "results" if "results" in lists else "" if self._seen.item("") else (lists or ["results"])[0]

    def _asked(self, page: ir.SpecText | None) -> tuple[ir.PagingStyle, ir.SpecText | None, bool]:
        """Return the style, and what asks for the next page and where it stands."""
        given = [key for key in _ASKED if key in self._told]
        if len(given) > 1:
            raise self._wrong(f"{' and '.join(given)} cannot both ask for the next page")
        if self._told.get("link") or ("next" in self._told and not given and not self._offset(page)[0]):
            return "link", None, False
        if not given:
            offset, in_body = self._offset(page)
            return ("count" if offset and not page and "next" not in self._told else "told"), offset, in_body
        if given == ["cursor"] and "next" not in self._told:
            raise self._wrong('"next" must say where the answer has the next cursor')
        name, in_body = self._named(given[0])
        if given == ["page"]:
            return ("told" if "next" in self._told else "number"), name, in_body
        return ("told" if "next" in self._told or page else "count"), name, in_body

    def _offset(self, page: ir.SpecText | None) -> tuple[ir.SpecText | None, bool]:
        _, offset, in_body = _asked(self._seen, in_body=page is not None)
        return offset, in_body

    def _named(self, key: str) -> tuple[ir.SpecText, bool]:
        """Return a parameter or a property of the body that the extension names."""
        name = self._told[key]
        for wires, in_body in ((self._seen.query, False), (self._seen.body, True)):
            if found := next((wire for wire in wires if wire.text == name), None):
                return found, in_body
        raise self._wrong(f"{key} names {name!r}, which is no query parameter and no property of the body")

    def _path(self, key: str) -> ir.SpecText | None:
        value: Any = self._told.get(key)
        return ir.SpecText(str(value)) if value else None

    def _wrong(self, what: str) -> DocumentError:
        return DocumentError(f"{KEYWORD}: {what}", pointer=f"{self._seen.node.pointer}/{KEYWORD}")

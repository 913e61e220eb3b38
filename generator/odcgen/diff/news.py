"""What a run changes for the callers of the package, in words: a paragraph, and an entry of CHANGES.md."""

from __future__ import annotations

import re
from collections.abc import Iterable

from attrs import frozen

from odcgen import ir
from odcgen.config import Config
from odcgen.documents.fetched import load_record
from odcgen.errors import OutputError, printable
from odcgen.output.folder import Folder
from odcgen.output.interface import Interface, operation_names

from .python.compare import diff_packages
from .python.surface import surface
from .report import Finding, Python

FILE_NAME = "CHANGES.md"
_SHOWN = 5
_WHOLE = ("python-api-removed", "python-resource-removed", "python-method-removed")
_NEW = ("python-api-added", "python-resource-added", "python-method-added")


@frozen
class News:
    """What changed since the package was last generated."""

    package: str
    client: str
    """What the client is called in examples: `odc` for an OdcClient."""
    python: Python
    findings: tuple[Finding, ...]
    removed: tuple[str, ...]
    """Methods that are there no more, such as `identity.users.list`."""
    added: tuple[str, ...]
    unpinned: tuple[str, ...]
    """New methods that no overlay names, though it names others of their API."""
    deleted: tuple[str, ...]
    """Selected methods that are there no more."""
    outdated: tuple[str, ...]
    """Selected methods that are called in another way."""

    @property
    def calls(self) -> list[str]:
        """What callers of the removed methods have in their code."""
        return [f"`{self.client}.{name}(`" for name in self.removed]

    @property
    def breaking(self) -> list[str]:
        """What breaks callers besides methods that are gone."""
        return [finding.text for finding in self.findings if _breaks(finding)]

    @property
    def harmless(self) -> list[str]:
        """What breaks nobody, besides new methods."""
        texts = [finding for finding in self.findings if finding.level != "error"]
        return [finding.text for finding in texts if finding.id not in _NEW]


def news_of(old: Interface | None, package: ir.Package, config: Config) -> News | None:
    """Compare a package with the interface that it had; None if that is unknown, or nothing changed."""
    if old is None:
        return None
    findings, python = diff_packages(old.package, package)
    before, after = operation_names(old.package), operation_names(package)
    methods, now = surface(old.package).functions.keys(), surface(package).functions.keys()
    changed = {finding.text.partition("()")[0] for finding in findings}
    news = News(
        package=package.name,
        client=package.client.removesuffix("Client").lower() or "client",
        python=python,
        findings=findings,
        removed=tuple(sorted(methods - now)),
        added=tuple(sorted(now - methods)),
        unpinned=tuple(sorted(_unpinned(package) - before)),
        deleted=tuple(sorted(config.operations - after)),
        outdated=tuple(sorted(config.operations & changed & before & after)),
    )
    return news if findings or news.deleted else None


def paragraph(news: News | None) -> str:
    """Return in a few sentences what changed; empty if nothing did."""
    if news is None:
        return ""
    sentences = [f"For callers of {news.package} this is a {news.python} change."] if news.findings else []
    told = (
        ("New: {}.", news.added),
        ("Gone, so look for {}.", news.calls),
        ("Breaking: {}.", news.breaking),
        ("Harmless: {}.", news.harmless),
        ("No overlay pins the name of {}.", news.unpinned),
        ("Selected, but deleted: {}.", news.deleted),
        ("Selected, and outdated: {}.", news.outdated),
    )
    return " ".join([*sentences, *(text.format(_few(items)) for text, items in told if items)])


def changelog(news: News | None, config: Config) -> dict[str, str]:
    """Return CHANGES.md with an entry more, as a file to write; none if there is nothing to tell."""
    if news is None or not news.findings:
        return {}
    try:
        with Folder(config.target) as folder:
            old = (folder.read(FILE_NAME) or b"").decode().replace("\r\n", "\n")
    except (OSError, UnicodeDecodeError) as error:
        shown = str(config.target / FILE_NAME)
        raise OutputError(f"the file cannot be read: {error}", file=shown) from None
    new = with_entry(old, news.package, entry(news, config))
    return {FILE_NAME: new} if new != old else {}


def with_entry(text: str, package: str, new: str) -> str:
    """Return the text of CHANGES.md with a new entry before the others; one that is there is not repeated."""
    if not text.strip():
        text = f"# Changes of {package}\n\nWritten by `odcgen generate`, newest first.\n"
    head, mark, rest = text.partition("\n## ")
    if f"## {rest}".startswith(new):
        return text
    return f"{head.rstrip()}\n\n{new}{mark}{rest}"


def entry(news: News, config: Config) -> str:
    """Return the entry for CHANGES.md; its date is that of the newest fetch of the documents that changed.

    So the same documents make the same entry on every machine and on every day.
    """
    names = {re.split(r"[.(: ]", finding.text)[0] for finding in news.findings}
    known = [
        load_record(document.path).fetched[:10] for document in config.documents if document.name in names
    ]
    dated = f"{max(known)}: " if any(known) else ""
    sections = (
        ("Gone; look for these calls", news.calls),
        ("Breaking", [_code(text) for text in news.breaking]),
        ("New", [_code(f"{news.client}.{name}()") for name in news.added]),
        ("Changed", [_code(text) for text in news.harmless]),
    )
    lines = [f"## {dated}{news.python} change"]
    for title, items in sections:
        if items:
            lines += ["", f"{title}:", "", *(f"- {item}" for item in items)]
    return "\n".join(lines) + "\n"


def _unpinned(package: ir.Package) -> set[str]:
    """Return the operations with a derived name in APIs whose other operations have pinned ones."""
    found: set[str] = set()
    for api in package.apis:
        named = [(resource, operation) for resource in api.resources for operation in resource.operations]
        if any(operation.hint for _, operation in named):
            found |= {f"{api.name}.{one.name}.{other.name}" for one, other in named if not other.hint}
    return found


def _breaks(finding: Finding) -> bool:
    return finding.level == "error" and finding.id not in _WHOLE


def _few(items: Iterable[str]) -> str:
    known = [printable(item) for item in items]
    more = len(known) - _SHOWN
    return "; ".join(known[:_SHOWN]) + (f"; and {more} more" if more > 0 else "")


def _code(text: str) -> str:
    return f"`{printable(text).replace('`', chr(39))}`"

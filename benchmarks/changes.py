"""`python -m benchmarks.changes`: make the tables of docs/changes.md anew from ../shared/odc-history."""

import json
import re
from itertools import pairwise
from pathlib import Path

from odcgen import ir
from odcgen.adapter import adapt
from odcgen.diff.grouping import groups
from odcgen.diff.python.compare import diff_packages
from odcgen.diff.rules import LEFT_OUT, OWN, is_documentation
from odcgen.diff.wire.diff import diff_documents
from odcgen.documents.document import Document
from odcgen.errors import DocumentError
from odcgen.naming import assign_names
from odcgen.normalize import normalize
from odcgen.overlay import apply, load_overlay
from odcgen.specs import distill

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "changes.md"
APIS = {
    "asset-repository-api-v1": "asset_repository",
    "code-quality-api-v1": "code_quality",
    "dependency-management-api-v1": "dependency_management",
    "deployments-api-v1": "deployments",
    "native-application-orchestration-service-api-v1": "native_mobile_builds",
    "subscription-api-v1": "subscription",
}
SHOWN = 2


def main():
    """Write the page with new tables."""
    PAGE.write_text(with_tables(PAGE.read_text("utf-8"), ROOT.parent / "shared" / "odc-history"), "utf-8")


def with_tables(page, history):
    """Return the page with each table between its two comments made anew."""
    tables = {"history": _history(history), "left-out": _left_out(), "own": _own()}
    return re.sub(
        r"<!-- table: (.*?) -->\n.*?<!-- end -->",
        lambda found: "\n".join([f"<!-- table: {found[1]} -->", *tables[found[1]], "<!-- end -->"]),
        page,
        flags=re.DOTALL,
    )


def _history(history):
    """Yield a row for each pair of consecutive versions."""
    yield from _head("API", "from", "to", "wire", "Python", "on the wire", "for callers in Python")
    for folder, api in APIS.items():
        for old, new in pairwise(sorted((history / folder).glob("*.json"))):
            report = diff_documents(_read(old), _read(new))
            packages = _package(old, api), _package(new, api)
            python = "refused"
            if all(packages):
                findings, python = diff_packages(*packages)
                report = report.with_python(findings, python)
            told = [_findings([*report.of("wire"), *report.of("renamed")]), _findings(report.of("python"))]
            yield _row(api, _version(old), _version(new), report.wire, python, *told)


def _version(path):
    number, day, _ = path.stem.split("_")
    return f"{number} ({day})"


def _read(path):
    return json.loads(path.read_text("utf-8-sig"))


def overlaid(path, api):
    """Return a version distilled and with the names that are pinned today, None for a broken one."""
    try:
        facts = distill(_read(path))
    except DocumentError:
        return None
    return apply(facts, load_overlay(ROOT / "specs" / "overlays" / f"{api}.yaml"), unmatched=[])


def _package(path, api):
    """Return the package that a version gives, None for a broken one."""
    if (data := overlaid(path, api)) is None:
        return None
    named = assign_names(adapt(Document(path.name, data, ""), normalize(data), name=api))
    return ir.Package(name="odc_client", apis=(named,))


def _findings(findings):
    """Return the gravest differences and the number of the others."""
    found = [group.finding for group in groups(findings) if not is_documentation(group.finding.id)]
    grave = [one for one in found if one.level != "info"]
    texts = list(dict.fromkeys(one.text for one in sorted(grave or found, key=lambda one: one.level)))
    more = len(found) - len(texts[:SHOWN])
    shown = "; ".join(f"`{text}`" for text in texts[:SHOWN])
    return shown + (f" and {more} more" if more > 0 else "")


def _left_out():
    """Yield a row for each reason, with the rules of the reference tool that are left out for it."""
    yield from _head("rules of the reference tool", "why they are left out")
    for reason in dict.fromkeys(LEFT_OUT.values()):
        yield _row(", ".join(f"`{rule}`" for rule, why in LEFT_OUT.items() if why == reason), reason)


def _own():
    """Yield a row for each level, with this project's own rules of it."""
    yield from _head("level", "own rules")
    for level in ("error", "warning", "info"):
        yield _row(level, ", ".join(f"`{rule}`" for rule, of in sorted(OWN.items()) if of == level))


def _head(*titles):
    return _row(*titles), "|" + "---|" * len(titles)


def _row(*cells):
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


if __name__ == "__main__":
    main()

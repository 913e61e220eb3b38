"""docs/changes.md tells what the comparison finds today."""

from benchmarks.changes import PAGE, with_tables


def test_the_published_table_is_the_present_one(shared):
    """`python -m benchmarks.changes` would change nothing."""
    page = PAGE.read_text("utf-8")
    assert with_tables(page, shared / "odc-history") == page

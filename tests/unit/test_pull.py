"""What an answer may replace, and what a killed pull leaves."""

import json
import os
import random
import signal
import subprocess
import sys
import time
import tomllib

import pytest
from attrs import evolve
from odcgen.documents.fetched import load_record
from odcgen.errors import DocumentError, FetchError, OdcgenError, UsageError
from odcgen.specs.catalog import Original
from odcgen.specs.http import Answer
from odcgen.specs.pull import compare, prepare, put
from odcgen.specs.sources import available, read_originals

PLACE = "https://specs.example/shop-api-v1.json"


def document(*, title="Shop API", version="v1", paths=("/orders",), text="prose", **members):
    """The bytes of a published document."""
    answers = {"200": {"description": text}}
    items = {path: {"get": {"summary": text, "responses": answers}} for path in paths}
    data = {"openapi": "3.0.1", "info": {"title": title, "version": version}, "paths": items} | members
    return json.dumps(data).encode()


@pytest.fixture
def shop(tmp_path):
    path = tmp_path / "specs" / "shop.json"
    return Original("shop", path, path, PLACE, "shop-api-v1.json", "Shop API", "v1")


def pull(original, content, **options):
    candidate = prepare(original, Answer(content, **options), place=PLACE)
    put(candidate)
    return candidate


def test_a_first_pull_writes_the_document_without_prose(shop):
    assert pull(shop, document(), etag='"1"').status == "new"
    assert b"prose" not in shop.path.read_bytes()
    record = load_record(shop.path)
    assert (record.url, record.etag) == (PLACE, '"1"')
    assert record.fetched.endswith("Z")


def test_texts_are_kept_on_demand(shop):
    candidate = prepare(shop, Answer(document()), place=PLACE, texts=True)
    put(candidate)
    assert b"prose" in shop.path.read_bytes()
    assert load_record(shop.path).texts == "kept"


def test_a_second_pull_of_the_same_bytes_changes_nothing(shop):
    pull(shop, document())
    before = {path: path.read_bytes() for path in shop.path.parent.iterdir()}
    assert pull(shop, document()).status == "current"
    assert {path: path.read_bytes() for path in shop.path.parent.iterdir()} == before


def test_other_texts_change_no_interface(shop):
    pull(shop, document())
    before, known = shop.path.read_bytes(), load_record(shop.path)
    assert pull(shop, document(text="other")).status == "texts only"
    assert shop.path.read_bytes() == before
    assert load_record(shop.path).upstream != known.upstream


def test_a_change_is_told_before_it_is_made(shop):
    pull(shop, document())
    before = shop.path.read_bytes()
    candidate = prepare(shop, Answer(document(paths=("/invoices",))), place=PLACE)
    assert candidate.status == "changed"
    report, reason = compare(candidate)
    assert (report.wire, report.python, reason) == ("breaking", "major", "")
    assert shop.path.read_bytes() == before
    put(candidate)
    assert b"/invoices" in shop.path.read_bytes()


def test_nothing_newer_leaves_everything(shop):
    pull(shop, document(), etag='"1"')
    assert pull(shop, None).status == "current"
    assert load_record(shop.path).etag == '"1"'


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "empty|JSON"),
        (document()[:-20], "JSON"),
        (b"<!DOCTYPE html><html></html>", "web page"),
        (b'\xef\xbb\xbf  <?xml version="1.0"?>', "web page"),
        (b"[]", "must be an object"),
        (b'{"message": "rate limited"}', "openapi is missing"),
        (document(title="Invoice API"), 'title is "Invoice API", not "Shop API"'),
        (document(version="v2"), 'version is "v2", not "v1"'),
        (document(paths=()), "no operations"),
        (document(components={"schemas": {"A": []}}), "must be an object"),
        (document() + document(), "JSON"),
        (b"\xff\xfe", "UTF-8"),
    ],
)
def test_what_is_no_good_document_replaces_none(shop, content, message):
    pull(shop, document())
    before = {path: path.read_bytes() for path in shop.path.parent.iterdir()}
    with pytest.raises(OdcgenError, match=message) as caught:
        pull(shop, content)
    assert isinstance(caught.value, (DocumentError, FetchError))
    assert {path: path.read_bytes() for path in shop.path.parent.iterdir()} == before


def test_a_broken_document_is_replaced_by_a_good_one(shop):
    shop.path.parent.mkdir()
    shop.path.write_text("{")
    candidate = prepare(shop, Answer(document()), place=PLACE)
    assert candidate.status == "changed"
    assert compare(candidate) == (None, "the present document is broken")


def test_a_change_that_python_cannot_be_told_of_is_told_all_the_same(shop, tmp_path):
    pull(shop, document())
    (tmp_path / "broken.yaml").write_text("overlay: 3")
    original = evolve(shop, overlays=(tmp_path / "broken.yaml",))
    candidate = prepare(original, Answer(document(paths=("/invoices",))), place=PLACE)
    report, reason = compare(candidate)
    assert (report.wire, report.python) == ("breaking", "none")
    assert reason.startswith("what changes for Python callers cannot be told: ")


def test_every_version_that_was_published_is_taken(shared, tmp_path):
    for folder in sorted((shared / "odc-history").iterdir()):
        path = tmp_path / f"{folder.name}.json"
        original = Original(folder.name, path, path, PLACE, path.name)
        for version in sorted(folder.iterdir()):
            put(prepare(original, Answer(version.read_bytes()), place=str(version)))


def test_a_folder_is_read_by_either_name(shop, tmp_path):
    (tmp_path / "shop.json").write_bytes(document())
    assert read_originals([shop], str(tmp_path)) == [Answer(document())]
    (tmp_path / "shop-api-v1.json").write_bytes(document(text="upstream's name wins"))
    assert read_originals([shop], str(tmp_path)) == [Answer(document(text="upstream's name wins"))]


def test_a_single_document_may_be_named_as_a_file(shop, tmp_path):
    (tmp_path / "any.json").write_bytes(document())
    assert read_originals([shop], str(tmp_path / "any.json")) == [Answer(document())]
    with pytest.raises(UsageError, match="several documents are wanted"):
        read_originals([shop, shop], str(tmp_path / "any.json"))


def test_only_what_a_folder_has_is_taken_from_it(shop, tmp_path):
    (tmp_path / "shop.json").write_bytes(document())
    missing = Original("nix", tmp_path / "x", tmp_path / "x", "", "nix.json")
    assert available([shop, missing], str(tmp_path)) == [shop]
    with pytest.raises(UsageError, match="has none of the documents"):
        available([missing], str(tmp_path))


def test_a_missing_file_is_an_error_of_that_document_only(shop, tmp_path):
    (tmp_path / "shop.json").write_bytes(document())
    missing = Original("nix", tmp_path / "x", tmp_path / "x", "", "nix.json")
    good, bad = read_originals([shop, missing], str(tmp_path))
    assert isinstance(good, Answer)
    assert isinstance(bad, FetchError)


def test_a_document_that_nobody_published_says_so(tmp_path):
    (error,) = read_originals([Original("a", tmp_path / "a", tmp_path / "a", "", "a")])
    assert "nobody knows where it is published" in str(error)


def test_plain_http_is_fetched_from_this_machine_only_when_asked(shop):
    with pytest.raises(UsageError, match="not https"):
        read_originals([shop], "http://specs.example")
    catalogued = Original("a", shop.path, shop.path, "http://127.0.0.1:1/a.json", "a.json", "A", "v1")
    with pytest.raises(UsageError, match="not https"):
        read_originals([catalogued])
    (error,) = read_originals([catalogued], "http://127.0.0.1:1")
    assert "cannot be fetched" in str(error)


# Tells how long it takes to pull two versions; then each line of the input starts a process that pulls them
# in turn, without end.
DRIVER = """
import os, random, sys, time
from pathlib import Path
from odcgen.specs.catalog import Original
from odcgen.specs.pull import prepare, put
from odcgen.specs.sources import read_originals
target, *folders = map(Path, sys.argv[1:])
original = Original("shop", target, target, "", "shop.json", ours=True)
def pull_all():
    for folder in folders:
        (answer,) = read_originals([original], str(folder))
        put(prepare(original, answer, place="shop.json"))
started = time.perf_counter()
pull_all()
print(time.perf_counter() - started, flush=True)
for line in sys.stdin:
    if os.fork() == 0:
        print(os.getpid(), flush=True)
        random.seed()
        random.shuffle(folders)
        while True:
            pull_all()
    os.wait()
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills forked processes")
def test_a_pull_that_is_killed_leaves_the_old_or_the_new_document(tmp_path):
    """200 times kill -9 at any moment of a pull."""
    target = tmp_path / "specs" / "shop.json"
    original = Original("shop", target, target, "", "shop.json", ours=True)
    folders, versions = [], []
    for number in range(2):
        content = document(text=str(number) * 500_000)  # long enough to be killed halfway through
        folders.append(tmp_path / str(number))
        folders[-1].mkdir()
        (folders[-1] / "shop.json").write_bytes(content)
        versions.append(prepare(original, Answer(content), place="shop.json").text)
    driver = subprocess.Popen(
        [sys.executable, "-c", DRIVER, str(target), *map(str, folders)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        text=True,
    )
    found = []
    try:
        seconds = float(driver.stdout.readline())
        for _ in range(200):
            driver.stdin.write("\n")
            driver.stdin.flush()
            pid = int(driver.stdout.readline())
            time.sleep(random.uniform(0, 2 * seconds))
            os.kill(pid, signal.SIGKILL)
            for left in target.parent.glob(".*.tmp"):
                left.unlink()
            found.append(versions.index(target.read_bytes()))
            record = tomllib.loads((target.parent / "fetched.toml").read_text())["shop"]
            assert record.keys() == {"document", "fetched", "texts", "upstream"}
    finally:
        driver.stdin.close()
        driver.wait(10)
        driver.stdout.close()
    assert set(found) == {0, 1}

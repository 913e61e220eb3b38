"""`odcgen specs list`, `pull`, `overlay` and `distill`, as a user in a folder of their own meets them."""

import io
import json
import shutil
import subprocess

import pytest
import yaml

from tests.behaviour.conftest import contents
from tests.runtime.loopback import Loopback, answer


def published(*, title="Shop API", version="v1", paths=("/orders",), text="prose", **members):
    """A document as its publisher writes it."""
    answers = {"200": {"description": text}}
    items = {path: {"get": {"summary": text, "responses": answers}} for path in paths}
    return {"openapi": "3.0.1", "info": {"title": title, "version": version}, "paths": items} | members


def publish(folder, name="shop-api-v1.json", **members):
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(json.dumps(published(**members)))


@pytest.fixture
def folder(tmp_path):
    """A project with a document that a catalog knows, and the folder in which its original is published."""
    (tmp_path / "specs").mkdir()
    (tmp_path / "odcgen.toml").write_text(
        '[package]\nname = "shop_client"\n[[documents]]\nname = "shop"\npath = "specs/shop.json"\n'
    )
    (tmp_path / "specs" / "catalog.toml").write_text(
        '[upstream]\nraw = "https://specs.invalid/apis"\n'
        '[[documents]]\nname = "shop"\ntitle = "Shop API"\nversion = "v1"\nsource = "shop-api-v1.json"\n'
    )
    publish(tmp_path / "up")
    return tmp_path


def test_a_newcomer_lists_what_odcgen_brings_along(odcgen):
    done = odcgen("specs", "list")
    assert done.status == 0
    header, _, *rows = done.out.splitlines()
    assert header.split() == ["name", "version", "operations", "source", "fetched"]
    assert len(rows) == 14
    (row,) = [row for row in rows if row.startswith("portfolios_v1 ")]
    assert "portfolio-api-v1.json" in row


def test_a_newcomer_pulls_into_a_folder_of_their_own(odcgen, tmp_path, specs):
    assert odcgen("init").status == 0
    original = json.loads(specs["portfolios_v1"].read_bytes())
    original["paths"].popitem()
    (tmp_path / "portfolio-api-v1.json").write_text(json.dumps(original))
    done = odcgen("specs", "pull", "portfolios_v1", "--from", ".")
    assert done.status == 0
    assert "portfolios_v1: wire breaking, Python major" in done.out
    assert (tmp_path / "specs" / "portfolios_v1.json").is_file()
    done = odcgen("generate", "--api", "portfolios_v1")
    assert done.status == 0
    assert "stale overlay" in done.err


def test_list_tells_what_was_fetched(folder, odcgen):
    assert odcgen("specs", "pull", "--from", "up").status == 0
    (row,) = json.loads(odcgen("specs", "list", "--json").out)
    assert (row["name"], row["title"], row["version"], row["operations"]) == ("shop", "Shop API", "v1", 1)
    assert row["source"] == "https://specs.invalid/apis/shop-api-v1.json"
    assert len(row["digest"]) == 64
    assert row["fetched"].endswith("Z")
    assert row["newer"] == "unknown"


def test_list_tells_a_document_that_is_missing(folder, odcgen):
    (row,) = json.loads(odcgen("specs", "list", "--json").out)
    assert (row["title"], row["operations"], row["digest"]) == ("(cannot be read)", 0, "")


@pytest.mark.parametrize(
    ("change", "newer"), [({}, "no"), ({"text": "other"}, "texts only"), ({"paths": ["/new"]}, "yes")]
)
def test_list_asks_upstream_for_something_newer(folder, odcgen, change, newer):
    config = folder / "odcgen.toml"
    config.write_text(config.read_text() + 'source = "up/shop-api-v1.json"\n')
    (folder / "specs" / "catalog.toml").unlink()
    assert odcgen("specs", "pull").status == 0
    publish(folder / "up", **change)
    before = contents(folder)
    (row,) = json.loads(odcgen("specs", "list", "--online", "--json").out)
    assert row["newer"] == ("yes" if change else "no")  # the texts of a document of one's own are kept
    assert contents(folder) == before


def test_what_odcgen_brings_along_may_be_what_upstream_has(tmp_path, odcgen, specs):
    (tmp_path / "odcgen.toml").write_text("[[documents]]\nname = 'portfolios_v1'\nsource = 'up.json'\n")
    (tmp_path / "up.json").write_bytes(specs["portfolios_v1"].read_bytes())
    (row,) = json.loads(odcgen("specs", "list", "--online", "--json").out)
    assert row["newer"] == "no"
    assert not (tmp_path / "specs").exists()


def test_upstream_out_of_reach_is_unknown(folder, odcgen):
    assert odcgen("specs", "pull", "--from", "up").status == 0
    (row,) = json.loads(odcgen("specs", "list", "--online", "--json").out)
    assert row["newer"].startswith("unknown: it cannot be fetched")


def test_pull_shows_what_changes_and_replaces(folder, odcgen):
    assert "shop: not here yet" in odcgen("specs", "pull", "--from", "up").out
    publish(folder / "up", paths=["/invoices"])
    done = odcgen("specs", "pull", "shop", "--from", "up")
    assert done.status == 0
    assert done.out.startswith("shop: wire breaking, Python major")
    assert "GET /orders" in done.out
    assert done.out.endswith("1 document written; now run `odcgen generate`\n")
    assert "[1/1] shop: 0 kB" in done.err
    document = json.loads((folder / "specs" / "shop.json").read_bytes())
    assert list(document["paths"]) == ["/invoices"]


def test_pull_says_when_nothing_changed(folder, odcgen):
    odcgen("specs", "pull", "--from", "up")
    before = contents(folder)
    assert odcgen("specs", "pull", "--from", "up").out == "shop: unchanged\n"
    assert contents(folder) == before
    publish(folder / "up", text="other words")
    assert "only texts changed upstream" in odcgen("specs", "pull", "--from", "up").out


def test_a_dry_run_writes_nothing(folder, odcgen):
    before = contents(folder)
    done = odcgen("specs", "pull", "--from", "up", "--dry-run")
    assert (done.status, done.out) == (0, "shop: not here yet\n1 document would be written; nothing was\n")
    assert contents(folder) == before


def test_texts_are_kept_for_those_who_may(folder, odcgen):
    odcgen("specs", "pull", "--from", "up")
    assert "prose" not in (folder / "specs" / "shop.json").read_text()
    odcgen("specs", "pull", "--from", "up", "--keep-prose")
    assert "prose" in (folder / "specs" / "shop.json").read_text()


def test_one_failure_leaves_the_others_alone(folder, odcgen):
    config = folder / "odcgen.toml"
    config.write_text(config.read_text() + '[[documents]]\nname = "mine"\npath = "specs/mine.json"\n')
    (folder / "up" / "mine.json").write_text("<html></html>")
    done = odcgen("specs", "pull", "--from", "up")
    assert done.status == 1
    assert "error: mine stays as it is: this is a web page or XML" in done.err
    assert "shop: not here yet" in done.out
    assert not (folder / "specs" / "mine.json").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nix"], "odcgen.toml has no document named nix. It has shop."),
        (["--from", "nowhere"], "nowhere does not exist"),
        (["--from", "http://specs.invalid"], "is not fetched: it is not https"),
        (["--from", "specs/overlays"], "does not exist"),
        (["--nix"], "there is no option --nix"),
    ],
)
def test_misuse_is_told_in_a_sentence(folder, odcgen, arguments, message):
    done = odcgen("specs", "pull", *arguments)
    assert done.status == 2
    assert message in done.err


def test_pull_needs_a_configuration(odcgen):
    done = odcgen("specs", "pull")
    assert done.status == 2
    assert "there is no odcgen.toml here or above" in done.err


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.mark.parametrize(("typed", "written"), [("n\n", False), ("y\n", True), ("\n", True)])
def test_on_a_terminal_one_is_asked(folder, odcgen, monkeypatch, typed, written):
    monkeypatch.setattr("sys.stdin", Terminal(typed))
    done = odcgen("specs", "pull", "--from", "up")
    assert done.status == 0
    assert "Write 1 document? [Y/n]" in done.out
    assert (folder / "specs" / "shop.json").exists() is written


def test_yes_asks_nobody(folder, odcgen, monkeypatch):
    monkeypatch.setattr("sys.stdin", Terminal())
    assert "[Y/n]" not in odcgen("specs", "pull", "--from", "up", "--yes").out
    assert (folder / "specs" / "shop.json").exists()


def test_a_mirror_is_asked_conditionally(folder, odcgen):
    with Loopback() as mirror:
        mirror.handle = lambda asked: (
            answer(304) if "if-none-match" in asked.headers else answer(200, published(), etag='"1"')
        )
        for said in ("shop: not here yet", "shop: unchanged"):
            done = odcgen("specs", "pull", "--from", f"{mirror.url}/apis/")
            assert (done.status, done.out.splitlines()[0]) == (0, said)
        assert "nothing newer" in done.err
        first, second = mirror.asked
        assert (first.path, second.headers["if-none-match"]) == ("/apis/shop-api-v1.json", '"1"')
        (folder / "specs" / "shop.json").write_text("{}")
        assert "shop: " in odcgen("specs", "pull", "--from", f"{mirror.url}/apis/").out
        assert "if-none-match" not in mirror.asked[2].headers


def test_a_mirror_with_a_web_page_replaces_nothing(folder, odcgen):
    with Loopback() as mirror:
        mirror.handle = lambda asked: answer(200, b"<!doctype html><title>Sign in</title>")
        done = odcgen("specs", "pull", "shop", "--from", mirror.url)
    assert done.status == 1
    assert "shop stays as it is: this is a web page" in done.err
    assert not (folder / "specs" / "shop.json").exists()


def git(folder, *arguments):
    name = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", folder, *name, *arguments], check=True, capture_output=True)


@pytest.mark.skipif(shutil.which("git") is None, reason="git is missing")
def test_the_first_pull_is_compared_with_what_odcgen_brought_along(odcgen, tmp_path, specs):
    """What the weekly workflow tells: before the first pull there is no document in the repository."""
    (tmp_path / "odcgen.toml").write_text("[[documents]]\nname = 'portfolios_v1'\n")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "Start")
    assert "no differences" in odcgen("diff", "HEAD").out
    original = json.loads(specs["portfolios_v1"].read_bytes())
    original["paths"].popitem()
    (tmp_path / "portfolio-api-v1.json").write_text(json.dumps(original))
    assert odcgen("specs", "pull", "--from", ".", "--yes").status == 0
    done = odcgen("diff", "HEAD", "--format", "markdown")
    assert "wire breaking, Python major" in done.out
    assert "portfolios_v1.environments removed" in done.out
    assert odcgen("generate", "--allow-stale").status == 0


ACTIONS = [
    {"target": "$.info", "update": {"title": "Better"}},
    {"target": "$.paths['/orders'].get.summary", "remove": True},
]


def overlay(folder, *actions, version="1.0.0"):
    data = {"overlay": version, "info": {"title": "Ours", "version": "1"}, "actions": list(actions)}
    (folder / "overlay.yaml").write_text(yaml.safe_dump(data))


def test_an_overlay_is_applied_to_any_document(folder, odcgen):
    overlay(folder, *ACTIONS)
    done = odcgen("specs", "overlay", "up/shop-api-v1.json", "overlay.yaml")
    assert (done.status, done.err) == (0, "")
    expected = published(title="Better")
    del expected["paths"]["/orders"]["get"]["summary"]
    assert json.loads(done.out) == expected


def test_several_overlays_are_applied_in_order(folder, odcgen):
    overlay(folder, {"target": "$.info", "update": {"x-a": 1}}, {"target": "$", "update": {"x-b": 2}})
    (folder / "overlay.yaml").rename(folder / "first.yaml")
    overlay(folder, {"target": "$", "copy": "$.info"}, version="1.1.0")
    done = odcgen("specs", "overlay", "up/shop-api-v1.json", "first.yaml", "overlay.yaml", "-o", "out.yaml")
    assert done.status == 0
    result = yaml.safe_load((folder / "out.yaml").read_text())
    assert (result["x-a"], result["x-b"], result["title"]) == (1, 2, "Shop API")
    assert "*id" not in (folder / "out.yaml").read_text()


def test_a_document_that_is_not_openapi_takes_an_overlay_as_well(folder, odcgen):
    (folder / "any.yaml").write_text("swagger: '2.0'\nx: {a: 2024-01-01}\n")
    overlay(folder, {"target": "$.x", "update": {"b": [True, None, "yes"]}})
    done = odcgen("specs", "overlay", "any.yaml", "overlay.yaml")
    assert yaml.safe_load(done.out) == {"swagger": "2.0", "x": {"a": "2024-01-01", "b": [True, None, "yes"]}}


def test_actions_that_match_nothing_are_reported_and_the_others_applied(folder, odcgen):
    overlay(folder, {"target": "$.nix", "remove": True}, *ACTIONS)
    done = odcgen("specs", "overlay", "up/shop-api-v1.json", "overlay.yaml")
    assert done.status == 1
    assert "The target $.nix matches nothing (overlay.yaml:" in done.err
    assert json.loads(done.out)["info"]["title"] == "Better"


def test_strict_gives_no_result_then(folder, odcgen):
    overlay(folder, {"target": "$.nix", "remove": True}, *ACTIONS)
    done = odcgen("specs", "overlay", "up/shop-api-v1.json", "overlay.yaml", "--strict", "-o", "out.json")
    assert (done.status, done.out) == (1, "")
    assert not (folder / "out.json").exists()


def test_a_broken_overlay_is_an_error(folder, odcgen):
    (folder / "overlay.yaml").write_text("overlay: 2.0.0\n")
    done = odcgen("specs", "overlay", "up/shop-api-v1.json", "overlay.yaml")
    assert done.status == 1
    assert done.err.startswith("error: ")


def test_distill_writes_facts_only(folder, odcgen):
    done = odcgen("specs", "distill", "up/shop-api-v1.json", "-o", "facts.json")
    assert (done.status, done.out) == (0, "wrote facts.json\n")
    assert "prose" not in (folder / "facts.json").read_text()

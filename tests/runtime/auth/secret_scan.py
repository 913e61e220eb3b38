"""Looks for secrets in all that a run leaves behind: logs, reprs, pickles, tracebacks, files, output."""

import copy
import logging
import pickle
import pprint
import sys
import traceback
from base64 import b64encode, urlsafe_b64encode
from contextlib import contextmanager
from urllib.parse import quote, quote_plus

from odc_runtime.auth.header import BearerHeader
from odc_runtime.auth.tokens import Secret

SHORTEST = 7
PLAIN_FIELDS = set(vars(logging.makeLogRecord({}))) - {"args", "msg", "exc_text", "stack_info"}


def forms(secret):
    """Yield each way in which a secret may be written, as bytes."""
    raw = secret.encode()
    yield raw
    yield quote(secret, safe="").encode()
    yield quote_plus(secret).encode()
    yield raw.hex().encode()
    yield ascii(secret)[1:-1].encode()
    yield repr(secret)[1:-1].encode()
    yield repr(raw)[2:-1].encode()
    yield secret.encode("utf-16-le")
    for text in (raw, quote_plus(secret).encode()):
        for shift in range(3):  # base64 of something in which the secret begins at any byte
            for encode in (b64encode, urlsafe_b64encode):
                inner = encode(b"\0" * shift + text)[4 if shift else 0 :].rstrip(b"=")
                yield inner[: len(inner) - 1]


class Scanner:
    """Knows secrets in every form; `find` tells which of them a text or some bytes hold."""

    def __init__(self, *known):
        self._forms = {form: secret for secret in known for form in forms(secret) if len(form) >= SHORTEST}

    def find(self, content):
        """Return the forms of secrets in `content`."""
        data = content if isinstance(content, bytes) else content.encode("utf-8", "backslashreplace")
        return sorted(form for form in self._forms if form in data)


class Evidence:
    """What a run left behind, each piece with where it comes from."""

    def __init__(self):
        self.pieces = {}

    def add(self, where, content):
        """Keep a piece, once."""
        self.pieces[where, content] = None

    def findings(self, scanner):
        """Return (where, forms) of each piece that holds a secret."""
        found = ((where, scanner.find(content)) for where, content in self.pieces)
        return [(where, hits) for where, hits in found if hits]

    @contextmanager
    def of_logs(self):
        """Keep every record of every logger at DEBUG: its text, its arguments, its fields, its traceback."""
        handler = logging.Handler(logging.DEBUG)
        formatter = logging.Formatter("%(message)s")

        def emit(record):
            where = f"log {record.name}"
            self.add(where, formatter.format(record))
            fields = {name: value for name, value in vars(record).items() if name not in PLAIN_FIELDS}
            self.add(f"{where}, fields", repr(fields))

        handler.emit = emit
        root = logging.getLogger()
        before = root.level
        root.addHandler(handler)
        root.setLevel(logging.DEBUG)
        try:
            yield self
        finally:
            root.removeHandler(handler)
            root.setLevel(before)

    def of_object(self, one, name=None):
        """Keep what an object shows of itself, in each way that Python offers."""
        name = name or type(one).__name__
        shows = {
            "repr": repr, "str": str, "format": format, "pprint": pprint.pformat, "vars": _inside,
            "copy": lambda one: repr(copy.copy(one)), "reduce": lambda one: repr(one.__reduce_ex__(2)),
        }  # fmt: skip
        if isinstance(one, BearerHeader):
            shows = {"repr": repr}  # it is what is sent, and as a string it cannot be anything else
        for way, show in shows.items():
            self.add(f"{way} of {name}", _or_error(show, one))
        for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
            self.add(
                f"pickle {protocol} of {name}", _or_error(lambda one, p=protocol: pickle.dumps(one, p), one)
            )

    def of_error(self, error):
        """Keep an error, its causes, and its traceback with the locals of every frame."""
        name = type(error).__name__
        shown = traceback.TracebackException.from_exception(error, capture_locals=True)
        self.add(f"traceback of {name}", "".join(shown.format()))
        seen = set()
        while error is not None and id(error) not in seen:
            seen.add(id(error))
            self.of_object(error, type(error).__name__)
            self.add(
                f"args of {type(error).__name__}", repr(error.args) + repr(getattr(error, "__notes__", ""))
            )
            for frame, _ in traceback.walk_tb(error.__traceback__):
                for key, value in frame.f_locals.items():
                    self.add(f"local {key} in {frame.f_code.co_qualname}", _or_error(repr, value))
            error = error.__cause__ or error.__context__

    def of_files(self, folder, suffixes=("",)):
        """Keep every file below `folder`, and its name; or those whose names end in one of `suffixes`."""
        for path in sorted(folder.rglob("*")):
            if not path.name.endswith(tuple(suffixes)):
                continue
            self.add(f"name {path.name}", str(path.relative_to(folder)))
            if path.is_file() and not path.is_symlink():
                self.add(f"file {path.name}", path.read_bytes())


def _inside(one):
    """The attributes of an object, also of one with slots; only what holds the text itself has it inside."""
    slots = [name for kind in type(one).__mro__ for name in getattr(kind, "__slots__", ())]
    found = {**getattr(one, "__dict__", {}), **{name: getattr(one, name, None) for name in slots}}
    return repr(found if not isinstance(one, Secret) else list(found))


def _or_error(show, one):
    try:
        return show(one)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


@contextmanager
def watch_over_logs(monkeypatch):
    """Fail if anything that is logged meanwhile, at DEBUG, holds a value that was wrapped as a `Secret`."""
    known = set()
    for name, module in list(sys.modules.items()):
        if name == "odc_runtime.auth.tokens" or name.endswith("._runtime.auth.tokens"):
            kind = module.Secret

            def noting(self, value, make=kind.__init__):
                make(self, value)
                known.add(value)

            monkeypatch.setattr(kind, "__init__", noting)
    with Evidence().of_logs() as evidence:
        yield
    places = sorted({where for where, _ in evidence.findings(Scanner(*known))})
    assert not places, f"secrets in {', '.join(places)}"

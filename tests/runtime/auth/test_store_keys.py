"""Where the key of the encrypted stores comes from."""

import base64
import multiprocessing
import subprocess
import sys
import traceback

import pytest
from odc_runtime.auth.stores.file import EncryptedFileStore
from odc_runtime.auth.stores.keys import EnvironmentKey, KeyringKey
from odc_runtime.auth.stores.redis import RedisStore
from odc_runtime.errors.base import ConfigurationError

from tests.runtime.auth.store_workers import KEY, NAME, make_keyring_key, token, warnings_of_the_client

VARIABLE = "ODC_TOKEN_CACHE_KEY"


@pytest.fixture(autouse=True)
def empty_environment(tmp_path, monkeypatch):
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))


@pytest.fixture
def warnings():
    with warnings_of_the_client() as texts:
        yield texts


@pytest.fixture
def use_keyring():
    """Put a backend in the keyring's place for one test."""
    keyring = pytest.importorskip("keyring")
    before = keyring.get_keyring()
    yield keyring.set_keyring
    keyring.set_keyring(before)


def backend(module="a.safe.place", name="Keyring", get=None, put=None):
    """A keyring in memory, whose class pretends to come from `module`."""
    keyring = pytest.importorskip("keyring.backend")
    kept = {}

    def get_password(self, service, username):
        return kept.get((service, username))

    def set_password(self, service, username, password):
        kept[service, username] = password

    members = {"priority": 1, "get_password": get or get_password, "set_password": put or set_password}
    made = type(name, (keyring.KeyringBackend,), {"__module__": module, **members})()
    made.kept = kept
    return made


def test_the_environments_key_opens_what_the_same_key_sealed(tmp_path, monkeypatch):
    """P40: the key comes from ODC_TOKEN_CACHE_KEY."""
    monkeypatch.setenv(VARIABLE, base64.b64encode(KEY).decode() + "\n")
    EncryptedFileStore(tmp_path / "cache").save(NAME, token())
    assert EncryptedFileStore(tmp_path / "cache", key=KEY).load(NAME) == token()
    assert EncryptedFileStore(tmp_path / "cache", key=EnvironmentKey()).load(NAME) == token()
    assert not (tmp_path / "xdg").exists()


@pytest.mark.parametrize(
    "value", ["short", base64.b64encode(KEY[:16]).decode(), "A" * 44, "ü" * 44, "=" * 44]
)
def test_a_variable_that_holds_no_key_is_a_clear_error_without_its_value(tmp_path, monkeypatch, value):
    """P40: a wrong ODC_TOKEN_CACHE_KEY is told at construction, with a recipe, without showing it."""
    monkeypatch.setenv(VARIABLE, value)
    with pytest.raises(ConfigurationError, match="32 bytes in base64") as caught:
        EncryptedFileStore(tmp_path / "cache")
    shown = traceback.TracebackException.from_exception(caught.value, capture_locals=True)
    ours = [frame for frame in shown.stack if "odc_runtime" in frame.filename]
    assert ours
    assert value not in str(caught.value)
    assert not [frame for frame in ours if value in str(frame.locals)]


def test_the_recipe_in_the_error_makes_a_key(tmp_path, monkeypatch):
    """P40: what the message says works."""
    monkeypatch.setenv(VARIABLE, "nonsense")
    with pytest.raises(ConfigurationError) as caught:
        EncryptedFileStore(tmp_path / "cache")
    code = str(caught.value).partition("python -c '")[2].rpartition("'")[0]
    made = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    monkeypatch.setenv(VARIABLE, made.stdout)
    EncryptedFileStore(tmp_path / "cache").save(NAME, token())
    assert list((tmp_path / "cache").glob("*.token"))


@pytest.mark.parametrize("key", [b"", b"x" * 16, b"x" * 33])
def test_a_key_of_another_length_is_refused(tmp_path, key):
    """P40: 32 bytes, no padding and no derivation from less."""
    with pytest.raises(ConfigurationError, match="32 bytes"):
        EncryptedFileStore(tmp_path / "cache", key=key)


def test_a_function_may_give_the_key(tmp_path):
    """P40: a key from anywhere, asked for when it is first needed."""
    asked = []

    def key():
        asked.append(1)
        return KEY

    store = EncryptedFileStore(tmp_path / "cache", key=key)
    assert not asked
    store.save(NAME, token())
    store.save(NAME, token())
    assert asked == [1]
    assert EncryptedFileStore(tmp_path / "cache", key=KEY).load(NAME) == token()


def test_a_function_that_fails_leaves_memory(tmp_path, warnings):
    """P44: the text of its error, which may hold a secret, is not logged."""

    def key():
        raise OSError("the-secret-of-the-vault")

    store = EncryptedFileStore(tmp_path / "cache", key=key)
    store.save(NAME, token())
    assert store.load(NAME) == token()
    assert len(warnings) == 1
    assert "the-secret-of-the-vault" not in warnings[0]


def test_the_keyring_keeps_a_key_that_is_made_once(tmp_path, use_keyring):
    """P40: the key lies in the OS keyring, not beside the data."""
    ring = backend()
    use_keyring(ring)
    EncryptedFileStore(tmp_path / "cache").save(NAME, token())
    assert EncryptedFileStore(tmp_path / "cache").load(NAME) == token()
    ((_, text),) = ring.kept.items()
    assert len(base64.b64decode(text)) == 32
    for path in tmp_path.rglob("*"):
        assert path.is_dir() or text.encode() not in path.read_bytes()


UNSAFE = {
    "null": ("keyring.backends.null", "Keyring"),
    "fail": ("keyring.backends.fail", "Keyring"),
    "plain file": ("keyrings.alt.file", "PlaintextKeyring"),
    "another plain file": ("keyrings.alt.Windows", "RegistryKeyring"),
    "own plain file": ("my.own", "PlaintextKeyring"),
}


@pytest.mark.parametrize(("module", "name"), UNSAFE.values(), ids=UNSAFE)
def test_a_keyring_that_keeps_no_secret_is_refused(tmp_path, use_keyring, warnings, module, name):
    """P40: null and plain-text keyrings are refused: memory only, nothing in plain text anywhere."""
    ring = backend(module, name)
    use_keyring(ring)
    store = EncryptedFileStore(tmp_path / "cache")
    store.save(NAME, token())
    assert store.load(NAME) == token()
    assert not ring.kept
    assert not list(tmp_path.rglob("*.token"))
    assert len(warnings) == 1
    assert VARIABLE in warnings[0]


def test_the_safe_member_of_a_chain_is_taken(use_keyring):
    """P40: in a chain of keyrings a plain-text one never sees the key."""
    plain, safe = backend("keyrings.alt.file", "PlaintextKeyring"), backend()
    chain = backend("keyring.backends.chainer", "ChainerBackend")
    chain.backends = [plain, safe]
    use_keyring(chain)
    KeyringKey()()
    assert safe.kept
    assert not plain.kept
    assert not chain.kept


def test_eight_processes_that_make_the_key_at_once_have_one_key(tmp_path):
    """P16: otherwise each of the eight could not read the others' tokens."""
    context = multiprocessing.get_context("spawn")
    barrier, keys = context.Barrier(8), context.Queue()
    arguments = (str(tmp_path), keys, barrier)
    workers = [context.Process(target=make_keyring_key, args=arguments) for _ in range(8)]
    for worker in workers:
        worker.start()
    found = {keys.get(timeout=60) for _ in workers}
    for worker in workers:
        worker.join(60)
    assert len(found) == 1


def raises(self, *arguments):
    raise RuntimeError("locked, and the password was hunter2")


def nothing(self, *arguments):
    return None


BROKEN = {
    "cannot be read": {"get": raises},
    "cannot be written": {"put": raises},
    "did not keep": {"put": nothing},
    "holds no key": {"get": lambda self, *_: "not a key"},
}


@pytest.mark.parametrize(("said", "broken"), BROKEN.items(), ids=BROKEN)
def test_a_keyring_that_fails_leaves_memory(tmp_path, use_keyring, warnings, said, broken):
    """P44: keyring locked or broken: memory only, one warning."""
    use_keyring(backend(**broken))
    store = EncryptedFileStore(tmp_path / "cache")
    for _ in range(3):
        with store.lock(NAME):
            store.save(NAME, token())
        assert store.load(NAME) == token()
    assert len(warnings) == 1
    assert said in warnings[0]
    assert "hunter2" not in warnings[0]


def test_without_the_keyring_library_memory_remains(tmp_path, warnings, monkeypatch):
    """P44: keyring missing: memory only, and one warning that says what to do."""
    monkeypatch.setitem(sys.modules, "keyring", None)
    store = EncryptedFileStore(tmp_path / "cache")
    store.save(NAME, token())
    assert store.load(NAME) == token()
    assert len(warnings) == 1
    assert "pip install keyring" in warnings[0]
    assert VARIABLE in warnings[0]


def test_an_account_without_a_home_is_told_so(monkeypatch):
    """P44: nowhere to keep files is a matter of set-up."""
    from pathlib import Path

    def home():
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setattr(Path, "home", home)
    with pytest.raises(ConfigurationError, match="directory"):
        EncryptedFileStore(key=KEY)


def test_redis_needs_a_key_that_every_machine_has(monkeypatch):
    """P40: no keyring behind Redis, and no plain text either."""
    with pytest.raises(ConfigurationError, match=VARIABLE):
        RedisStore("redis://127.0.0.1:1/0")


def test_sources_show_where_not_what():
    """P34: repr of key sources."""
    assert repr(EnvironmentKey()) == f"EnvironmentKey({VARIABLE!r})"
    assert repr(KeyringKey()) == "KeyringKey('odc-client', 'token-cache-key')"

"""The encrypted file store: who may read it, what survives a crash, and what is never believed."""

import errno
import json
import os
import pickle
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest
from odc_runtime.auth.stores import cipher
from odc_runtime.auth.stores.cipher import MAGIC, Cipher
from odc_runtime.auth.stores.entry import encode
from odc_runtime.auth.stores.file import EncryptedFileStore
from odc_runtime.errors.base import ConfigurationError

from tests.runtime.auth.store_workers import KEY, NAME, token, warnings_of_the_client

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "cache"


@pytest.fixture
def store(folder):
    return EncryptedFileStore(folder, key=KEY)


@pytest.fixture
def warnings():
    with warnings_of_the_client() as texts:
        yield texts


def entry(folder):
    (found,) = folder.glob("*.token")
    return found


def fresh(folder, key=KEY):
    """A store as another process would have it: nothing in memory."""
    return EncryptedFileStore(folder, key=key)


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


def test_what_is_saved_is_loaded_by_another_store(folder, store):
    saved = token()
    store.save(NAME, saved)
    loaded = fresh(folder).load(NAME)
    assert loaded == saved
    assert (loaded.obtained_at, loaded.expires_at, loaded.token_type) == (
        saved.obtained_at,
        saved.expires_at,
        "Bearer",
    )
    assert loaded.deadline is None
    assert fresh(folder).load("another") is None


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077, 0o277])
def test_modes_do_not_depend_on_the_umask(folder, store, umask):
    """P38: directory 0700 and files 0600 whatever the umask."""
    before = os.umask(umask)
    try:
        store.save(NAME, token())
        with store.lock(NAME) as held:
            assert held
    finally:
        os.umask(before)
    assert mode(folder) == 0o700
    assert {mode(path) for path in folder.iterdir()} == {0o600}


@pytest.mark.parametrize("wrong", [0o770, 0o707, 0o1777])
def test_a_directory_that_others_can_write_to_is_refused(folder, store, warnings, wrong):
    """P38: a directory writable by group or world is not used, for reading or for writing."""
    store.save(NAME, token())
    folder.chmod(wrong)
    other = fresh(folder)
    assert other.load(NAME) is None
    other.save("another", token())
    assert len(list(folder.glob("*.token"))) == 1
    assert other.load("another") == token()
    assert len(warnings) == 1
    assert "can be written by other accounts" in warnings[0]


@pytest.mark.parametrize("wrong", [0o620, 0o602, 0o666])
def test_a_file_that_others_can_write_to_is_refused(folder, store, warnings, wrong):
    """P38: an entry writable by group or world is not believed; the next save replaces it."""
    store.save(NAME, token())
    entry(folder).chmod(wrong)
    other = fresh(folder)
    assert [other.load(NAME), other.load(NAME)] == [None, None]
    assert len(warnings) == 1
    other.save(NAME, token())
    assert mode(entry(folder)) == 0o600
    assert fresh(folder).load(NAME) == token()


@pytest.mark.parametrize("place", ["directory", "file"])
def test_what_belongs_to_another_account_is_refused(folder, store, warnings, monkeypatch, place):
    """P38: another account's directory or file is not used."""
    store.save(NAME, token())
    if os.geteuid() == 0:
        os.chown(folder if place == "directory" else entry(folder), 65534, -1)
    else:
        monkeypatch.setattr(os, "geteuid", lambda: 65534)
    assert fresh(folder).load(NAME) is None
    assert len(warnings) == 1
    assert "belongs to another account" in warnings[0]


def test_a_symbolic_link_in_place_of_an_entry_is_not_followed(folder, store, warnings, tmp_path):
    """P38: O_NOFOLLOW: a planted link neither yields a token nor is written through."""
    store.save(NAME, token())
    elsewhere = tmp_path / "elsewhere"
    file = entry(folder)
    file.rename(elsewhere)
    file.symlink_to(elsewhere)
    content = elsewhere.read_bytes()
    assert fresh(folder).load(NAME) is None
    assert len(warnings) == 1
    fresh(folder).save(NAME, token("new"))
    assert elsewhere.read_bytes() == content
    assert not file.is_symlink()


def test_a_symbolic_link_in_place_of_the_directory_is_refused(folder, store, warnings, tmp_path):
    """P38: the directory itself is opened without following a link."""
    store.save(NAME, token())
    folder.rename(tmp_path / "elsewhere")
    folder.symlink_to(tmp_path / "elsewhere")
    assert fresh(folder).load(NAME) is None
    assert len(warnings) == 1


@pytest.mark.parametrize("kind", ["fifo", "directory"])
def test_a_planted_pipe_or_directory_neither_hangs_nor_crashes(folder, store, warnings, kind):
    """P38: what is no regular file is a miss at once."""
    store.save(NAME, token())
    file = entry(folder)
    file.unlink()
    os.mkfifo(file, 0o600) if kind == "fifo" else file.mkdir(0o700)
    assert fresh(folder).load(NAME) is None
    assert len(warnings) == 1


def test_the_default_directory_is_the_accounts_cache(tmp_path, monkeypatch):
    """P38: below XDG_CACHE_HOME, and below ~/.cache if that is not an absolute path."""
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    assert EncryptedFileStore(key=KEY).directory == tmp_path / "xdg" / "odc-client"
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    assert EncryptedFileStore(key=KEY).directory == tmp_path / ".cache" / "odc-client"


def test_a_reader_sees_the_old_or_the_new_entry_until_the_rename(folder, store, monkeypatch):
    """P39: the file is written beside, flushed to the disk, and only then renamed, in the same directory."""
    store.save(NAME, token("old"))
    calls = []
    real_fsync, real_replace = os.fsync, os.replace

    def fsync(descriptor):
        calls.append(("fsync", stat.S_ISREG(os.fstat(descriptor).st_mode)))
        assert fresh(folder).load(NAME) == token("old")
        real_fsync(descriptor)

    def replace(source, target, **where):
        calls.append(("replace", where["src_dir_fd"] == where["dst_dir_fd"]))
        real_replace(source, target, **where)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(os, "replace", replace)
    store.save(NAME, token("new"))
    assert calls == [("fsync", True), ("replace", True)]
    assert fresh(folder).load(NAME) == token("new")


def test_200_writers_killed_with_kill_9_leave_every_cache_readable():
    """P39: kill -9 during a write leaves the old or the new token, never an unreadable cache."""
    command = [sys.executable, "-m", "benchmarks.soak_store", "200"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "generator")}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=200)
    assert done.returncode == 0, done.stderr
    result = json.loads(done.stdout)
    assert result["kills"] == 200
    assert result["unreadable"] == 0
    assert result["killed_in_a_write"] > 0, "no kill hit a write: the test shows nothing"


def test_what_a_killed_writer_left_is_swept_up_later(folder, store):
    """P39: temporary files do not pile up; those of writers at work stay."""
    store.save(NAME, token())
    old, young = folder / "x.1.tmp", folder / "x.2.tmp"
    old.touch()
    young.touch()
    os.utime(old, (time.time() - 3600,) * 2)
    store.save(NAME, token())
    assert (old.exists(), young.exists()) == (False, True)


def test_the_file_shows_neither_the_token_nor_the_key(folder, store):
    """P40: what is on the disk is encrypted, and the key is not beside it."""
    store.save(NAME, token("plain-text-token"))
    with store.lock(NAME):
        written = b"".join(path.read_bytes() + path.name.encode() for path in folder.rglob("*"))
    assert b"plain-text-token" not in written
    assert b"Bearer" not in written
    assert NAME.encode() not in written
    assert KEY not in written
    assert KEY.hex().encode() not in written
    assert written.startswith(MAGIC) or MAGIC in written


def test_two_saves_of_one_token_differ(folder, store):
    """P40: every entry has its own nonce."""
    same = token()
    store.save(NAME, same)
    first = entry(folder).read_bytes()
    store.save(NAME, same)
    start = len(MAGIC) + 1
    assert entry(folder).read_bytes()[start : start + 12] != first[start : start + 12]


def sealed(content=None, key=KEY, name=NAME, **dates):
    return Cipher(key).seal(encode(token(**dates)) if content is None else content, name)


def flipped(data, position):
    changed = bytearray(data)
    changed[position] ^= 1
    return bytes(changed)


SPOILED = {
    "empty": lambda: b"",
    "truncated header": lambda: sealed()[:5],
    "truncated nonce": lambda: sealed()[:15],
    "truncated body": lambda: sealed()[:-1],
    "half": lambda: sealed()[: len(sealed()) // 2],
    "longer": lambda: sealed() + b"x",
    "huge": lambda: sealed() + b"x" * 10_000_000,
    "tampered nonce": lambda: flipped(sealed(), len(MAGIC) + 2),
    "tampered body": lambda: flipped(sealed(), -20),
    "tampered tag": lambda: flipped(sealed(), -1),
    "other version": lambda: flipped(sealed(), len(MAGIC)),
    "other magic": lambda: flipped(sealed(), 0),
    "plain text": lambda: encode(token()),
    "wrong key": lambda: sealed(key=bytes(32)),
    "other entry's": lambda: sealed(name="another"),
    "future-dated": lambda: sealed(age=-3600),
    "no JSON": lambda: sealed(b"\xff\xfe"),
    "a list": lambda: sealed(b"[]"),
    "no token": lambda: sealed(b"{}"),
    "empty token": lambda: sealed(text=""),
    "token of another type": lambda: sealed(encode(token()).replace(b'"secret-token-text"', b"17")),
    "endless": lambda: sealed(life=float("inf")),
    "backwards": lambda: sealed(life=-7200, age=3600),
    "no number": lambda: sealed(encode(token(life=float("nan")))),
}


@pytest.mark.parametrize("spoiled", SPOILED.values(), ids=SPOILED)
def test_an_entry_that_cannot_be_trusted_is_a_miss_with_one_warning(folder, store, warnings, spoiled):
    """P41: truncated, tampered, wrong-key, other-version and future-dated entries are a miss."""
    store.save(NAME, token())
    entry(folder).write_bytes(spoiled())
    reader = fresh(folder)
    assert [reader.load(NAME) for _ in range(3)] == [None] * 3
    assert len(warnings) == 1, warnings
    assert "secret-token-text" not in warnings[0]
    reader.save(NAME, token("again"))
    assert fresh(folder).load(NAME) == token("again")


def test_an_entry_of_a_later_version_is_told_apart_from_damage(folder, store, warnings, monkeypatch):
    """P41: an entry that another version sealed, whole and with the right key, is a miss that says so."""
    with monkeypatch.context() as patch:
        patch.setattr(cipher, "VERSION", b"\x02")
        store.save(NAME, token())
    assert fresh(folder).load(NAME) is None
    assert len(warnings) == 1
    assert "another version" in warnings[0]


def test_every_cut_of_an_entry_is_a_miss(folder, store):
    """P41: wherever a write could have been cut off."""
    store.save(NAME, token())
    file = entry(folder)
    whole = file.read_bytes()
    for length in range(len(whole)):
        file.write_bytes(whole[:length])
        assert fresh(folder).load(NAME) is None
    file.write_bytes(whole)
    assert fresh(folder).load(NAME) == token()


def test_an_expired_entry_is_a_silent_miss(folder, store, warnings):
    """P41: a token is never returned past its life; that it ended is no fault."""
    store.save(NAME, token(life=60, age=120))
    assert fresh(folder).load(NAME) is None
    assert not warnings


def test_a_small_difference_of_clocks_is_no_fault(folder, store):
    """P41: future-dated means more than clocks usually differ."""
    store.save(NAME, token(age=-10))
    assert fresh(folder).load(NAME) is not None


def test_keys_do_not_share_entries(folder, store):
    """P42: an entry is bound to its key, by its name and by the encryption."""
    store.save(NAME, token())
    theirs = entry(folder)
    store.save("another", token("other"))
    (mine,) = set(folder.glob("*.token")) - {theirs}
    theirs.replace(mine)
    assert fresh(folder).load("another") is None
    assert fresh(folder).load(NAME) is None


@pytest.mark.parametrize("name", ["../../etc/passwd", "a/b", "", "x" * 5000, "ключ", "."])
def test_any_key_is_a_file_of_the_directory(tmp_path, folder, store, name):
    """P42: a key never names a place."""
    store.save(name, token())
    assert fresh(folder).load(name) == token()
    assert entry(folder).parent == folder
    assert [path.name for path in tmp_path.iterdir()] == ["cache"]


def test_a_token_written_by_another_process_is_seen_inside_the_lock(folder, store):
    """P43: the double check reads the disk, not this process's memory."""
    store.save(NAME, token("old"))
    fresh(folder).save(NAME, token("new"))
    with store.lock(NAME):
        assert store.load(NAME) == token("new")


FAULTS = {
    "read-only disk": errno.EROFS,
    "disk full": errno.ENOSPC,
    "quota": errno.EDQUOT,
    "input/output error": errno.EIO,
    "no permission": errno.EACCES,
}


@pytest.mark.parametrize("code", FAULTS.values(), ids=FAULTS)
@pytest.mark.parametrize("where", ["open", "fsync", "replace"])
def test_a_disk_that_cannot_be_written_leaves_memory(folder, store, warnings, monkeypatch, code, where):
    """P44: read-only disk, ENOSPC: memory only, one warning, and the caller goes on."""
    real = getattr(os, where)

    def fail(path, *arguments, **options):
        if where == "open" and not (arguments and arguments[0] & os.O_CREAT):
            return real(path, *arguments, **options)
        raise OSError(code, os.strerror(code))

    store.save("warm", token())
    monkeypatch.setattr(os, where, fail)
    for _ in range(3):
        with store.lock(NAME):
            store.save(NAME, token("kept in memory"))
        assert store.load(NAME) == token("kept in memory")
    assert len(warnings) == 1
    assert os.strerror(code) in warnings[0]
    assert len(list(folder.glob("*.token"))) == 1
    assert not list(folder.glob("*.tmp"))


@pytest.mark.parametrize("code", [errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP, errno.EINVAL])
def test_a_disk_without_locks_leaves_memory(folder, store, warnings, monkeypatch, code):
    """P44: no locking (NFS): memory only, one warning, no lock file that could grow stale."""
    fcntl = pytest.importorskip("fcntl")

    def flock(descriptor, operation):
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(fcntl, "flock", flock)
    for _ in range(3):
        with store.lock(NAME) as held:
            assert not held
            store.save(NAME, token())
        assert store.load(NAME) == token()
    assert len(warnings) == 1
    assert not list(folder.glob("*.token"))


def test_a_home_that_cannot_be_made_leaves_memory(tmp_path, warnings):
    """P44: a directory below a file."""
    (tmp_path / "file").touch()
    store = EncryptedFileStore(tmp_path / "file" / "cache", key=KEY)
    assert store.load(NAME) is None
    with store.lock(NAME):
        store.save(NAME, token())
    assert store.load(NAME) == token()
    assert len(warnings) == 1


def test_the_store_is_tried_again_after_a_while(folder, store, warnings, monkeypatch):
    """P44: a fault that ends is forgotten; the next one is worth a warning again."""
    clock = time.monotonic()
    monkeypatch.setattr(time, "monotonic", lambda: clock)
    folder.mkdir(0o777)
    folder.chmod(0o777)
    store.save(NAME, token("memory"))
    folder.chmod(0o700)
    store.save(NAME, token("still memory"))
    assert fresh(folder).load(NAME) is None
    clock += 31
    store.save(NAME, token("disk"))
    assert fresh(folder).load(NAME) == token("disk") == store.load(NAME)
    folder.chmod(0o777)
    store.save(NAME, token("memory again"))
    assert len(warnings) == 2


def test_a_newer_token_of_another_process_beats_what_memory_kept(folder, store, monkeypatch):
    """P44: memory stands in for the disk; it does not hide it."""
    clock = time.monotonic()
    monkeypatch.setattr(time, "monotonic", lambda: clock)
    folder.mkdir(0o777)
    folder.chmod(0o777)
    store.save(NAME, token("memory", life=600))
    folder.chmod(0o700)
    fresh(folder).save(NAME, token("newer"))
    clock += 31
    assert store.load(NAME) == token("newer")


def test_removing_clears_the_file_and_the_memory(folder, store):
    """P45: save(key, None) removes the token from disk; removing what is not there is no error."""
    store.save(NAME, token())
    store.save(NAME, None)
    assert not list(folder.glob("*.token"))
    assert store.load(NAME) is None
    store.save(NAME, None)


def test_removing_while_the_disk_fails_forgets_at_least_here(folder, store, warnings, monkeypatch):
    """P45: a token that cannot be deleted is not used again by this process, and that is said."""
    store.save(NAME, token())

    def unlink(*arguments, **options):
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr(os, "unlink", unlink)
    store.save(NAME, None)
    assert store.load(NAME) is None
    assert len(warnings) == 1


def test_removing_reaches_a_disk_that_failed_a_moment_ago(folder, store):
    """P45: logging out does not wait for the pause after a fault."""
    store.save(NAME, token())
    folder.chmod(0o777)
    store.load(NAME)
    folder.chmod(0o700)
    store.save(NAME, None)
    assert not list(folder.glob("*.token"))


def test_a_store_shows_no_secret(store):
    """P34: repr, str and vars of a store with a key given as bytes."""
    store.save(NAME, token("secret-token-text"))
    shown = repr(store) + str(store) + repr(vars(store)) + repr(store._key)
    for secret in ("secret-token-text", KEY.hex(), repr(KEY)[2:-1]):
        assert secret not in shown


def test_a_key_given_as_bytes_is_not_pickled(store):
    """P34: such a store refuses to travel."""
    with pytest.raises(TypeError, match="not pickled"):
        pickle.dumps(store)


def test_a_store_with_the_environments_key_travels_without_it(folder, monkeypatch):
    """P20: after unpickling a store works as before, and the pickle holds neither key nor token."""
    monkeypatch.setenv("ODC_TOKEN_CACHE_KEY", "A" * 43 + "=")
    store = EncryptedFileStore(folder)
    store.save(NAME, token("secret-token-text"))
    pickled = pickle.dumps(store)
    assert b"secret-token-text" not in pickled
    assert bytes(32) not in pickled
    assert b"AAAAAAAA" not in pickled
    travelled = pickle.loads(pickled)
    assert travelled.load(NAME) == token("secret-token-text")
    assert repr(travelled) == repr(store)


@pytest.mark.parametrize("missing", ["cryptography", "filelock"])
def test_a_missing_distribution_is_named(folder, monkeypatch, missing):
    """P40: without the cipher there is an error with what to install, not plain text."""
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(ConfigurationError, match=f"pip install {missing}"):
        EncryptedFileStore(folder, key=KEY)
    assert not folder.exists()


def test_an_old_filelock_costs_a_warning(folder, store, warnings, monkeypatch):
    """P44: a version that would fall back to lock files is not used."""
    import filelock

    def old(path, mode, poll_interval, thread_local):
        raise AssertionError

    monkeypatch.setattr(filelock, "FileLock", old)
    with store.lock(NAME) as held:
        assert not held
    assert "filelock 4.2 or newer" in warnings[0]

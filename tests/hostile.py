"""Hostile documents, each generated in a process of its own: with limits, and an audit of what it touches.

    python -m tests.hostile FOLDER

Refusing a document is right, and so is a package; a traceback, a write outside of the package, a process, a
connection, or more time or memory than the limits is not. Needs POSIX.
"""

import os
import re
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

_MEMORY = 2_500_000_000
_SECONDS = 150
_REFUSED = (1, 2)
_BREACH = 99
_FORBIDDEN = ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.fork", "socket.connect")
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT
_CHANGES = ("os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.symlink", "os.link", "shutil.rmtree")
_SCRATCH = re.compile(r"/dev/shm/odcgen-\w+(/|$)")
"""Where ruff formats, which is the one program that may run."""
_TOLD: list[str] = []


def _watch(folder: Path) -> None:
    """Note each event that a document must not cause; an audit hook cannot be removed again."""

    def is_outside(path: object) -> bool:
        if not isinstance(path, str | bytes | os.PathLike) or not Path(os.fsdecode(path)).is_absolute():
            return False  # below a folder's descriptor; to get one, the folder was opened before
        real = Path(os.fsdecode(path)).resolve()
        return folder not in real.parents and real != Path(os.devnull) and not _SCRATCH.match(str(real))

    def hook(event: str, args: tuple[object, ...]) -> None:
        if event in _FORBIDDEN and not (event == "subprocess.Popen" and Path(str(args[0])).stem == "ruff"):
            _TOLD.append(f"{event} {args[0]!r}")
        elif event == "open" and isinstance(args[2], int) and args[2] & _WRITES and is_outside(args[0]):
            _TOLD.append(f"write {args[0]!r}")
        elif event in _CHANGES and is_outside(args[0]):
            _TOLD.append(f"{event} {args[0]!r}")

    sys.addaudithook(hook)


def _generate(file: str, folder: Path) -> int:
    """Generate from one file in this process, and return the exit code."""
    from odcgen.cli import main

    sys.dont_write_bytecode = True
    sys.argv = ["odcgen", "generate", file, "--out", str(folder / "out"), "--package", "pkg"]
    _watch(folder)
    try:
        main()
        code = 0
    except SystemExit as end:
        code = int(end.code or 0)
    if _TOLD:
        print("\n".join(_TOLD), file=sys.stderr)
        return _BREACH
    return code


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))


def _fault(file: Path) -> str:
    """Return what is wrong with how one file is taken; empty if nothing."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        (folder / "out").mkdir()
        environment = {**os.environ, "ODCGEN_CACHE_DIR": "", "TMPDIR": name}
        run = subprocess.run(
            [sys.executable, "-m", "tests.hostile", "--one", str(file.resolve()), name],
            env=environment,
            preexec_fn=_limit,
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
        )
    if run.returncode == 0 or (run.returncode in _REFUSED and "error" in run.stderr.lower()):
        return "Traceback" if "Traceback (most recent" in run.stderr else ""
    return f"exit code {run.returncode}: {run.stderr.strip()[-300:]}"


def _main(arguments: list[str]) -> int:
    if arguments[:1] == ["--one"]:
        return _generate(arguments[1], Path(arguments[2]).resolve())
    if len(arguments) != 1:
        print("name a folder of documents: make hostile FOLDER=…", file=sys.stderr)
        return 2
    files = sorted(path for path in Path(arguments[0]).iterdir() if path.suffix in (".json", ".yaml", ".yml"))
    faults = {file.name: fault for file in files if (fault := _fault(file))}
    for name, fault in faults.items():
        print(f"{name}: {fault}")
    print(f"{len(files)} documents, {len(faults)} faults")
    return 1 if faults or not files else 0


if __name__ == "__main__":
    sys.exit(_main(sys.argv[1:]))

"""Credentials from a command: a vault's client, a cloud's command line, a script of yours."""

from __future__ import annotations

import os
import subprocess
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from ...errors.expect import a_command
from ..no_token import CredentialSourceError, CredentialsUnavailable
from ..tokens import Credential, Secret
from .exchange import ExchangingSource
from .material import ClientPair, read_material
from .output import Reader

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..protocols import CallSource, Exchange

__all__ = ["Command"]

TICK_SECONDS = 0.05


class Command(ExchangingSource):
    """A program that prints what `TokenFile` reads; run without a shell, within a time limit.

    Args:
        command: The program and its arguments; a text is split as a shell would, but nothing is expanded.
        timeout: Seconds after which it is killed, with the programs it started.
    """

    def __init__(self, command: str | Sequence[str], *, timeout: float = 30.0) -> None:
        if isinstance(command, str):
            from shlex import split

            command = split(command)
        self._command = a_command(command)
        self.timeout = timeout

    def resolve(self, _: CallSource, /) -> Credential | Exchange:
        """Run the command.

        Raises:
            CredentialsUnavailable: It printed nothing.
            CredentialSourceError: It failed, took too long, or printed something else.
        """
        started = time.time()
        text = self._run()
        if not text:
            raise CredentialsUnavailable(f"{self._name} printed nothing")
        found = read_material(text, started)
        if isinstance(found, str):
            raise CredentialSourceError(f"the output of {self._name} {found}")
        if isinstance(found, ClientPair):
            return self.exchange(found.client_id, found.secret)
        return Credential(found.token, expires_at=found.expires_at)

    @property
    def _name(self) -> str:
        return f"the command {self._command[0]}"  # its arguments may be secret

    def _run(self) -> Secret:
        """Return what the command printed; it stands in no other variable, so that no traceback shows it."""
        process = self._start()
        if isinstance(process, str):
            raise CredentialSourceError(f"{self._name} cannot be run: {process}")
        deadline = time.monotonic() + self.timeout
        try:
            text = _read(process, deadline)
            status = None if text is None else _status(process, deadline)
        finally:
            if process.returncode is None:  # it is late, or this thread is made to end
                _kill(process)
                process.wait()
            if process.stdout is not None:
                process.stdout.close()
        if text is None or status is None:
            raise CredentialSourceError(f"{self._name} took longer than {self.timeout:g} s")
        if status != 0:
            raise CredentialSourceError(f"{self._name} failed with status {status}; run it to see why")
        return text

    def _start(self) -> subprocess.Popen[bytes] | str:
        try:
            return subprocess.Popen(
                self._command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        except OSError as error:
            return error.strerror or type(error).__name__

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._command[0]!r}, …)"


def _read(process: subprocess.Popen[bytes], deadline: float) -> Secret | None:
    """Return what the program printed, or None if it is late.

    What it leaves running may hold its output open for ever: once it has ended, what is there is the answer.
    """
    if process.stdout is None:
        return Secret("")
    reader = Reader(process.stdout)
    while not reader.ended:
        if time.monotonic() >= deadline:
            return None
        over = bool(reader.data) and _is_over(process)
        if not reader.wait(0.0 if over else TICK_SECONDS) and over:
            break
    return Secret(reader.data.decode("utf-8", "replace").strip())


def _is_over(process: subprocess.Popen[bytes]) -> bool:
    """Tell whether the program has ended, and leave its number to it: its group may have to be killed yet."""
    if not hasattr(os, "waitid"):
        return process.poll() is not None
    with suppress(ChildProcessError):
        return os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None
    return True


def _status(process: subprocess.Popen[bytes], deadline: float) -> int | None:
    try:
        return process.wait(max(0.0, deadline - time.monotonic()))
    except subprocess.TimeoutExpired:
        return None


def _kill(process: subprocess.Popen[bytes]) -> None:
    """Kill the program and what it started, which may still hold its output open."""
    if process.returncode is not None:
        return  # its number may be another's by now
    with suppress(ProcessLookupError, PermissionError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, 9)
        else:
            process.kill()

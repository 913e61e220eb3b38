"""Credentials from a command: a vault's client, a cloud's command line, a script of yours."""

from __future__ import annotations

import os
import subprocess
import time
from contextlib import suppress
from threading import Timer
from typing import TYPE_CHECKING

from ..no_token import CredentialSourceError, CredentialsUnavailable
from ..tokens import Credential, Secret
from .exchange import ExchangingSource
from .material import ClientPair, read_material

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..protocols import CallSource, Exchange

__all__ = ["Command"]

BYTES_AT_MOST = 1024 * 1024


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
        if not command:
            raise ValueError("the command is empty")
        self._command = tuple(command)
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
        late = Timer(self.timeout, _kill, (process,))
        late.start()
        try:
            text = _read(process)
            status = process.wait()
        finally:
            in_time = late.is_alive()
            late.cancel()
            if process.returncode is None:  # this thread is made to end
                _kill(process)
                process.wait()
        if not in_time:
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


def _read(process: subprocess.Popen[bytes]) -> Secret:
    if process.stdout is None:
        return Secret("")
    with process.stdout as output:
        return Secret(output.read(BYTES_AT_MOST).decode("utf-8", "replace").strip())


def _kill(process: subprocess.Popen[bytes]) -> None:
    """Kill the program and what it started, which may still hold its output open."""
    if process.returncode is not None:
        return  # its number may be another's by now
    with suppress(ProcessLookupError, PermissionError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, 9)
        else:
            process.kill()

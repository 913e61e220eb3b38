"""A loopback server of canned answers in a process of its own: as little work of its own as possible."""

import asyncio
import json
import sys
from datetime import UTC, datetime, timedelta
from uuid import UUID

START = datetime(2026, 1, 1, tzinfo=UTC)
STATUSES = ("Active", "Invited", "Inactive", "PendingRegistration")


def user(number):
    """One user, as the identity API answers it."""
    return {
        "key": str(UUID(int=number * 7919 + (4 << 76) + (8 << 60))),
        "name": f"User Number {number}",
        "email": f"user.{number}@acme.example",
        "status": STATUSES[number % 4],
        "access": {"hasOrganizationRoles": number % 2 == 0, "hasApplicationRoles": True},
        "lastLoginAt": (START + timedelta(minutes=number)).isoformat().replace("+00:00", "Z"),
        "isActive": number % 4 == 0,
        "photoUrl": None,
        "isEmailVerified": True,
        "isTermsAndConditionsAccepted": number % 3 == 0,
    }


def page(count):
    """One page of users, the last one."""
    facts = {
        "count": count,
        "limit": count,
        "offset": 0,
        "nextPageOffset": None,
        "totalResults": count,
        "totalPages": 1,
    }
    return json.dumps({"results": [user(number) for number in range(count)], "page": facts}).encode()


def answer(body):
    """A whole HTTP/1.1 answer."""
    head = f"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {len(body)}\r\n\r\n"
    return head.encode() + body


class Canned(asyncio.Protocol):
    """Answers GET /users?limit=N with a page, GET /users/KEY with one user, on connections kept alive."""

    pages = {str(count): answer(page(count)) for count in (100, 1000)}  # noqa: RUF012 - never written
    single = answer(json.dumps(user(1)).encode())

    def connection_made(self, transport):
        """Keep the connection."""
        self._transport = transport
        self._buffer = b""

    def data_received(self, data):
        """Answer each request whose head is complete."""
        self._buffer += data
        while b"\r\n\r\n" in self._buffer:
            head, _, self._buffer = self._buffer.partition(b"\r\n\r\n")
            target = head.split(b" ", 2)[1].decode()
            _, found, count = target.partition("limit=")
            self._transport.write(self.pages[count] if found else self.single)


async def serve():
    """Listen on a free port of the loopback, tell it, and serve until standard input ends."""
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Canned, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    async with server:
        await loop.run_in_executor(None, sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(serve())

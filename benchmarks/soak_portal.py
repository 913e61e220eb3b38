"""A portal that has a bad night: its faults follow a clock that the driver moves, and a seeded chance."""

import json
import random
from collections import Counter
from email.utils import formatdate
from http import HTTPStatus
from uuid import UUID, uuid5

from tests.runtime.auth.token_server import TokenServer

HOUR = 3600.0
TOKEN_LIFE = 1200
USERS, PAGE = 25, 10
CHANCE_OF_FAULT = 0.08

# From when to when, in hours, the API or the identity provider is how.
STORMS = [(2.0, 2.1), (5.5, 5.6), (10.0, 10.2)]  # 429 to everything
OUTAGES = [(4.0, 4.1), (8.5, 8.6)]  # no connection survives
TOKENLESS = [(7.0, 7.15)]  # the token endpoint answers 503
SUSPENSIONS = [3.0, 6.0, 9.0]  # all tokens die at once
ROTATIONS = [(1.5, "second-secret"), (6.5, "third-secret")]


class BadPortal(TokenServer):
    """Serves users and builds; knows which writes it has carried out.

    Attributes:
        done: How often each write was carried out, by what makes it unique.
        refused: How many calls had a token that is expired, revoked or suspended.
    """

    def __init__(self, clock):
        super().__init__()
        self._clock, self._start = clock, clock.monotonic()
        self._chance = random.Random(1)  # a night that can be repeated
        self._until = {}
        self._suspensions, self._rotations = list(SUSPENSIONS), list(ROTATIONS)
        self._builds = {}
        self.expires_in = TOKEN_LIFE
        self.done = Counter()
        self.refused = 0

    @property
    def hour(self):
        """Return how many hours of the night are over."""
        return (self._clock.monotonic() - self._start) / HOUR

    def rotation(self):
        """Return the new secret if the old one has just been replaced, else None."""
        if self._rotations and self.hour >= self._rotations[0][0]:
            self.clients["client"] = self._rotations.pop(0)[1]
            return self.clients["client"]
        return None

    def grant(self, handler, asked):
        """Answer the token endpoint, and note until when the token is good."""
        if _within(self.hour, TOKENLESS):
            self.fail(lambda handler: handler.answer(503, b"", {}))
        known = len(self.issued)
        super().grant(handler, asked)
        for token in self.issued[known:]:
            self._until[token] = self._clock.monotonic() + TOKEN_LIFE

    def call(self, handler, asked):
        """Answer the API, or fail before or after the work is done."""
        if self._suspensions and self.hour >= self._suspensions[0]:
            self._suspensions.pop(0)
            self.revoked.update(self.issued)
        if self._until.get(asked.bearer, 0.0) <= self._clock.monotonic() or asked.bearer in self.revoked:
            self.refused += 1
            handler.answer(401, b"", {})
        elif _within(self.hour, OUTAGES):
            handler.close_connection = True
        elif _within(self.hour, STORMS):
            handler.answer(429, b"", self._retry_after())
        elif self._chance.random() < CHANCE_OF_FAULT:
            self._misbehave(handler, asked)
        else:
            handler.json(*self._work(asked))

    def _misbehave(self, handler, asked):
        fault = self._chance.choice(["drop early", "drop late", "429", "500", "502", "503", "503 late"])
        if fault.endswith("late"):
            self._work(asked)  # done, but the answer is lost
        if fault.startswith("drop"):
            handler.close_connection = True
            return
        status = HTTPStatus(int(fault[:3]))
        handler.answer(status, b"<h1>Oops</h1>", self._retry_after() if status in (429, 503) else {})

    def _retry_after(self):
        seconds = self._chance.randrange(1, 20)
        return self._chance.choice(
            [{}, {"retry-after": str(seconds)}, {"retry-after": formatdate(None, usegmt=True)}]
        )

    def _work(self, asked):
        path, _, query = asked.path.partition("?")
        last = path.rpartition("/")[2]
        if asked.method == "PATCH":
            self.done[json.loads(asked.body)["name"]] += 1
            return {}, 200
        if asked.method == "POST":
            return self._start_build(json.loads(asked.body)), 200
        if last == "users":
            return self._users(query), 200
        return self._build(last), 200

    def _start_build(self, body):
        revision = body["assetRevision"]
        self.done[revision] += 1
        key = str(uuid5(UUID(int=1), f"{revision} {self.done[revision]}"))
        self._builds[key] = (body, self._clock.monotonic())
        return {"buildKey": key, "isSuccessful": True}

    def _build(self, key):
        body, since = self._builds[key]
        status = "Finished" if self._clock.monotonic() - since > 40 else "Started"
        return {**body, "buildKey": key, "buildType": "Debug", "status": status}

    def _users(self, query):
        offset = int(dict(pair.split("=") for pair in query.split("&")).get("offset", 0)) if query else 0
        count = min(PAGE, USERS - offset)
        more = offset + count if offset + count < USERS else None
        users = [{"key": str(UUID(int=offset + one)), "name": f"User {offset + one}"} for one in range(count)]
        page = {
            "count": count,
            "limit": PAGE,
            "offset": offset,
            "nextPageOffset": more,
            "totalResults": USERS,
        }
        return {"results": users, "page": page}


def _within(hour, spans):
    return any(begin <= hour < end for begin, end in spans)

"""Learners who step with revisions while servers fail, and know exactly what was done."""

import asyncio
from dataclasses import dataclass, field
from typing import Any

import httpx2

PAUSE_SECONDS = 0.05  # before what failed is asked again


@dataclass
class Tally:
    """What became of the learners' steps. The last three are the faults that a drill looks for."""

    done: int = 0
    unknown: int = 0
    turned_out_done: int = 0
    turned_out_not_done: int = 0
    refused: int = 0
    doubled: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    @property
    def faults(self) -> list[str]:
        return self.doubled + self.lost + self.wrong


class Learner:
    """One session. `revision` is the newest that was acknowledged, or found out after an unknown outcome."""

    def __init__(self, client: httpx2.AsyncClient, tally: Tally) -> None:
        self._client, self._tally = client, tally
        self._address = ""
        self.revision = 0
        self.is_in_doubt = False

    async def begin(self) -> None:
        """Create the session, trying again as long as that fails."""
        while not self._address:
            try:
                answer = await self._client.post("/api/v1/sessions", json={"preset": "mazur"})
            except httpx2.TransportError:
                continue
            if answer.status_code == 201:
                self._address = f"/api/v1/sessions/{answer.json()['id']}"
            else:
                await asyncio.sleep(PAUSE_SECONDS)

    async def step(self) -> None:
        """One step at the revision that is known; the same again when its outcome was unknown."""
        try:
            answer = await self._client.post(
                f"{self._address}/step", json={"unit": "term", "revision": self.revision}
            )
        except httpx2.TransportError:
            self._doubt()
            return
        if answer.status_code == 200:
            self._tally.turned_out_not_done += self.is_in_doubt
            self._tally.done += 1
            self._move_to(answer.json()["revision"])
        elif answer.status_code == 409 and "revision" in answer.json():
            self._found(answer.json()["revision"])
        elif answer.status_code in (502, 504) or "unknown-outcome" in answer.text:
            self._doubt()
        elif answer.status_code in (429, 503):
            self._tally.refused += 1
            await asyncio.sleep(PAUSE_SECONDS)
        else:
            self._tally.wrong.append(
                f"{self._address} at {self.revision}: {answer.status_code} {answer.text}"
            )
            await asyncio.sleep(PAUSE_SECONDS)

    def _doubt(self) -> None:
        self._tally.unknown += not self.is_in_doubt
        self.is_in_doubt = True

    def _found(self, revision: int) -> None:
        """Another revision is the newest: after an unknown outcome the next one, otherwise none may be."""
        if self.is_in_doubt and revision == self.revision + 1:
            self._tally.turned_out_done += 1
            self._move_to(revision)
        else:
            self._compare(revision)
            self.revision, self.is_in_doubt = revision, False

    def _compare(self, revision: int) -> None:
        if revision != self.revision:
            kind = self._tally.doubled if revision > self.revision else self._tally.lost
            kind.append(f"{self._address}: acknowledged {self.revision}, found {revision}")

    def _move_to(self, revision: int) -> None:
        self.revision += 1
        self._compare(revision)
        self.revision, self.is_in_doubt = revision, False

    async def settle(self) -> None:
        """Ask until nothing is in doubt, then compare the session with what was acknowledged."""
        while self.is_in_doubt:
            await self.step()
        answer = await self._client.get(self._address)
        while answer.status_code in (502, 503, 504):
            await asyncio.sleep(PAUSE_SECONDS)
            answer = await self._client.get(self._address)
        if answer.status_code != 200:
            self._tally.lost.append(f"{self._address}: {answer.status_code} {answer.text}")
            return
        found: dict[str, Any] = answer.json()
        self._compare(found["revision"])
        place = found["position"]
        if place["iteration"] * place["steps"] + place["step"] != found["revision"]:
            self._tally.wrong.append(f"{self._address}: at {place} after {found['revision']} steps")

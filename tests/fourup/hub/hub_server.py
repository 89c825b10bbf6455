"""A hub on this machine, as far as pulling a model asks one: what a repository holds, and its files, in ranges."""

import asyncio
import hashlib
import re
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from tests.fourup.hub.repositories import Files

LARGE = 2000
"""Bytes from which on a file is listed with a SHA-256, as the hub does with what does not lie in git itself."""
_RANGE = re.compile(r"bytes=(\d+)-")


@dataclass
class Fault:
    """The next answers for a path break off after so many bytes; with `stalls`, they stay silent instead."""

    after: int
    times: int = 1
    stalls: bool = False


@dataclass
class Hub:
    """Repositories by name; each has its files by commit, of which the last is the newest."""

    repositories: dict[str, dict[str, Files]]
    faults: dict[str, Fault] = field(default_factory=dict)
    asked: list[tuple[str, str, int]] = field(default_factory=list)
    """Commit, path and first byte of what was asked for."""
    address: str = ""
    stalled: asyncio.Event = field(default_factory=asyncio.Event)

    def app(self) -> web.Application:
        """Its routes: https://huggingface.co/docs/hub/api."""
        app = web.Application()
        app.router.add_get("/api/models/{owner}/{name}", self._info)
        app.router.add_get("/api/models/{owner}/{name}/revision/{revision}", self._info)
        app.router.add_get("/api/models/{owner}/{name}/tree/{revision}", self._tree)
        app.router.add_get("/{owner}/{name}/resolve/{revision}/{path:.*}", self._file)
        return app

    def _commits(self, request: web.Request) -> dict[str, Files]:
        name = "{owner}/{name}".format(**request.match_info)
        if name not in self.repositories:
            raise web.HTTPNotFound(headers={"X-Error-Code": "RepoNotFound"})
        return self.repositories[name]

    def _commit(self, request: web.Request) -> str:
        commits, asked = self._commits(request), request.match_info.get("revision", "main")
        return asked if asked in commits else list(commits)[-1]

    async def _info(self, request: web.Request) -> web.Response:
        name = "{owner}/{name}".format(**request.match_info)
        return web.json_response({"id": name, "sha": self._commit(request), "siblings": [], "tags": []})

    async def _tree(self, request: web.Request) -> web.Response:
        files = self._commits(request)[self._commit(request)]
        return web.json_response([_listed(path, content) for path, content in files.items()])

    async def _file(self, request: web.Request) -> web.StreamResponse:
        commit, path = self._commit(request), request.match_info["path"]
        content = self._commits(request)[commit][path]
        told = _RANGE.fullmatch(request.headers.get("Range", ""))
        first = int(told[1]) if told else 0
        self.asked.append((commit, path, first))
        headers = {"Content-Length": str(len(content) - first)}
        if told:
            headers["Content-Range"] = f"bytes {first}-{len(content) - 1}/{len(content)}"
        response = web.StreamResponse(status=206 if told else 200, headers=headers)
        await response.prepare(request)
        fault = self.faults.get(path)
        if fault is None or not fault.times:
            await response.write(content[first:])
            return response
        fault.times -= 1
        await response.write(content[first : first + fault.after])
        if fault.stalls:
            self.stalled.set()
            await asyncio.Event().wait()
        assert request.transport is not None
        request.transport.close()
        return response


def _listed(path: str, content: bytes) -> dict[str, Any]:
    blob = hashlib.sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()
    told: dict[str, Any] = {"type": "file", "path": path, "size": len(content), "oid": blob}
    if len(content) >= LARGE:
        told["lfs"] = {"oid": hashlib.sha256(content).hexdigest(), "size": len(content), "pointerSize": 130}
    return told

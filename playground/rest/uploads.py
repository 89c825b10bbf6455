"""How a member's client sends a file: it asks for an address, puts the bytes there, and names the file afterwards."""

import asyncio

from aiohttp import web

from playground import forms
from playground.errors import refusal
from playground.rest.call import Call, Route
from playground.rest.context import Context, PendingUpload
from playground.world.archive import Json
from playground.world.permissions import Permission
from playground.world.world import DM

MOST_WAITING = 200
"""Addresses that may wait for their file; the oldest go first."""


async def offer(call: Call) -> Json:
    channel = call.channel()
    forms.check_uploads(call.form)
    context = call.context
    if channel["type"] != DM:
        call.need(channel, Permission.ATTACH_FILES)
    offered = []
    for each in call.form["files"]:
        if each["file_size"] > context.world.file_limit(channel):
            raise refusal(40005)
        key = context.world.secret(32)
        context.uploads[key] = PendingUpload(call.user_id, each["filename"], each["file_size"])
        address = f"{context.origin}/upload/{key}"
        offered.append({"id": each.get("id"), "upload_url": address, "upload_filename": f"{key}/{each['filename']}"})
    for old in list(context.uploads)[:-MOST_WAITING]:
        del context.uploads[old]
        context.world.archive.delete_blob(f"upload/{old}")
    return {"attachments": offered}


def put(context: Context) -> web.RouteDef:
    """The address itself: it takes as many bytes as were announced, from whoever knows it."""

    async def handle(request: web.Request) -> web.Response:
        pending = context.uploads.get(request.match_info["key"])
        if pending is None:
            return web.Response(status=404, text="No upload was announced here.")
        body = bytearray()
        async for chunk in request.content.iter_chunked(1 << 18):
            body += chunk
            if len(body) > pending.size:
                return web.Response(status=400, text=f"More than the {pending.size} bytes that were announced.")
        key = f"upload/{request.match_info['key']}"
        await asyncio.to_thread(context.world.archive.put_blob, key, bytes(body))
        return web.Response(status=200)

    return web.put("/upload/{key}", handle)


async def refresh(call: Call) -> Json:
    """Links that were once given out, with new signatures; nobody is asked whether the file is still there."""
    forms.check_refresh(call.form)
    links = call.context.links
    asked = call.form["attachment_urls"]
    return {"refreshed_urls": [{"original": each, "refreshed": links.renewed(each)} for each in asked]}


ROUTES = (
    Route("POST", "/channels/{channel_id}/attachments", offer),
    Route("POST", "/attachments/refresh-urls", refresh),
)

"""What a message shows of files: its embeds and components with every link signed."""

from collections.abc import Callable, Iterator
from typing import Any

from playground.world.archive import Json

Sign = Callable[[str], str]

ATTACHMENT = "attachment://"


def embed(document: Json, files: dict[str, Json], sign: Sign) -> Json:
    """An embed with its pictures linked; a picture from a message's own file gets that file's size."""
    shape = {"type": "rich", **document}
    for part in ("image", "thumbnail"):
        if picture := document.get(part):
            shape[part] = _picture(picture, files, sign)
    for part in ("author", "footer"):
        if (icon := (document.get(part) or {}).get("icon_url")) and icon.startswith(ATTACHMENT):
            found = files.get(icon.removeprefix(ATTACHMENT))
            shape[part] = document[part] | {"icon_url": sign(found["_path"])} if found else document[part]
    return shape


def _picture(item: Json, files: dict[str, Json], sign: Sign) -> Json:
    name = item["url"].removeprefix(ATTACHMENT)
    found = files.get(name) if name != item["url"] else None
    if found is None:
        return item | {"proxy_url": item["url"]}
    url = sign(found["_path"])
    size = {key: found[key] for key in ("width", "height") if key in found}
    return item | size | {"url": url, "proxy_url": url, "content_type": found["content_type"]}


def names(value: Any) -> Iterator[str]:
    """The names of the message's own files that `value` shows."""
    if isinstance(value, str) and value.startswith(ATTACHMENT):
        yield value.removeprefix(ATTACHMENT)
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from names(each)


def linked(value: Any, files: dict[str, Json], sign: Sign) -> Any:
    """Components with every medium linked; found by the fields that hold one: `media` and `file`."""
    if isinstance(value, list):
        return [linked(each, files, sign) for each in value]
    if not isinstance(value, dict):
        return value
    shape = {key: linked(each, files, sign) for key, each in value.items()}
    for field in ("media", "file"):
        if isinstance(value.get(field), dict) and "url" in value[field]:
            shape[field] = _unfurled(value[field], files, sign)
    if "file" in shape and (found := files.get(str(value["file"]["url"]).removeprefix(ATTACHMENT))):
        shape |= {"name": found["filename"], "size": found["size"]}
    return shape


def _unfurled(item: Json, files: dict[str, Json], sign: Sign) -> Json:
    shape = _picture(item, files, sign)
    name = item["url"].removeprefix(ATTACHMENT)
    own = {"attachment_id": files[name]["id"]} if name in files and name != item["url"] else {}
    return {"id": item.get("id", "0"), **shape, **own, "loading_state": 2, "flags": 0}

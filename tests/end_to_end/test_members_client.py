"""A public client of Midjourney's, which thousands of programs use, works with Fourup as it is."""

import asyncio
import json
import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from playground import Playground
from playground.member import Member
from tests.end_to_end.stand_in import model_in
from tests.fourup.running import ROOT, bot
from tests.pictures import png

Json = dict[str, Any]
CLIENTS = ROOT / "tests" / "clients"
PATIENCE = 55.0  # seconds for all steps; the client itself waits between its requests
READING = 120.0  # the same where what reads is started first, which loads PyTorch
SLOW = {"STAND_IN_STEPS": "20", "STAND_IN_STEP": "0.1"}


@pytest.fixture
def host(tmp_path: Path, playground: Playground, monkeypatch: pytest.MonkeyPatch) -> None:
    """A host whose Discord is the playground, and who has a model."""
    model_in(tmp_path / "small")
    (tmp_path / "config.toml").write_text('[models.small]\nfamily = "sd15"\npath = "small"\n')
    monkeypatch.setenv("FOURUP_DISCORD__TOKEN", playground.bot_token)
    monkeypatch.setenv("FOURUP_DISCORD__API_BASE", playground.api_base)
    monkeypatch.chdir(tmp_path)


def node() -> str:
    """Node.js. Skips the test, with the reason, where the client cannot be started."""
    found = shutil.which("node")
    if found is None:
        pytest.skip("midjourney needs Node.js, which is not here.")
    if not (CLIENTS / "node_modules" / "midjourney").exists():
        pytest.skip("midjourney is not here: `npm ci --prefix tests/clients` brings it.")
    return found


async def steps(
    playground: Playground, member: Member, prompt: str, way: str, patience: float = PATIENCE, **more: str
) -> dict[str, Json]:
    """What the client says of each step, once it has ended well."""
    program = node()
    channel = member.channel("general")
    variables = {
        "DISCORD_ORIGIN": playground.origin,
        "MEMBER_TOKEN": member.token,
        "SERVER_ID": channel["guild_id"],
        "CHANNEL_ID": channel["id"],
        "BOT_ID": playground.application_id,
        "PROMPT": prompt,
        "WAY": way,
        **more,
    }
    process = await asyncio.create_subprocess_exec(
        *(program, str(CLIENTS / "midjourney.mjs")),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        env=os.environ | variables,
    )
    try:
        async with asyncio.timeout(patience):
            said, complaints = await process.communicate()
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    assert process.returncode == 0, complaints.decode()
    return {told["step"]: told for told in map(json.loads, said.splitlines())}


@pytest.mark.usefixtures("host")
async def test_it_makes_a_grid_enlarges_varies_and_draws_anew(playground: Playground, ada: Member) -> None:
    """The npm client `midjourney`, pointed here by its options: Imagine with progress, Upscale, Variation, Reroll."""
    async with bot(**SLOW) as it:
        await it.online()
        told = await steps(playground, ada, "a red apple --ar 3:2", "grid")
    grid, upscaled, varied, anew = (told[name] for name in ("imagine", "upscale", "variation", "reroll"))
    assert grid["progress"], "it saw the picture come"
    assert all(each["fraction"].endswith("%") for each in grid["progress"])
    assert [each["label"] for each in grid["options"]] == ["U1", "U2", "U3", "U4", "🔄", "V1", "V2", "V3", "V4", "ℹ️"]
    assert "- Image #2 <@" in upscaled["content"]
    assert "- Variations" in varied["content"]
    assert anew["content"].startswith("**a red apple --ar 3:2**")
    assert len({each["hash"] for each in (grid, upscaled, varied, anew)}) == 4
    for each in (grid, varied, anew):
        assert f"MJ::JOB::upsample::1::{each['hash']}" in [option["custom"] for option in each["options"]]


@pytest.mark.usefixtures("host")
async def test_it_goes_on_from_a_picture_by_itself(playground: Playground, ada: Member) -> None:
    """Info, Settings, ZoomOut, Vary, Custom Zoom by its window, and Blend of what it was given before."""
    async with bot() as it:
        await it.online()
        told = await steps(playground, ada, "a red apple", "after")
    assert told["info"]["queuedJobsFast"] == "0"
    assert told["info"]["lifetimeUsage"] == "0 images (0.00 hours)"
    assert {"Remix mode", "Reset Settings", "Fast"} <= {each.get("label") for each in told["settings"]["options"]}
    assert "- Zoom Out by <@" in told["zoom"]["content"]
    assert "- Variations (Subtle) by <@" in told["vary"]["content"]
    assert told["custom"]["content"].startswith("**a red apple in snow** - Zoom Out by <@")
    assert told["blend"]["content"].count("<http") == 2
    pressed = f"MJ::Outpaint::50::1::{told['upscale']['hash']}::SOLO"
    assert pressed in [each["custom"] for each in told["upscale"]["options"]]


@pytest.mark.usefixtures("host")
async def test_it_reads_pictures_and_prompts(playground: Playground, ada: Member, tmp_path: Path) -> None:
    """DescribeByBlob, Describe and Shorten, as Pocket's own encoders see it, and a described prompt by its window."""
    picture = tmp_path / "apple.png"
    picture.write_bytes(png(128, 128, "#c02020"))
    prompt = "a very beautiful watercolor of a fox in the snow at night"
    async with bot() as it:
        await it.online()
        told = await steps(playground, ada, prompt, "read", READING, PICTURE=str(picture))
    for each in (told["blob"], told["uri"]):
        assert [line[:3] for line in each["descriptions"]] == ["1️⃣", "2️⃣", "3️⃣", "4️⃣"]
        assert each["uri"].startswith(playground.origin)
        assert "MJ::Picread::Retry" in [option["custom"] for option in each["options"]]
    shorter = [line[4:] for line in told["shorten"]["prompts"]]
    assert shorter
    assert all(set(each.split()) < set(prompt.split()) for each in shorter)
    assert "**fox**" in told["shorten"]["description"]
    wanted = told["blob"]["descriptions"][1][4:].partition(" --")[0]
    assert told["drawn"]["content"].startswith(f"**{wanted}")
    assert f"MJ::JOB::upsample::1::{told['drawn']['hash']}" in [each["custom"] for each in told["drawn"]["options"]]

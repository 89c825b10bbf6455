"""The playground, where nobody is told to wait. Prints where it is and its tokens, then serves."""

import asyncio
import json
import sys
from pathlib import Path

from playground import Playground


async def main(data: Path) -> None:
    async with Playground(data=data) as playground:
        playground.limits.enabled = False
        names = ("origin", "api_base", "bot_token", "application_id")
        print(json.dumps({name: getattr(playground, name) for name in names}), flush=True)
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1])))

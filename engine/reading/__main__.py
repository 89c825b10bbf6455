"""The process that reads: a question a line comes in, an answer a line goes out, one after the other."""

import argparse
import json
import logging
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

_log = logging.getLogger(__name__)
_STANDARD_OUTPUT, _STANDARD_ERROR = 1, 2


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m engine.reading", description="Reads; started by Fourup itself.")
    parser.add_argument("--captioner", type=Path, help="the folder of a Florence-2 or BLIP that makes sentences")
    parser.add_argument("--device", default="cpu")
    return parser.parse_args()


def _opened(asked: argparse.Namespace) -> Callable[[dict[str, Any]], dict[str, Any]]:
    """What answers a question."""
    os.environ.update(HF_HUB_OFFLINE="1", TRANSFORMERS_VERBOSITY="error")
    import torch  # noqa: PLC0415 - after the environment was told what the libraries may do
    from PIL import Image  # noqa: PLC0415

    from engine.reading.captions import Captioner, with_caption  # noqa: PLC0415
    from engine.reading.pocket import PocketReader  # noqa: PLC0415

    torch.set_num_threads(1)  # it takes nothing from what draws
    pocket = PocketReader.load()
    captioner = None if asked.captioner is None else Captioner.load(asked.captioner, asked.device)

    def answer(question: dict[str, Any]) -> dict[str, Any]:
        if "words" in question:
            return {"weighed": pocket.weigh(question["words"]).to_dict()}
        with Image.open(question["picture"]) as picture:
            picture.load()
            seen = pocket.describe(picture)
            told = seen if captioner is None else with_caption(seen, captioner, picture)
        return {"seen": told.to_dict()}

    return answer


def main() -> int:
    """Answer until nobody asks any more."""
    asked = _arguments()
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s: %(message)s")
    answers = os.fdopen(os.dup(_STANDARD_OUTPUT), "w", encoding="utf-8")
    os.dup2(_STANDARD_ERROR, _STANDARD_OUTPUT)  # what libraries print is no answer
    answer = _opened(asked)
    for line in sys.stdin:
        question = json.loads(line)
        try:
            told = answer(question)
        except Exception as failure:  # noqa: BLE001 - one picture that cannot be read ends nothing
            _log.exception("not read")
            told = {"error": f"{type(failure).__name__}: {failure}"}
        answers.write(json.dumps({"id": question["id"], **told}) + "\n")
        answers.flush()
    return 0


if __name__ == "__main__":
    code = main()
    logging.shutdown()
    os._exit(code)

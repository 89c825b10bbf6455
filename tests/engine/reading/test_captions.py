"""Florence-2 and BLIP as captioners: transformers' real classes, tiny and with random weights."""

import json
from pathlib import Path

import pytest
import torch
from PIL import Image
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.pre_tokenizers import Whitespace
from tokenizers.processors import TemplateProcessing
from transformers import (
    BartConfig,
    BertTokenizer,
    BlipConfig,
    BlipForConditionalGeneration,
    BlipProcessor,
    CLIPImageProcessor,
    Florence2Config,
    Florence2ForConditionalGeneration,
    Florence2Processor,
    PreTrainedTokenizerFast,
)
from transformers import BlipImageProcessor as BlipImages

from engine.reading.captions import Captioner, UnknownCaptioner, with_caption
from engine.reading.talk import Seen

WORDS = ["a", "fox", "in", "the", "snow", "describe", "with", "paragraph", "what", "is", "shown", "image"]
SIDE = 32


@pytest.fixture
def blip(tmp_path: Path) -> Path:
    """A BLIP."""
    torch.manual_seed(0)
    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "[DEC]", *WORDS]
    (tmp_path / "vocab.txt").write_text("\n".join(words))
    tokenizer = BertTokenizer(str(tmp_path / "vocab.txt"))
    small = {"hidden_size": 16, "num_hidden_layers": 1, "num_attention_heads": 2, "intermediate_size": 32}
    text = {**small, "vocab_size": 30600, "encoder_hidden_size": 16, "max_position_embeddings": 256}
    config = BlipConfig(text_config=text, vision_config={**small, "image_size": SIDE, "patch_size": 16})
    BlipForConditionalGeneration(config).save_pretrained(tmp_path)
    images = BlipImages(size={"height": SIDE, "width": SIDE})
    BlipProcessor(images, tokenizer).save_pretrained(tmp_path)
    return tmp_path


@pytest.fixture
def florence(tmp_path: Path) -> Path:
    """A Florence-2."""
    torch.manual_seed(0)
    words = ["<s>", "<pad>", "</s>", "<unk>", "<image>", *WORDS]
    inner = Tokenizer(WordLevel({word: place for place, word in enumerate(words)}, unk_token="<unk>"))
    inner.pre_tokenizer = Whitespace()
    inner.post_processor = TemplateProcessing(single="$A", special_tokens=[])
    marks = {"bos_token": "<s>", "eos_token": "</s>", "pad_token": "<pad>", "unk_token": "<unk>"}
    tokenizer = PreTrainedTokenizerFast(
        tokenizer_object=inner, **marks, extra_special_tokens={"image_token": "<image>"}
    )
    vision = {
        "embed_dim": [8, 16], "depths": [1, 1], "num_heads": [1, 2], "num_groups": [1, 2], "window_size": 2,
        "patch_size": [3, 3], "patch_stride": [4, 2], "patch_padding": [1, 1], "patch_prenorm": [False, True],
        "projection_dim": 16,
    }  # fmt: skip
    text = BartConfig(
        vocab_size=len(words), d_model=16, encoder_layers=1, decoder_layers=1, encoder_attention_heads=2,
        decoder_attention_heads=2, encoder_ffn_dim=16, decoder_ffn_dim=16, bos_token_id=0, pad_token_id=1,
        eos_token_id=2, decoder_start_token_id=2, forced_eos_token_id=2,
    )  # fmt: skip
    config = Florence2Config(text_config=text.to_dict(), vision_config=vision, image_token_id=4)
    Florence2ForConditionalGeneration(config).save_pretrained(tmp_path)
    images = CLIPImageProcessor(size={"height": SIDE, "width": SIDE}, do_center_crop=False)
    images.image_seq_length = (SIDE // 8) ** 2 + 1
    Florence2Processor(images, tokenizer).save_pretrained(tmp_path)
    return tmp_path


@pytest.mark.parametrize(("kind", "name"), [("blip", "BLIP"), ("florence", "Florence-2")])
def test_the_real_classes_say_something(kind: str, name: str, request: pytest.FixtureRequest) -> None:
    """In one line; the breakdown has it, and who said it."""
    captioner = Captioner.load(request.getfixturevalue(kind))
    picture = Image.new("RGB", (50, 40), "#c04060")
    told = captioner.caption(picture)
    assert "\n" not in told
    seen = with_caption(Seen("Pocket", 50, 40, is_known=False), captioner, picture)
    assert (seen.by, seen.caption, seen.is_known) == (name, told, True)


def test_another_model_is_refused(tmp_path: Path) -> None:
    """With the kinds that are known."""
    (tmp_path / "config.json").write_text(json.dumps({"model_type": "llava"}))
    with pytest.raises(UnknownCaptioner, match="florence2 and blip"):
        Captioner.load(tmp_path)

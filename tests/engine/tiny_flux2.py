"""A real FLUX.2-klein-shaped model at tiny random size, in the folders and files of the real one."""

from pathlib import Path

import torch
from diffusers import (
    AutoencoderKLFlux2,
    FlowMatchEulerDiscreteScheduler,
    Flux2KleinPipeline,
    Flux2Transformer2DModel,
)
from transformers import Qwen2Tokenizer, Qwen3Config, Qwen3ForCausalLM
from transformers.utils import logging

from tests.engine.tiny import LOUDER, byte_symbols

TEXT_WIDTH = 16
READ_LAYERS = (1, 2, 3)
"""Of its language model's four, as 9, 18 and 27 are of 36."""
LATENTS = 4
MARKS = ["<|endoftext|>", "<|im_start|>", "<|im_end|>"]
CHAT = (
    "{% for m in messages %}<|im_start|>{{ m['role'] }}\n{{ m['content'] }}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)


def make_tiny_flux2(folder: Path, *, is_distilled: bool = True) -> Path:
    """The model in `folder` as diffusers keeps one."""
    logging.disable_progress_bar()
    random = torch.random.get_rng_state()
    torch.manual_seed(0)
    tokenizer = tiny_qwen_tokenizer()
    pipeline = Flux2KleinPipeline(
        scheduler=FlowMatchEulerDiscreteScheduler(use_dynamic_shifting=True, shift=3.0, time_shift_type="exponential"),
        vae=_vae(),
        text_encoder=_language_model(tokenizer),
        tokenizer=tokenizer,
        transformer=_transformer(),
        is_distilled=is_distilled,
    )
    pipeline.save_pretrained(folder)
    torch.random.set_rng_state(random)
    return folder


def tiny_qwen_tokenizer() -> Qwen2Tokenizer:
    """Of bytes, with the marks of a chat."""
    vocabulary = {token: number for number, token in enumerate([*byte_symbols(), *MARKS])}
    tokenizer = Qwen2Tokenizer(
        vocab=vocabulary,
        merges=[],
        eos_token="<|im_end|>",
        pad_token="<|endoftext|>",
        extra_special_tokens=MARKS,
        model_max_length=1024,
    )
    tokenizer.chat_template = CHAT
    return tokenizer


def _language_model(tokenizer: Qwen2Tokenizer) -> Qwen3ForCausalLM:
    return Qwen3ForCausalLM(
        Qwen3Config(
            hidden_size=TEXT_WIDTH,
            intermediate_size=TEXT_WIDTH,
            num_hidden_layers=4,
            num_attention_heads=2,
            num_key_value_heads=2,
            vocab_size=len(tokenizer),
            max_position_embeddings=1024,
            bos_token_id=None,
            eos_token_id=tokenizer.eos_token_id,
            pad_token_id=tokenizer.pad_token_id,
        )
    )


def _transformer() -> Flux2Transformer2DModel:
    transformer = Flux2Transformer2DModel(
        patch_size=1,
        in_channels=4 * LATENTS,
        num_layers=1,
        num_single_layers=2,
        attention_head_dim=16,
        num_attention_heads=2,
        joint_attention_dim=len(READ_LAYERS) * TEXT_WIDTH,
        timestep_guidance_channels=32,
        axes_dims_rope=[4, 4, 4, 4],
        guidance_embeds=False,
    )
    with torch.no_grad():
        for name, weight in transformer.named_parameters():
            if weight.ndim == 2 and ("attn" in name or "ff" in name):
                weight.mul_(LOUDER)
    return transformer


def _vae() -> AutoencoderKLFlux2:
    vae = AutoencoderKLFlux2(
        sample_size=64,
        block_out_channels=(8,) * 4,
        layers_per_block=1,
        latent_channels=LATENTS,
        norm_num_groups=4,
        down_block_types=("DownEncoderBlock2D",) * 4,
        up_block_types=("UpDecoderBlock2D",) * 4,
    )
    vae.bn.running_mean.normal_(0, 0.2)
    vae.bn.running_var.uniform_(0.5, 2)
    return vae

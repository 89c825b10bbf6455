"""A real SDXL-shaped model at tiny random size, with IP-Adapters, in the folders and files of the real ones."""

from pathlib import Path

import torch
from diffusers import EulerDiscreteScheduler, StableDiffusionXLPipeline, UNet2DConditionModel
from transformers import CLIPTextModel, CLIPTextModelWithProjection
from transformers.utils import logging

from tests.engine.tiny import (
    TEXT_WIDTH,
    adapter_attention,
    base_projection,
    louder,
    resampler,
    save_adapter,
    tiny_text_config,
    tiny_tokenizer,
    tiny_vae,
    tiny_vision,
)

WIDTH = 2 * TEXT_WIDTH
"""Of its texts: both encoders' side by side."""
TIME_WIDTH = 8
DEPTHS = (1, 1, 2)
"""Transformer layers of each attention, by block; 1, 2 and 10 in the real one."""


def make_tiny_sdxl(folder: Path) -> Path:
    """The model in `folder` as diffusers keeps one, its adapters in `folder/ip_adapter` as h94/IP-Adapter does."""
    logging.disable_progress_bar()
    random = torch.random.get_rng_state()
    torch.manual_seed(0)
    unet, first, second = _unet(), tiny_tokenizer(), tiny_tokenizer(padding="!")
    pipeline = StableDiffusionXLPipeline(
        unet=unet,
        vae=tiny_vae(scaling_factor=0.13025),
        text_encoder=CLIPTextModel(tiny_text_config(first)),
        text_encoder_2=CLIPTextModelWithProjection(tiny_text_config(second)),
        tokenizer=first,
        tokenizer_2=second,
        scheduler=EulerDiscreteScheduler(
            beta_start=0.00085,
            beta_end=0.012,
            beta_schedule="scaled_linear",
            steps_offset=1,
            timestep_spacing="leading",
        ),
        add_watermarker=False,
    )
    pipeline.save_pretrained(folder)
    models = folder / "ip_adapter" / "sdxl_models"
    models.mkdir(parents=True)
    attentions = [adapter_attention(unet, WIDTH) for _ in range(3)]
    save_adapter(models / "ip-adapter_sdxl_vit-h.safetensors", base_projection(WIDTH), attentions[0])
    save_adapter(models / "ip-adapter-plus_sdxl_vit-h.safetensors", resampler(WIDTH), attentions[1])
    save_adapter(models / "ip-adapter-plus-face_sdxl_vit-h.safetensors", resampler(WIDTH), attentions[2])
    tiny_vision().save_pretrained(folder / "ip_adapter" / "models" / "image_encoder")
    torch.random.set_rng_state(random)
    return folder


def _unet() -> UNet2DConditionModel:
    unet = UNet2DConditionModel(
        sample_size=8,
        layers_per_block=2,
        block_out_channels=(8, 16, 32),
        norm_num_groups=4,
        cross_attention_dim=WIDTH,
        attention_head_dim=(2, 2, 4),
        down_block_types=("DownBlock2D", "CrossAttnDownBlock2D", "CrossAttnDownBlock2D"),
        up_block_types=("CrossAttnUpBlock2D", "CrossAttnUpBlock2D", "UpBlock2D"),
        transformer_layers_per_block=DEPTHS,
        use_linear_projection=True,
        addition_embed_type="text_time",
        addition_time_embed_dim=TIME_WIDTH,
        projection_class_embeddings_input_dim=TEXT_WIDTH + 6 * TIME_WIDTH,
    )
    return louder(unet)

"""Models of random weights for measuring: of the real ones' sizes, and tiny ones."""

from collections.abc import Callable
from pathlib import Path

import torch
from diffusers import (
    AutoencoderKL,
    AutoencoderKLFlux2,
    EulerDiscreteScheduler,
    FlowMatchEulerDiscreteScheduler,
    Flux2KleinPipeline,
    Flux2Transformer2DModel,
    StableDiffusionPipeline,
    StableDiffusionXLPipeline,
    UNet2DConditionModel,
)
from transformers import CLIPTextConfig, CLIPTextModel, CLIPTextModelWithProjection, Qwen3Config, Qwen3ForCausalLM

from tests.engine.tiny import make_tiny_sd15, tiny_tokenizer
from tests.engine.tiny_flux2 import make_tiny_flux2, tiny_qwen_tokenizer
from tests.engine.tiny_sdxl import make_tiny_sdxl


def _vae(scaling: float) -> AutoencoderKL:
    return AutoencoderKL(
        block_out_channels=(128, 256, 512, 512),
        layers_per_block=2,
        latent_channels=4,
        sample_size=512,
        scaling_factor=scaling,
        down_block_types=("DownEncoderBlock2D",) * 4,
        up_block_types=("UpDecoderBlock2D",) * 4,
    )


def _clip(width: int, layers: int, heads: int) -> CLIPTextConfig:
    tokenizer = tiny_tokenizer()
    end = tokenizer.eos_token_id
    return CLIPTextConfig(
        vocab_size=len(tokenizer),
        hidden_size=width,
        intermediate_size=4 * width,
        num_hidden_layers=layers,
        num_attention_heads=heads,
        projection_dim=width,
        bos_token_id=end - 1,
        eos_token_id=end,
        pad_token_id=end,
    )


def _euler() -> EulerDiscreteScheduler:
    return EulerDiscreteScheduler(beta_start=0.00085, beta_end=0.012, beta_schedule="scaled_linear", steps_offset=1)


def sd15(folder: Path) -> Path:
    """Stable Diffusion 1.5: 0.86 billion in the UNet."""
    pipeline = StableDiffusionPipeline(
        unet=UNet2DConditionModel(sample_size=64, cross_attention_dim=768),
        vae=_vae(0.18215),
        text_encoder=CLIPTextModel(_clip(768, 12, 12)),
        tokenizer=tiny_tokenizer(),
        scheduler=_euler(),
        safety_checker=None,
        feature_extractor=None,
        requires_safety_checker=False,
    )
    pipeline.to(dtype=torch.float16).save_pretrained(folder)
    return folder


def sdxl(folder: Path) -> Path:
    """SDXL: 2.57 billion in the UNet."""
    unet = UNet2DConditionModel(
        sample_size=128,
        block_out_channels=(320, 640, 1280),
        layers_per_block=2,
        down_block_types=("DownBlock2D", "CrossAttnDownBlock2D", "CrossAttnDownBlock2D"),
        up_block_types=("CrossAttnUpBlock2D", "CrossAttnUpBlock2D", "UpBlock2D"),
        transformer_layers_per_block=(1, 2, 10),
        attention_head_dim=(5, 10, 20),
        cross_attention_dim=2048,
        use_linear_projection=True,
        addition_embed_type="text_time",
        addition_time_embed_dim=256,
        projection_class_embeddings_input_dim=2816,
    )
    pipeline = StableDiffusionXLPipeline(
        unet=unet,
        vae=_vae(0.13025),
        text_encoder=CLIPTextModel(_clip(768, 12, 12)),
        text_encoder_2=CLIPTextModelWithProjection(_clip(1280, 32, 20)),
        tokenizer=tiny_tokenizer(),
        tokenizer_2=tiny_tokenizer(padding="!"),
        scheduler=_euler(),
        add_watermarker=False,
    )
    pipeline.to(dtype=torch.float16).save_pretrained(folder)
    return folder


def flux2(folder: Path) -> Path:
    """FLUX.2 klein 4B, distilled; the numbers are from memory, since no hub can be asked where Fourup is made."""
    tokenizer = tiny_qwen_tokenizer()
    language = Qwen3Config(
        hidden_size=2560,
        intermediate_size=9728,
        num_hidden_layers=36,
        num_attention_heads=32,
        num_key_value_heads=8,
        head_dim=128,
        vocab_size=len(tokenizer),
        max_position_embeddings=1024,
        bos_token_id=None,
        eos_token_id=tokenizer.eos_token_id,
        pad_token_id=tokenizer.pad_token_id,
    )
    transformer = Flux2Transformer2DModel(
        num_layers=5, num_single_layers=20, num_attention_heads=24, joint_attention_dim=7680, guidance_embeds=False
    )
    pipeline = Flux2KleinPipeline(
        scheduler=FlowMatchEulerDiscreteScheduler(use_dynamic_shifting=True, shift=3.0, time_shift_type="exponential"),
        vae=AutoencoderKLFlux2(),
        text_encoder=Qwen3ForCausalLM(language),
        tokenizer=tokenizer,
        transformer=transformer,
        is_distilled=True,
    )
    pipeline.to(dtype=torch.bfloat16).save_pretrained(folder)
    return folder


RANDOM: dict[str, Callable[[Path], Path]] = {"sd15": sd15, "sdxl": sdxl, "flux2": flux2}
TINY: dict[str, Callable[[Path], Path]] = {"sd15": make_tiny_sd15, "sdxl": make_tiny_sdxl, "flux2": make_tiny_flux2}

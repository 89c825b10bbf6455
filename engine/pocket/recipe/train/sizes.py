"""The parts of Pocket as stock diffusers and transformers classes: SD 1.5's shapes at a fiftieth of its size."""

from typing import Final

from diffusers import AutoencoderKL, ControlNetModel, DDPMScheduler, UNet2DConditionModel
from diffusers.models.controlnets.controlnet import ControlNetConditioningEmbedding
from diffusers.models.embeddings import IPAdapterPlusImageProjection
from transformers import (
    CLIPTextConfig,
    CLIPTextModel,
    CLIPTokenizer,
    CLIPVisionConfig,
    CLIPVisionModelWithProjection,
)

SIDE = 8
"""Of the latents of its own pictures."""
PIXELS = 8 * SIDE
CHANNELS = 8
"""Of latents: a few more than SD's, since there is much in an eighth of a small picture."""
TEXT_WIDTH = 192
TOKENS = 32
"""What a caption may have, both marks included; longer ones go through window by window."""
SQUARES = 4
"""Into so many times so many of them the vision encoder cuts a picture."""
STATES = 1 + SQUARES**2
"""What it has of a picture in each layer."""
SIGHTS = 16
"""Tokens that an adapter makes of a picture."""
LEVEL_CHANNELS = (128, 128)
"""Of the UNet's levels."""
GROUPS: Final = 16
TIMES: Final = "scale_shift"
"""How it groups channels to normalise them, and what timesteps do to these."""
OUTLINE_CHANNELS = (16, 32, 64, 128)
"""Of what makes lines small, level by level."""


def new_vae() -> AutoencoderKL:
    """A factor of 8; no attention, so that crops teach what whole pictures need."""
    return AutoencoderKL(
        latent_channels=CHANNELS,
        sample_size=PIXELS,
        block_out_channels=(16, 32, 64, 128),
        layers_per_block=1,
        norm_num_groups=8,
        mid_block_add_attention=False,
        down_block_types=("DownEncoderBlock2D",) * 4,
        up_block_types=("UpDecoderBlock2D",) * 4,
    )


def new_text_encoder(tokenizer: CLIPTokenizer) -> CLIPTextModel:
    """CLIP's text model, 3 layers of 192."""
    end = tokenizer.eos_token_id
    return CLIPTextModel(
        CLIPTextConfig(
            vocab_size=len(tokenizer),
            hidden_size=TEXT_WIDTH,
            intermediate_size=3 * TEXT_WIDTH,
            num_hidden_layers=3,
            num_attention_heads=4,
            max_position_embeddings=TOKENS,
            projection_dim=TEXT_WIDTH,
            bos_token_id=end - 1,
            eos_token_id=end,
            pad_token_id=end,
        )
    )


def new_vision() -> CLIPVisionModelWithProjection:
    """CLIP's vision model, 4 layers of 192, that sees a picture as 16 squares and tells it in the texts' width."""
    return CLIPVisionModelWithProjection(
        CLIPVisionConfig(
            hidden_size=TEXT_WIDTH,
            intermediate_size=2 * TEXT_WIDTH,
            num_hidden_layers=4,
            num_attention_heads=4,
            image_size=PIXELS,
            patch_size=PIXELS // SQUARES,
            projection_dim=TEXT_WIDTH,
        )
    )


def new_resampler() -> IPAdapterPlusImageProjection:
    """IP-Adapter Plus's way from the vision encoder's states to tokens, in its four layers, of 128."""
    return IPAdapterPlusImageProjection(
        embed_dims=TEXT_WIDTH, output_dims=TEXT_WIDTH, hidden_dims=128, heads=2, num_queries=SIGHTS
    )


def new_unet() -> UNet2DConditionModel:
    """Two levels: a third, at a quarter of the latents' size, was trained and told nothing that the others did not."""
    return UNet2DConditionModel(
        sample_size=SIDE,
        in_channels=CHANNELS,
        out_channels=CHANNELS,
        block_out_channels=LEVEL_CHANNELS,
        layers_per_block=1,
        norm_num_groups=GROUPS,
        cross_attention_dim=TEXT_WIDTH,
        attention_head_dim=4,
        resnet_time_scale_shift=TIMES,
        down_block_types=("DownBlock2D", "CrossAttnDownBlock2D"),
        up_block_types=("CrossAttnUpBlock2D", "CrossAttnUpBlock2D"),
    )


def new_control() -> ControlNetModel:
    """The UNet's way down for lines, which says nothing at first. It has no attention: of texts the UNet reads, and in
    pictures of this size convolutions see all there is.
    """
    return ControlNetModel(
        in_channels=CHANNELS,
        block_out_channels=LEVEL_CHANNELS,
        layers_per_block=1,
        norm_num_groups=GROUPS,
        cross_attention_dim=TEXT_WIDTH,
        resnet_time_scale_shift=TIMES,
        down_block_types=("DownBlock2D", "DownBlock2D"),
        mid_block_type="UNetMidBlock2D",
        conditioning_embedding_out_channels=OUTLINE_CHANNELS,
    )


def new_outlines() -> ControlNetConditioningEmbedding:
    """What makes a picture of lines as small as the latents, of as many channels as the UNet's first layer has."""
    outlines = ControlNetConditioningEmbedding(LEVEL_CHANNELS[0], block_out_channels=OUTLINE_CHANNELS)
    outlines.conv_out.reset_parameters()  # which diffusers begins at zero
    return outlines


def new_scheduler() -> DDPMScheduler:
    """Velocity, and noise up to 40 times the picture: at SD's 15 the mean colour of small latents still shows."""
    return DDPMScheduler(
        num_train_timesteps=1000,
        beta_start=0.00085,
        beta_end=0.0185,
        beta_schedule="scaled_linear",
        prediction_type="v_prediction",
        timestep_spacing="trailing",
        clip_sample=False,
        steps_offset=1,
    )

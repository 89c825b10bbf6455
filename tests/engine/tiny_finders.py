"""Models that find depth, poses and people: transformers' real classes, tiny and with random weights."""

from pathlib import Path

import torch
from transformers import (
    DepthAnythingConfig,
    DepthAnythingForDepthEstimation,
    Dinov2Config,
    DPTImageProcessorPil,
    RTDetrConfig,
    RTDetrForObjectDetection,
    RTDetrImageProcessorPil,
    RTDetrResNetConfig,
    VitPoseBackboneConfig,
    VitPoseConfig,
    VitPoseForPoseEstimation,
    VitPoseImageProcessorPil,
)

SMALL = {"hidden_size": 32, "num_attention_heads": 2}
PERSON = 1


def make_depth(folder: Path, *, is_metric: bool = False) -> Path:
    """A Depth Anything, relative as the published ones mostly are, or one that tells metres."""
    torch.manual_seed(0)
    stages = ["stage1", "stage2", "stage3", "stage4"]
    backbone = Dinov2Config(
        **SMALL, num_hidden_layers=4, image_size=28, patch_size=14, out_features=stages, reshape_hidden_states=False
    )
    config = DepthAnythingConfig(
        backbone_config=backbone,
        reassemble_hidden_size=32,
        neck_hidden_sizes=[8] * 4,
        fusion_hidden_size=8,
        head_hidden_size=8,
        depth_estimation_type="metric" if is_metric else "relative",
        max_depth=20 if is_metric else 1,
    )
    model = DepthAnythingForDepthEstimation(config)
    for name, weight in model.named_parameters():
        if "head" in name and weight.dim() > 1:
            torch.nn.init.normal_(weight, std=0.5)
    model.save_pretrained(folder)
    size = {"height": 56, "width": 56}
    DPTImageProcessorPil(size=size, ensure_multiple_of=14, keep_aspect_ratio=True).save_pretrained(folder)
    return folder


def make_pose(folder: Path, *, sees: float = 0.5, experts: int = 1) -> Path:
    """A ViTPose that is as sure as `sees` of every joint."""
    torch.manual_seed(0)
    backbone = VitPoseBackboneConfig(
        **SMALL,
        image_size=[64, 48],
        patch_size=[16, 16],
        num_hidden_layers=2,
        num_experts=experts,
        part_features=8,
        out_indices=[2],
    )
    model = VitPoseForPoseEstimation(
        VitPoseConfig(backbone_config=backbone, num_labels=17, use_simple_decoder=True, scale_factor=4)
    )
    torch.nn.init.constant_(model.head.conv.bias, sees)
    model.save_pretrained(folder)
    VitPoseImageProcessorPil(size={"height": 64, "width": 48}).save_pretrained(folder)
    return folder


def make_people(folder: Path, *, sees: bool = True) -> Path:
    """An RT-DETR that sees a person wherever it looks, or never one."""
    torch.manual_seed(0)
    backbone = RTDetrResNetConfig(
        embedding_size=8,
        hidden_sizes=[8, 8, 16, 16],
        depths=[1] * 4,
        layer_type="basic",
        out_features=["stage2", "stage3", "stage4"],
    )
    config = RTDetrConfig(
        backbone_config=backbone,
        encoder_in_channels=[8, 16, 16],
        encoder_hidden_dim=32,
        encoder_ffn_dim=32,
        encoder_attention_heads=2,
        d_model=32,
        decoder_in_channels=[32] * 3,
        decoder_ffn_dim=32,
        decoder_attention_heads=2,
        decoder_layers=2,
        num_queries=3,
        num_denoising=0,
        id2label={0: "cat", PERSON: "person", 2: "dog"},
        label2id={"cat": 0, "person": PERSON, "dog": 2},
    )
    model = RTDetrForObjectDetection(config)
    for head in model.model.decoder.class_embed:
        torch.nn.init.zeros_(head.weight)
        head.bias.data = torch.tensor([-6.0, 6.0 if sees else -6.0, -6.0])
    model.save_pretrained(folder)
    RTDetrImageProcessorPil(size={"height": 64, "width": 64}).save_pretrained(folder)
    return folder

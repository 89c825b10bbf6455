"""Depth and poses found in photographs by transformers' models, for the ControlNets that follow them."""

import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import torch
from PIL import Image
from transformers import AutoImageProcessor, AutoModelForDepthEstimation, AutoModelForObjectDetection
from transformers import VitPoseForPoseEstimation as VitPose

from engine.families.edges import is_drawn
from engine.families.pixels import to_tensor
from engine.families.poses import Box, Frame
from engine.families.skeleton import Joint, figure
from engine.plan.plan import CannotDraw

Find = Callable[[Image.Image], Image.Image]
LARGEST = 1024
"""Pixels of the longer side in which something is looked for."""
SURE_OF_A_PERSON = 0.5
COCO = 0
"""Of the data sets of a ViTPose+, the one whose joints are drawn."""
JOINTS = 17
"""Of COCO's people."""


class Preprocessors:
    """The models for these kinds, by `engine.preprocessors`; each is loaded when it is first wanted."""

    def __init__(self, folders: Mapping[str, Path], device: torch.device) -> None:
        self._folders, self._device = dict(folders), device
        self._loaded: dict[str, Find] = {}
        self._lock = threading.Lock()

    @torch.inference_mode()
    def ready(self, picture: Image.Image, kind: str) -> Image.Image:
        """What a network of this kind follows of a picture: what is found in it; itself where it was drawn for that
        already, or where nothing is here that finds it. Raises CannotDraw where there is nobody to have a pose.
        """
        if kind not in self._folders or kind not in FINDERS:
            return picture
        small = picture.convert("RGB")
        small.thumbnail((LARGEST, LARGEST))
        return small if is_drawn(small, kind) else self._finder(kind)(small)

    def _finder(self, kind: str) -> Find:
        with self._lock:
            if kind not in self._loaded:
                with torch.inference_mode(mode=False):
                    self._loaded[kind] = FINDERS[kind](self._folders, self._device)
            return self._loaded[kind]


def _opened(model: Any, folder: Path, device: torch.device) -> tuple[Any, Any]:
    """What makes the model's input, and the model."""
    loaded = model.from_pretrained(folder, use_safetensors=True, local_files_only=True)
    return AutoImageProcessor.from_pretrained(folder, local_files_only=True), loaded.to(device).eval()


def _depth(folders: Mapping[str, Path], device: torch.device) -> Find:
    processor, model = _opened(AutoModelForDepthEstimation, folders["depth"], device)
    is_distance = getattr(model.config, "depth_estimation_type", "relative") == "metric"

    def find(picture: Image.Image) -> Image.Image:
        inputs = processor(images=picture, return_tensors="pt").to(device)
        sizes = [(picture.height, picture.width)]
        told = processor.post_process_depth_estimation(model(**inputs), target_sizes=sizes)[0]["predicted_depth"]
        near = told.float().clamp(min=1e-3).reciprocal() if is_distance else told.float()
        least, most = near.aminmax()
        grey = (near - least) / (most - least).clamp(min=torch.finfo(near.dtype).tiny)
        return Image.fromarray((grey * 255).round().byte().cpu().numpy()).convert("RGB")

    return find


def _pose(folders: Mapping[str, Path], device: torch.device) -> Find:
    processor, model = _opened(VitPose, folders["pose"], device)
    people = _people(folders["people"], device) if "people" in folders else _one
    has_experts = model.config.backbone_config.num_experts > 1
    size = processor.size["width"], processor.size["height"]
    mean, spread = (torch.tensor(each)[:, None, None] for each in (processor.image_mean, processor.image_std))

    def find(picture: Image.Image) -> Image.Image:
        bodies: list[list[Joint]] = []
        if frames := [Frame.around(box, size) for box in people(picture)]:
            seen = torch.stack([(to_tensor(frame.cut(picture, size)) - mean) / spread for frame in frames])
            named = {"dataset_index": torch.full((len(frames),), COCO, device=device)} if has_experts else {}
            heat = model(pixel_values=seen.to(device), **named).heatmaps.float().cpu()
            bodies = [frame.joints(own[:JOINTS]) for frame, own in zip(frames, heat, strict=True)]
        if not any(joint for body in bodies for joint in body):
            raise CannotDraw("pose.nobody")
        return figure(bodies, picture.size)

    return find


def _people(folder: Path, device: torch.device) -> Callable[[Image.Image], list[Box]]:
    processor, model = _opened(AutoModelForObjectDetection, folder, device)
    labels = {label for label, name in model.config.id2label.items() if name == "person"}

    def find(picture: Image.Image) -> list[Box]:
        inputs = processor(images=picture, return_tensors="pt").to(device)
        sizes = [(picture.height, picture.width)]
        found = processor.post_process_object_detection(
            model(**inputs), target_sizes=sizes, threshold=SURE_OF_A_PERSON
        )[0]
        corners = zip(found["labels"].tolist(), found["boxes"].tolist(), strict=True)
        boxes = [
            (left, top, right - left, bottom - top) for label, (left, top, right, bottom) in corners if label in labels
        ]
        return [box for box in boxes if min(box[2:]) >= 1]

    return find


def _one(picture: Image.Image) -> list[Box]:
    """The whole picture is one person's."""
    return [(0.0, 0.0, float(picture.width), float(picture.height))]


FINDERS: dict[str, Callable[[Mapping[str, Path], torch.device], Find]] = {"depth": _depth, "pose": _pose}
"""What finds each kind, by the folders of all."""

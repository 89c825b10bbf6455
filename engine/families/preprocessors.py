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
from engine.families.skeleton import Joint, figure
from engine.plan.plan import CannotDraw

Find = Callable[[Image.Image], Image.Image]
Box = tuple[float, float, float, float]
"""Left, top, width and height, in pixels."""

LARGEST = 1024
"""Pixels of the longer side in which something is looked for."""
SURE_OF_A_PERSON = 0.5
SURE_OF_A_JOINT = 0.3
COCO = 0
"""Of the data sets of a ViTPose+, the one whose joints are drawn."""


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

    def find(picture: Image.Image) -> Image.Image:
        boxes = people(picture)
        bodies = []
        if boxes:
            inputs = processor(images=picture, boxes=[boxes], return_tensors="pt").to(device)
            named = {"dataset_index": torch.full((len(boxes),), COCO, device=device)} if has_experts else {}
            found = processor.post_process_pose_estimation(model(**inputs, **named), boxes=[boxes])[0]
            bodies = [_joints(each["keypoints"], each["labels"], each["scores"]) for each in found]
        if not any(joint for body in bodies for joint in body):
            raise CannotDraw("pose.nobody")
        return figure(bodies, picture.size)

    return find


def _joints(places: torch.Tensor, labels: torch.Tensor, scores: torch.Tensor) -> list[Joint]:
    """All of COCO's, None for those that cannot be seen."""
    joints: list[Joint] = [None] * 17
    for (across, down), label, score in zip(places.tolist(), labels.tolist(), scores.tolist(), strict=True):
        if score >= SURE_OF_A_JOINT and label < len(joints):
            joints[label] = across, down
    return joints


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

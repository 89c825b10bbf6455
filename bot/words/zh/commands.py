"""Chinese: commands that show what there is."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "show.description": "在这里再次显示你的一个任务",
    "show.job_id": "任务的 ID，或它的消息链接",
    "show.not_yours": "只有提交任务的成员才能再次显示它。",
    "show.unfinished": "它还没完成；图片会送到你提交它的地方。",
    "info.description": "查看你用了多少，以及正在进行的任务",
    "menu.title": "用作图像提示",
    "menu.prompt": "提示词",
    "menu.picture": "图片",
    "menu.no_picture": "那条消息里没有图片。请选一条有图片的消息。",
}

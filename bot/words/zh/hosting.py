"""Chinese: room on the disk, and results that only their author sees."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "imagine.full": "机器人暂时没有空间存放更多图片，所以不接新任务；什么都没有丢。请告诉它的运营者，或者晚些再试。",
    "delivery.full": "[原图](<{link}>)",
    "stealth.here": "只有你能看到这条消息；图片会用私信发给你。",
    "stealth.sent": "图片已经发到你的私信里。",
    "stealth.nowhere": (
        "图片画好了，但你没有开启这个服务器的私信，所以没法悄悄发给你。请在它的隐私设置里允许，或者输入 `/show "
        "{job_id}`：只有你能看到回复。"
    ),
}

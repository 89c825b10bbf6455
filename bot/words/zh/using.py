"""Chinese: what can be made of any picture in any message."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "use.title": "使用这张图片",
    "use.number": "第 {number} 张",
    "use.what": "只有你能看到这条消息。想用大图做什么？",
    "use.grid": (
        "只有你能看到这条消息。这是几张图片合成的一张：想放大、变化或单独使用其中一张，请先按它们下面的 U1 到 U4。"
    ),
    "use.image": "图像提示",
    "use.style": "用作风格",
    "use.character": "用作角色",
    "use.blend": "混合...",
    "use.edit": "编辑",
    "use.subtle": "Upscale（细微）",
    "use.creative": "Upscale（创意）",
    "use.low": "Vary（轻微）",
    "use.high": "Vary（强烈）",
    "use.region": "Vary（区域）",
    "use.shows": "图片的内容（可以留空）",
    "use.words.shows": "写几个词会有帮助：放大和变化都会照着它们来画。",
    "use.words.region": "改好之后图片的内容，尤其是标出的地方",
    "use.window.image": "用作图像提示",
    "use.window.style": "用作风格",
    "use.window.character": "用作角色",
    "use.window.blend": "混合...",
    "use.words.image": "除了图片里的内容，还想看到什么",
    "use.words.style": "想用这张图片的风格画什么",
    "use.words.character": "图片里的角色要在哪里做什么",
    "use.words.edit": "用文字：光线、颜色、时间、画法、物体",
    "use.told": "要改什么",
    "use.example.edit": "例如：make it night · sharper",
    "use.more": "再选一到四张图片",
}

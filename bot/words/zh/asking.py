"""Chinese: /ask."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "ask.description": "关于本机器人的问题，用它自己的文档回答",
    "ask.question": "你想知道什么",
    "ask.often": "一次问得太多了：{seconds} 秒后回答下一个问题。",
    "ask.none": "在我的文档里找不到关于“{question}”的内容。请换个说法再问，或输入 /help 看看有什么。",
    "ask.example": "示例",
    "ask.english": "此文本只有英文",
    "ask.from": "出自：{document}",
    "ask.try": "试一试",
}

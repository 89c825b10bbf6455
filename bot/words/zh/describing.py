"""Chinese: /describe, /shorten."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "describe.description": "为一张图片写四个提示词，并拆解它的构成",
    "describe.image": "图片",
    "describe.link": "或者图片的链接，或带有图片的本机器人消息的链接",
    "describe.one": "请附上一张图片，或给出链接：二选一。",
    "describe.failed": "现在读不了这张图片：请稍后再试，或告诉这个机器人的管理者。",
    "describe.all": "全部绘制",
    "describe.form": "为哪个模型",
    "describe.for": "{model} 的写法",
    "describe.breakdown": "画面构成",
    "describe.subject": "主体",
    "describe.medium": "媒介与风格",
    "describe.setting": "场景与时间",
    "describe.lighting": "光线",
    "describe.composition": "构图",
    "describe.mood": "氛围",
    "describe.palette": "配色",
    "describe.outside": (
        "**这超出了我叫得出名字的范围。** 我只认识 {count} 种画出来的东西；这里写的主体、"
        "媒介和场景只是最接近的。光线、构图、氛围和配色是测量的，可以相信。"
    ),
    "describe.world": "由 {by} 识别，它认识 {count} 种画出来的东西 · 光线、氛围和配色是测量的",
    "describe.by": "由 {by} 识别 · 光线、氛围和配色是测量的",
    "shorten.description": "提示词里哪些词重要，以及更短的提示词",
    "shorten.prompt": "完整的提示词",
    "shorten.nothing": "里面没有文字：请写出想看到什么。",
    "shorten.one": "只有一个词，无法再缩短。",
    "shorten.parts": "请一次只给一个部分，不要用 `::`：词的权重是在它所在的部分里比较的。",
    "shorten.long": "提示词太长：最多 {most} 个词、1,500 个字符。请只给一部分。",
    "shorten.failed": "现在读不了这个提示词：请稍后再试，或告诉这个机器人的管理者。",
    "shorten.important": "重要的词",
    "shorten.shorter": "缩短后的提示词",
    "shorten.press": "按数字即可绘制那个提示词。",
    "shorten.show": "查看详情",
    "shorten.details": "每个词的分量",
    "shorten.how": "去掉一个词后，含义转动多少度；用 {by} 的文本编码器测量。",
    "use.describe": "描述",
}

"""Chinese: looking for pictures that were made."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "history.description": "翻看你的图片、你的收藏，或别的成员的图片",
    "history.words": "提示词里的词",
    "history.only_favourites": "只看你点过 ❤️ 的，不管是谁做的",
    "history.member": "谁的图片；别人的只能看到这里公开的",
    "history.title.own": "你的图片",
    "history.title.favourites": "你的收藏",
    "history.title.of": "{member} 的图片",
    "history.place": "共 {total} 项，第 {first} 到 {last} 项，最新的在前",
    "history.look": "看其中一张",
    "history.newer": "更新的",
    "history.older": "更早的",
    "history.favourites": "只看收藏",
    "history.find": "按词查找",
    "history.no_words": "提示词要包含所有这些词；留空则显示全部图片",
    "history.none.own": "你还没有图片。输入 `/imagine`，写下想看到的画面吧。",
    "history.none.words": "这里没有图片包含所有这些词。少写几个，或者留空试试。",
    "history.none.favourites": "还没有收藏。在单张图片下面点 ❤️，或者在组图下面点 ℹ️，再点那里的 ❤️。",
    "history.none.of": "这里看不到 {member} 的图片。别人的图片要在发布它的服务器里看。",
}

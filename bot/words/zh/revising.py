"""Chinese: edits in words, what was done about them, and what nothing understands."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "revise.done.follows": "模型自己按这些话做了。",
    "revise.done.frame": "做法与同名的按钮一样。",
    "revise.done.whole": "整张图片重画了 {percent} %。",
    "revise.done.region": "只在这里重画了 {percent} %：{where}。",
    "revise.done.graded": "先调整了光线和颜色。",
    "revise.guess": "位置是猜的：说明在哪里（`in the left third`），或者用 Vary (Region) 标出来。",
    "revise.unseen": "这个模型看不出“{things}”在哪里：说明位置（`in the top third`），就只重画那里。",
    "revise.at.top": "上半部",
    "revise.at.bottom": "下半部",
    "revise.at.around": "中间以外",
    "revise.at.edge": "边缘",
    "revise.at.both": "上半部、下半部",
    "revise.unread": (
        "我不明白“{clause}”这个改动。可以用英语或德语这样说：`make the colours warmer` · `make it night` "
        "· `sharper` · `more detail in the background` · `remove the hat in the top third` · `turn the "
        "sky pink` · `replace the dog with a cat` · `as a watercolor` · `zoom out` · `a bit more`。其他改动请用 "
        "Vary (Region)，或者用 ✏️ 修改整个提示词。"
    ),
    "revise.one": "一件一件来：先改画面或大小，再回复新图片说其余的。",
    "revise.back": "什么都没有丢：回复之前的那张图片，从那里继续。",
    "revise.first": "要更多什么？请先对这张图片说，例如：`make the colours warmer`。",
}

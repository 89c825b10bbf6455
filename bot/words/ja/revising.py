"""Japanese: edits in words, what was done about them, and what nothing understands."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "revise.done.follows": "モデルがこの言葉に自分で従いました。",
    "revise.done.frame": "同じ名前のボタンと同じように行いました。",
    "revise.done.whole": "画像全体を{percent} %描き直しました。",
    "revise.done.region": "ここだけを{percent} %描き直しました：{where}。",
    "revise.done.graded": "先に光と色を変えました。",
    "revise.guess": "場所は推測です。場所を書くか（`in the left third`）、Vary (Region)で選んでください。",
    "revise.unseen": (
        "このモデルには「{things}」の場所がわかりません。場所を書けば（`in the top third`）、そこだけを描き直します。"
    ),
    "revise.at.top": "上半分",
    "revise.at.bottom": "下半分",
    "revise.at.around": "中央以外",
    "revise.at.edge": "ふち",
    "revise.at.both": "上半分、下半分",
    "revise.unread": (
        "「{clause}」という変更はわかりません。英語かドイツ語で、次のように書けます：`make the colours "
        "warmer` · `make it night` · `sharper` · `more detail in the background` · `remove the hat in "
        "the top third` · `turn the sky pink` · `replace the dog with a cat` · `as a watercolor` · `zoom "
        "out` · `a bit more`。それ以外はVary (Region)か、✏️ でプロンプト全体を変えてください。"
    ),
    "revise.one": "一つずつにしましょう。まず枠か大きさ、その後で届いた画像に返信して残りを書いてください。",
    "revise.back": "何も失われていません。前の画像に返信して、そこから続けてください。",
    "revise.first": "何をもっと変えますか？まずこの画像に書いてください。例：`make the colours warmer`。",
}

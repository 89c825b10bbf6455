"""Japanese: lists of words, as moderators write them."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "rule.empty": (
        "言葉がありません。言葉、語句、`blood*` のようなワイルドカード、または `/正規表現/` を書いてください。"
    ),
    "rule.long": "長すぎます。ルールは{most}文字までです。",
    "rule.wide": "このワイルドカードは、ほとんど何にでも当てはまります。少なくとも2文字は入れてください。",
    "rule.expression": (
        "この正規表現は読めません（{reason}）。RE2の書き方で、先読み・後読みと後方参照なしで書いてください。"
    ),
    "rule.large": "この正規表現は大きすぎます。波かっこの中の数を小さくするか、いくつかのルールに分けてください。",
    "rule.all": "この正規表現は空の文章にも、つまり何にでも当てはまります。少なくとも1文字は入れてください。",
}

"""Japanese: /describe, /shorten."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "describe.description": "画像から4つのプロンプトと、その成り立ちを示す",
    "describe.image": "画像",
    "describe.link": "または画像へのリンク、このボットの画像があるメッセージへのリンク",
    "describe.one": "画像を添付するか、リンクを書いてください。どちらか一方です。",
    "describe.failed": (
        "今は画像を読み取れませんでした。少し待ってもう一度試すか、このボットの管理者に伝えてください。"
    ),
    "describe.all": "すべて描く",
    "describe.form": "どのモデル向けか",
    "describe.for": "{model}向け",
    "describe.breakdown": "画像の成り立ち",
    "describe.subject": "題材",
    "describe.medium": "画材とスタイル",
    "describe.setting": "場所と時間",
    "describe.lighting": "光",
    "describe.composition": "構図",
    "describe.mood": "雰囲気",
    "describe.palette": "配色",
    "describe.outside": (
        "**これは名前を言える範囲の外です。** 知っているのは描かれたもの{count}種類だけで、"
        "ここにある題材・画材・場所は一番近いものにすぎません。光・構図・雰囲気・配色は測ったもので、"
        "そのまま信じられます。"
    ),
    "describe.world": "{by}が認識（描かれたもの{count}種類を知っています）・光と雰囲気と配色は測定",
    "describe.by": "{by}が認識・光と雰囲気と配色は測定",
    "shorten.description": "どの言葉が効いているかと、短いプロンプト",
    "shorten.prompt": "プロンプト全体",
    "shorten.nothing": "言葉がありません。見せたいものを書いてください。",
    "shorten.one": "一語だけのものは短くできません。",
    "shorten.parts": "`::`を使わず、一度に一つの部分だけを書いてください。言葉の重みはその部分の中で比べます。",
    "shorten.long": "プロンプトが長すぎます。{most}語、1,500文字までです。一部だけを書いてください。",
    "shorten.failed": (
        "今はプロンプトを読み取れませんでした。少し待ってもう一度試すか、このボットの管理者に伝えてください。"
    ),
    "shorten.important": "大事な言葉",
    "shorten.shorter": "短くしたプロンプト",
    "shorten.press": "番号を押すと、そのプロンプトを描けます。",
    "shorten.show": "詳しく見る",
    "shorten.details": "それぞれの言葉の重み",
    "shorten.how": "その言葉を抜くと意味がどれだけ向きを変えるか（度）。{by}の文章エンコーダーで測りました。",
    "use.describe": "説明する",
}

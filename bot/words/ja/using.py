"""Japanese: what can be made of any picture in any message."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "use.title": "この画像を使う",
    "use.number": "{number}枚目",
    "use.what": "これはあなただけに見えています。大きく表示された画像で、何を作りますか？",
    "use.grid": (
        "これはあなただけに見えています。これは複数の画像が1枚になったものです。1枚だけを拡大・変更したり、"
        "使ったりするには、先に下のU1〜U4を押してください。"
    ),
    "use.image": "画像プロンプト",
    "use.style": "スタイルとして使う",
    "use.character": "キャラクターとして使う",
    "use.blend": "ブレンド...",
    "use.edit": "編集",
    "use.subtle": "Upscale（控えめ）",
    "use.creative": "Upscale（大胆）",
    "use.low": "Vary（弱め）",
    "use.high": "Vary（強め）",
    "use.region": "Vary（範囲）",
    "use.shows": "画像の内容（空でも大丈夫です）",
    "use.words.shows": "少し言葉を添えると、それに沿って拡大や描き直しをします。",
    "use.words.region": "描き直した後の画像の内容。特に、選んだところについて",
    "use.window.image": "画像プロンプトとして使う",
    "use.window.style": "スタイルとして使う",
    "use.window.character": "キャラクターとして使う",
    "use.window.blend": "ブレンド...",
    "use.words.image": "画像の内容に加えて、描きたいもの",
    "use.words.style": "この画像の雰囲気で描きたいもの",
    "use.words.character": "画像のキャラクターが、どこで何をするか",
    "use.words.edit": "言葉で：光、色、時間、画材、もの",
    "use.told": "変えたいこと",
    "use.example.edit": "例：make it night · sharper",
    "use.more": "追加の画像（1〜4枚）",
}

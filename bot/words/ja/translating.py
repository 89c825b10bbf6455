"""Japanese: /translate."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "imagine.window": "描く",
    "imagine.empty": "描くものがありません。見せたいものを書いてください。",
    "translate.description": "プロンプトを別のモデルの書き方に直す（重みと除外も含む）",
    "translate.prompt": "元のモデル向けに書かれたプロンプト",
    "translate.from": "今の書き方",
    "translate.to": "直したい書き方",
    "translate.source": "{source}向けの原文",
    "translate.other": "ほかの書き方",
    "translate.imagine": "描く",
    "translate.unknown": (
        "`{value}`という書き方は知りません。一覧からmidjourney、"
        "stable-diffusion、flux、dall-eのどれかを選んでください。"
    ),
    "translate.nothing": "訳すものがありません。見せたいものを言葉で書いてください。",
    "translate.long": "プロンプトが{most}文字を超えています。一部だけを訳してください。",
    "translate.file": "プロンプトがメッセージに収まらないので、ファイルに入れました。",
    "translate.settings": "似たものがないので省きました: `{value}`。",
    "translate.images": "画像は文章にできません。プロンプトと一緒に渡してください（{value}）。",
    "translate.heavy": "1.5を超える重みはStable Diffusionの画像を壊します: {value}。",
    "translate.degrees": "文には数字がないので、重みは5段階の言葉で表します。",
    "translate.negative": "除外用の欄がないので文の言葉で伝えますが、見落とされることがあります: {value}。",
    "translate.parts": "Midjourneyは部分ごとに重みを付けるので、重みが変わる所で文を分けました。",
    "translate.switching": "描いている途中で変わる言葉は、最後の形で残しました: `{value}`。",
    "translate.alternating": "交互に入れ替わる言葉は、全部一緒のものとして読みました: `{value}`。",
}

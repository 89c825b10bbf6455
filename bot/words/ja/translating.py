"""Japanese: /translate."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "imagine.window": "画像を生成",
    "imagine.empty": "生成するものがありません。何を描くかを書いてください。",
    "translate.description": "プロンプトを、重みや除外も含めて、別のモデルの書き方に直します",
    "translate.prompt": "元のモデル向けに書かれたプロンプト",
    "translate.from": "今の書き方",
    "translate.to": "直したい書き方",
    "translate.source": "元のプロンプト（{source}向け）",
    "translate.other": "ほかの書き方",
    "translate.imagine": "生成する",
    "translate.unknown": (
        "`{value}` という書き方はわかりません。一覧からmidjourney、stable-diffusion、flux、"
        "dall-eのどれかを選んでください。"
    ),
    "translate.nothing": "書き直すものがありません。何を描くかを言葉で書いてください。",
    "translate.long": "プロンプトが{most}文字を超えています。一部だけを書き直してください。",
    "translate.file": "プロンプトがメッセージに収まらないので、ファイルに入れました。",
    "translate.settings": "当てはまるものがないため、省きました：`{value}`。",
    "translate.images": "画像は文章にできません。プロンプトと一緒に渡してください（{value}）。",
    "translate.heavy": "1.5を超える重みは、Stable Diffusionの画像を崩します：{value}。",
    "translate.degrees": "文には数字がないので、重みは5段階の言葉で表します。",
    "translate.negative": "除外用の欄がないため文の中で伝えますが、見落とされることがあります：{value}。",
    "translate.parts": "Midjourneyは部分ごとに重みを付けるため、重みが変わるところで文を分けました。",
    "translate.switching": "生成の途中で変わる言葉は、最後の形にしました：`{value}`。",
    "translate.alternating": "交互に入れ替わる言葉は、すべて一緒のものとして扱いました：`{value}`。",
}

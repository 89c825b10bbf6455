"""Japanese: why something cannot be drawn, as the engine says it."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "engine.edit.picture": "編集には画像が必要です。変えたい画像を追加してください。",
    "engine.edit.mask": "部分の描き直しにはマスクが必要です。描き直すところに印を付けてください。",
    "engine.edit.zoom": "これ以上ズームアウトできません。--zoom を1より大きくするか、別の --ar にしてください。",
    "engine.edit.square": "画像はもう正方形です。もっと見るには、ズームアウトするか、上下左右に広げてください。",
    "engine.edit.thin": "画像はもう細長くなっています。別の方向に広げるか、正方形にしてください。",
    "engine.edit.large": "画像はもう、ここでの上限の大きさ（1辺{pixels}ピクセル）です。",
    "engine.edit.black": "マスクが全部黒です。描き直すところを白で塗ってください。",
    "engine.size": "{across}:{down} の画像は細長すぎます。--ar は 1:16 から 16:1 までにしてください。",
    "engine.weights": "プロンプトの重みの合計は0より大きくする必要があります。どれかを上げるか、省いてください。",
    "engine.sampler": "{name} というサンプラーはありません。{known} のどれかにしてください。",
    "engine.mask.alone": "マスクが使えるのは、画像の一部を描き直すときだけです。省いてください。",
    "engine.mask.role": "一部だけに効かせられるのは、内容・スタイル・キャラクターの参照画像だけです。",
    "engine.mask.edit": (
        "参照を一部だけに効かせられるのは、画像全体を描くときだけです。編集では、そのマスクを省いてください。"
    ),
    "engine.reference.weight": "参照の重みは0より大きくする必要があります。上げるか、その参照を省いてください。",
    "engine.picture.pixels": "{megapixels}メガピクセルを超える画像があります。",
    "engine.picture.unreadable": "読めない画像があります。PNG、JPEG、WebPのどれかで送ってください。",
    "engine.depth": (
        "ここでは写真から奥行きを取り出せません。近いほど白いグレーの深度マップを渡すか、"
        "--control lineart で線に沿わせてください。"
    ),
    "engine.pose": (
        "ここでは写真からポーズを取り出せません。黒地に色付きの線で描いたOpenPoseの図を渡すか、"
        "--control lineart で線に沿わせてください。"
    ),
    "engine.lora.gone": "LoRA {name} はもうありません。省くか、別のものを指定してください。",
    "engine.lora.unfit": "LoRA {name} はこのモデルには使えません。省くか、別のものを指定してください。",
    "engine.cannot.adapter": "モデル {model} には参照画像のアダプターがないため、{flag} は描けません",
    "engine.cannot.mask": "モデル {model} では、参照を画像の一部だけに効かせられません",
    "engine.cannot.tile": "モデル {model} では --tile は描けません",
    "engine.cannot.control": "モデル {model} では --control {kind} は描けません",
    "engine.cannot.control.others": "モデル {model} では --control {kind} は描けません（{model} で使えるのは {known}）",
    "engine.cannot.lora": "モデル {model} では --lora {name} は描けません",
    "engine.cannot.lora.close": "モデル {model} では --lora {name} は描けません（もしかして --lora {close} ですか？）",
    "engine.cannot.lora.others": "モデル {model} では --lora {name} は描けません（あるのは {known}）",
    "engine.cannot.lora.many": "モデル {model} では --lora {name} は描けません（{known} などがあります）",
    "engine.model.cannot": "{why}。省くか、--model で別のモデルを指定してください。",
    "engine.model.cannot.able": "{why}。省くか、--model {able} を使ってください。そちらならできます。",
    "engine.model.cannot.none": "{why}。省いてください。インストール済みのモデルには、できるものがありません。",
    "engine.model.missing": (
        "モデルがインストールされていません。このマシンに（diffusersのフォルダー形式で）置き、"
        "設定に [models.NAME]、family、path で書いてください。"
    ),
    "engine.model.unknown": "{name} というモデルはありません。あるのは {known} です。",
    "engine.model.unknown.close": "{name} というモデルはありません。もしかして --model {close} ですか？",
    "engine.model.broken": "モデル {name} は今、読み込めません。理由は運営者のログにあります。",
    "engine.memory": "描くにはメモリーが足りませんでした。もっと小さい画像にするか、一度の枚数を減らしてください。",
    "engine.disk": "ディスクがいっぱいです。",
    "engine.start": "描画エンジンが起動しません：{detail}",
}

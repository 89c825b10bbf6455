"""Japanese: what is done with a picture once it is there."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "picture.stealth": "この画像を見られるのは作った人だけです。/imagine で自分の画像を作ってみてください。",
    "picture.binned": "この画像は作った人が取り下げました。/imagine と入力すれば、自分の画像を作れます。",
    "bin.not_yours": (
        "画像を取り下げられるのは、それを作ったメンバーだけです。問題のある画像でしたら、"
        "メッセージを右クリックして「アプリ」から Report picture を選んでください。"
    ),
    "bin.done": "画像を取り下げました。`/show job_id:{job_id}` で元に戻せます。",
    "once.long": (
        "プロンプトが、入力画面に入る{most}文字を超えています。ℹ️ を押すとファイルで受け取れるので、"
        "書き換えて入力し直してください。"
    ),
    "about.title": "この画像について",
    "about.title.grid": "これらの画像について",
    "about.in_file": "プロンプトの全文は下のファイルにあります。そのまま入力できます。",
    "about.seed": "シード値",
    "about.of_grid": "グリッドのシード値 `{seed}`",
    "about.parameters": "パラメーター",
    "about.none": "なし",
    "about.numbers": "生成時の設定",
    "about.model": "モデル",
    "about.size": "サイズ",
    "about.asked": "作成",
    "about.gpu": "GPU時間",
    "about.free": "なし（すでにあった画像です）",
    "about.from": "元になったもの",
    "about.children": "ここから生まれたもの",
    "about.id": "ジョブ",
    "about.binned": "あなたが取り下げた画像です。「ここに表示」で元に戻せます。",
    "about.link": "[この画像]({link})",
    "about.no_message": "ジョブ `{job_id}`",
    "about.unseen": "もうないか、あなたには表示できない画像",
    "about.from.brought": "別の場所：持ち込まれた画像です",
    "about.from.prompt": "入力されたプロンプト",
    "about.from.reroll": "{name}をもう一度生成",
    "about.from.upscale": "{name}の{index}枚目",
    "about.from.picture": "{name}の{index}枚目：{done}",
    "about.parent": "元の画像",
    "about.down": "ここから生まれた画像",
    "about.once": "プロンプトを変更",
    "about.show": "ここに表示",
    "about.not_for_you": "その画像はもうないか、あなたには表示できません。",
}

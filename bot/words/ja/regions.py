"""Japanese: Vary (Region): its button's answers, its window, and the page on which a region is marked."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "region.invite": "描き直したいところを、ページ上で塗ってください。リンクはあなた専用で、14分間使えます。",
    "region.open": "範囲を選ぶ",
    "region.words": "言葉で指定",
    "region.sent": "選んだ範囲を描き直しています。",
    "region.title": "範囲の描き直し",
    "region.place": "場所",
    "region.where.example": "左半分、上の三分の一、右下、中央、中央以外",
    "region.mask": "またはマスク",
    "region.mask.about": "同じ形の画像：白いところを描き直し、黒いところは残します。",
    "region.empty": "何も選ばれていません。描き直したいところを選んでください。マスクでは白で塗ります。",
    "region.full": "画像全体が選ばれています。一部を残すか、新しく描くなら Vary (Strong) を使ってください。",
    "region.shape": "マスクの形が画像と違います。{width}×{height}ピクセルか、その2倍にしてください。",
    "region.nowhere": (
        "場所を書いてください：左半分、上の三分の一、中央など。または、"
        "新しくしたいところを白く塗ったマスクを付けてください。"
    ),
    "region.where": (
        "「{word}」は場所として読めません。左半分、上の三分の一、中央などと書いてください。読点で区切れば、"
        "いくつでも書けます。"
    ),
    "editor.title": "範囲の描き直し",
    "editor.tools_label": "ツール",
    "editor.brush": "ブラシ",
    "editor.eraser": "消しゴム",
    "editor.box": "長方形",
    "editor.lasso": "なげなわ",
    "editor.hand": "画像を動かす",
    "editor.undo": "元に戻す",
    "editor.redo": "やり直す",
    "editor.invert": "反転",
    "editor.clear": "クリア",
    "editor.fit": "全体を表示",
    "editor.preview": "プレビュー：消える部分",
    "editor.size": "サイズ",
    "editor.place": "まとめて選ぶ",
    "editor.place.left": "左半分",
    "editor.place.right": "右半分",
    "editor.place.top": "上半分",
    "editor.place.bottom": "下半分",
    "editor.place.center": "中央",
    "editor.place.edges": "ふち",
    "editor.canvas": "画像：描き直したいところを塗ってください",
    "editor.hint": (
        "矢印キーでカーソルを動かします（Shiftで大きく）。スペースキーで線の始まりと終わりを決め、"
        "ホイールか2本指で太さを変えます。"
    ),
    "editor.prompt_label": "描き直した後の画像の内容",
    "editor.submit": "生成する",
    "editor.back": "前回選んだところを、もう一度表示しました。",
    "editor.empty": "まだ何も選ばれていません。描き直したいところを塗ってください。",
    "editor.full": "画像全体が選ばれています。一部を残すか、新しく描くなら Vary (Strong) を使ってください。",
    "editor.sending": "送信中…",
    "editor.offline": "ボットにつながりません。選んだところはここに残っています。少し待って、もう一度試してください。",
    "editor.leaving": "リンクの期限が切れました。選んだところは残っています。もう一度 Vary (Region) を押してください。",
    "editor.soon": "リンクの期限まで、あと2分です。",
    "editor.sent": "生成しています。画像はDiscordに届きます。",
    "editor.expired": (
        "このリンクは期限切れです。Discordで Vary (Region) を押すと、新しいリンクを受け取れます。"
        "選んだところは残っています。"
    ),
    "editor.used": (
        "このリンクは使用済みです。画像はDiscordに届きます。続けるには、Discordで Vary (Region) を押してください。"
    ),
    "editor.foreign": (
        "このリンクは別のブラウザーで開かれました。Discordで Vary (Region) を押して、自分のリンクを受け取ってください。"
    ),
}

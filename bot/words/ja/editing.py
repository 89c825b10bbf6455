"""Japanese: /edit, /region, and replies that mention the bot."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "editing.edit": "どんな画像も英語かドイツ語の言葉で変える：make it night、sharper",
    "editing.instruction": "変えたいこと（英語かドイツ語）：make it night、sharper、as a watercolor",
    "editing.region": "どんな画像も、その一部を描き直す",
    "editing.prompt": "描き直した後の画像の内容。特に、選んだところについて",
    "editing.image": "画像",
    "editing.link": "または画像へのリンク、このボットの画像があるメッセージへのリンク",
    "editing.where": "場所：左上、右の3分の1、中央以外",
    "editing.mask": "または同じ形の画像：白は描き直し、黒はそのまま",
    "editing.places": (
        "左半分, 右半分, 上半分, 下半分, 中央, 中央以外, 左の3分の1, 右の3分の1, 上の3分の1, 下の3分の1, "
        "左上, 右上, 左下, 右下, ふち"
    ),
    "editing.no_picture": "どの画像ですか？imageとして添付するか、リンクを書いてください。",
    "editing.not_ours": (
        "そのリンクのメッセージには、私の画像がありません。画像を添付するか、メッセージを右クリックして「アプリ」"
        "、Use this picture... を選んでください。"
    ),
    "linked.unread": (
        "そのメッセージは、このボットかあなたのどちらかが読めません。両方が読めるチャンネルのメッセージへのリンクを付"
        "けてください。"
    ),
    "linked.which": (
        "このメッセージには画像が{most}枚あります。リンクの後ろに番号を付けて、どれかを選んでください（例："
        "{example}）。"
    ),
    "editing.which.attached": ("{most}枚のうち、どの画像ですか。`2: make it night` のように、番号で始めてください。"),
    "editing.which": (
        "{most}枚のうちどれですか？番号で始めるか（`2: make it night`）、先にU1〜U4で1枚を取り出してください。"
    ),
    "editing.how": (
        "画像に返信して私をメンションし、変えたいことを書いてください：`make the colours warmer`、`remove "
        "the hat in the top third`。メッセージに画像を添付しても大丈夫です。新しい画像は /imagine で描けます。"
    ),
    "editing.unseen": (
        "そこには画像が見えません。返信では、Discordは私自身の画像しか見せてくれません。そのメッセージを右クリックして「アプリ」"
        "、Use this picture... を選ぶか、自分のメッセージに画像を添付してください。"
    ),
    "editing.long": "編集には長すぎます。{most}文字までです。",
    "editing.private": "描いています。DMで届きます。",
}

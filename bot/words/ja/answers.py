"""Japanese: answers to what cannot be done."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "error.outdated": (
        "このコマンドは、Discordが最後に読み込んだ後に変わりました。/ と入力して、もう一度選んでください。"
    ),
    "error.unexpected": (
        "こちら側で問題が起きました。もう一度試してください。直らないときは、"
        "この番号をボットの運営者に伝えてください：{incident}。"
    ),
    "wrong.cure": "こう書けば大丈夫です",
    "wrong.submit": "これを送信",
    "wrong.submitted": "送信済み",
    "wrong.again": "これはもう送信されています。画像はこれから届くか、すでに届いています。",
    "wrong.lost": "修正したプロンプトはもう残っていません。お手数ですが、もう一度 /imagine と入力してください。",
    "wrong.more": "…ほか{count}件。",
    "job.unknown": "そのジョブの記録はもうありません。/imagine と入力して、新しく作ってください。",
    "job.is.waiting": "このジョブはまだ順番待ちです。",
    "job.is.running": "このジョブはまだ生成中です。",
    "job.is.rendered": "画像はもうできあがっていて、まもなく届きます。",
    "job.is.delivered": "このジョブはもう完了しています。",
    "job.is.failed": "このジョブはすでに失敗しています。もう操作できません。",
    "job.is.cancelled": "このジョブはすでにキャンセルされています。",
    "error.store": (
        "今、ボットがデータを保存できません。何も失われていませんので、1分ほど待ってからもう一度試してください。"
    ),
    "error.button": "このボタンは古く、もう使えません。/ と入力すると、使えるコマンドが表示されます。",
    "closed.server": (
        "このボットは別のサーバー向けに動いていて、ここではジョブを受け付けていません。"
        "ボットの運営者がこのサーバーを許可すれば使えます。"
    ),
    "closed.elsewhere": (
        "このボットは、対象サーバーのメンバーだけが使えます。どれかに参加してから、もう一度試してください。"
    ),
    "job.no_picture": "このジョブに{index}枚目の画像はありません。まだそこまで進んでいないか、その前に終わっています。",
}

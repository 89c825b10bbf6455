"""Japanese: commands that show what there is."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "show.description": "自分のジョブを、ここにもう一度表示します",
    "show.job_id": "ジョブのID、またはそのメッセージのリンク",
    "show.not_yours": "ジョブをもう一度表示できるのは、それを頼んだメンバーだけです。",
    "show.unfinished": "まだ終わっていません。画像は頼んだ場所に届きます。",
    "info.description": "使った量と、進行中のジョブを表示します",
    "menu.title": "画像プロンプトとして使う",
    "menu.prompt": "プロンプト",
    "menu.picture": "画像",
    "menu.no_picture": "そのメッセージには画像がありません。画像のあるメッセージを選んでください。",
}

"""Japanese: /admin, and what was done in a server."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "admin.description": "このサーバーのルールを決め、何が行われたかを確認します",
    "admin.managers_only": "これができるのは、このサーバーを管理できるメンバーだけです。管理できる人に頼んでください。",
    "admin.elsewhere": "ルールはサーバーごとに決めます。サーバーの中で入力してください。",
    "admin.log.description": "このサーバーで誰が何をしたかを表示し、元に戻します",
    "admin.log.title": "このサーバーで行われたこと",
    "admin.log.none": "まだ何もありません。/admin で変更したことはすべてここに残り、元に戻せます。",
    "admin.log.undo": "元に戻す",
    "admin.log.older": "前の記録",
    "admin.log.nothing": "なし",
    "admin.log.undoes": "{number}番を元に戻しました：{what}",
    "admin.log.undone_by": "{number}番で元に戻されました。",
    "admin.undo.description": "行われたことを取り消します",
    "admin.undo.number": "/admin log で先頭に付いている番号",
    "admin.undo.done": "{number}番を元に戻しました。やり直すには{again}番を元に戻してください。",
    "admin.undo.unknown": "このサーバーの記録に{number}番はありません。番号は /admin log で確認できます。",
    "admin.undo.again": "{number}番はすでに元に戻されています。",
    "admin.undo.final": "{number}番は元に戻せません。",
    "admin.undo.changed": (
        "{number}番で変えたことは、その後また変更されています。先に新しい方の記録を元に戻してください。"
    ),
    "audit.cancel": "{channel}のジョブ{job}をキャンセルしました",
}

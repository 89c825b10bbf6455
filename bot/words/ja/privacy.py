"""Japanese: what is kept of a member, and forgetting it."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "privacy.description": "このボットが保存しているあなたの情報",
    "privacy.export.description": "このボットが保存しているものをすべて、自分だけに見えるファイルで受け取ります",
    "privacy.forget.description": "このボットで作ったものをすべて削除します",
    "privacy.page": "1つに収まらない場合、何番目のファイルか。1が最新です",
    "privacy.exported": (
        "{pages}個中{number}個目のファイルです。このボットが保存している、あなたのプロンプト、設定、"
        "画像が入っています。ほかの人には見えません。"
    ),
    "privacy.next": "次のファイル：`/privacy export page:{number}`。",
    "privacy.left_out": (
        "{count}枚の画像は、Discordで送れる大きさを超えているため、どのファイルにも入っていません。`/show` "
        "で見られます。"
    ),
    "privacy.question": (
        "**このボットから、あなたの情報を消しますか？** すべてのジョブ（{count}件）とそのプロンプトと画像、"
        "添付したもの、設定とマクロを削除します。それらを含むこのボットのメッセージも、"
        "Discordで可能な範囲で削除します。生成中のものはキャンセルします。元には戻せません。先に `/privacy export` "
        "で保存できます。\n"
        "残るもの：モデレーターの記録（警告、BAN、誰が何をしたか）、制限の計算に使うGPUの使用時間、"
        "ほかの人があなたの画像から作った画像、そして運営者のバックアップ（新しいものに置き換わるまで）。"
    ),
    "privacy.yes": "すべて削除",
    "privacy.no": "残しておく",
    "privacy.not_yours": "答えられるのは、頼んだメンバーだけです。自分の分は /privacy と入力してください。",
    "privacy.kept": "何も削除しませんでした。",
    "privacy.forgotten": (
        "削除しています。メッセージは1つずつ消えるので、少し時間がかかります。このボットは、いつでもまた使えます。"
    ),
    "job.start_gone": "元になる画像は削除されました。別の画像から始めてください。",
}

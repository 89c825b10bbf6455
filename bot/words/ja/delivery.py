"""Japanese: what stands at results and on the way to them."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "delivery.next": "次があなたの番です。",
    "delivery.next.time": "次があなたの番です。あと約{time}。",
    "delivery.position": "順番待ちの{position}番目です。",
    "delivery.position.time": "順番待ちの{position}番目です。あと約{time}。",
    "delivery.loading": "モデルを読み込んでいます。",
    "delivery.loading.left": "モデルを読み込んでいます。あと約{seconds}秒です。",
    "delivery.loading.model": "モデル {model} を読み込んでいます。",
    "delivery.loading.model.left": "モデル {model} を読み込んでいます。あと約{seconds}秒です。",
    "delivery.loading.room": "モデル {model} は空きができしだい読み込まれます。ほかの人の描画が先になります。",
    "delivery.cut": "プロンプトが長く、メッセージに入りきりません。全文は `/show {job_id}` で見られます。",
    "delivery.alt.grid": "{count}枚の画像のグリッド：{prompt}",
    "delivery.alt.picture": "画像：{prompt}",
    "delivery.elsewhere": "{channel}には画像を投稿できないので、こちらにお届けします。",
    "delivery.nowhere": (
        "画像はできましたが、{channel}に投稿することも、あなたに送ることもできません。"
        "そこでメッセージの送信とファイルの添付を許可するか、DMを受け取れるようにしてから、`/show {job_id}` "
        "と入力してください。"
    ),
    "delivery.refused": "Discordが画像を受け付けませんでした。`/show {job_id}` と入力すると、もう一度投稿します。",
    "delivery.lost": "画像がボットのディスクから失われました。お手数ですが、もう一度頼んでください。",
    "delivery.restarted": "返事をする前に再起動しました。もう一度お試しください。",
    "dm.sent": "送りました。DMを見てください。",
    "dm.closed": (
        "このサーバーからのDMを受け取らない設定になっています。サーバーのプライバシー設定で許可してから、"
        "もう一度試してください。"
    ),
    "dm.nothing": "このジョブにはまだ画像がありません。終わってからもう一度試してください。",
    "progress.lost": "ジョブは進んでいて、画像も届きます。ただ、途中経過は表示できません。",
}

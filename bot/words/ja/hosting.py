"""Japanese: room on the disk, and results that only their author sees."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "imagine.full": (
        "今、ボットには画像を保存する空きがないため、新しいジョブを受け付けていません。何も失われていません。"
        "ボットの運営者に伝えるか、後でもう一度試してください。"
    ),
    "delivery.full": "[元のサイズ](<{link}>)",
    "stealth.here": "これはあなただけに見えています。画像はDMで届きます。",
    "stealth.sent": "画像をDMで送りました。",
    "stealth.nowhere": (
        "画像はできましたが、このサーバーからのDMを受け取らない設定なので、人に見られずに届けられません。"
        "サーバーのプライバシー設定で許可するか、`/show {job_id}` と入力してください。返事はあなただけに見えます。"
    ),
}

"""Japanese: orders of several grids."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "order.ask": "{count}個のグリッドを生成しますか？",
    "order.takes": "全部でGPU時間を約{time}使います。",
    "order.of_today": "今日の{most}分のうち、{left}分残っています。",
    "order.of_month": "今月の{most}分のうち、{left}分残っています。",
    "order.more": "…ほか{count}件。",
    "order.until": "この質問の期限：{at}。",
    "order.yes": "はい",
    "order.no": "いいえ",
    "order.goes": "{count}個のグリッドを受け付けました。進み具合は、ここの1つのメッセージに表示されます。",
    "order.declined": "何も生成しません。",
    "order.gone": "この質問はもう回答済みです。やはりグリッドが必要なら、コマンドをもう一度入力してください。",
    "order.late": (
        "この質問は期限が切れたので、何も生成しません。やはりグリッドが必要なら、コマンドをもう一度入力してください。"
    ),
    "order.not_yours": "答えられるのは、グリッドを頼んだメンバーだけです。",
    "order.begun": "このグリッドはもう受け付けています。",
    "order.left": "{count}個のグリッドをキャンセルしました。",
    "order.of": "{count}個のグリッドの注文：",
    "order.drawn": "完成 {count}",
    "order.running": "生成中 {count}",
    "order.waiting": "順番待ち {count}",
    "order.failed": "失敗 {count}",
    "order.cancelled": "キャンセル {count}",
    "order.time": "全部できるまで約{time}。",
    "order.refunded": "返却：{count}件。生成しなかった分は、あなたのGPU時間を消費しません。",
}

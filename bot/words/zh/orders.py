"""Chinese: orders of several grids."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "order.ask": "要画 {count} 组图吗？",
    "order.takes": "一共大约需要 {time} 的 GPU 时间。",
    "order.of_today": "你今天的 {most} 分钟还剩 {left} 分钟。",
    "order.of_month": "你这个月的 {most} 分钟还剩 {left} 分钟。",
    "order.more": "……还有 {count} 项。",
    "order.until": "请在期限内回答：{at}。",
    "order.yes": "好",
    "order.no": "不要",
    "order.goes": "{count} 组图正在路上。这里会有一条消息显示进度。",
    "order.declined": "什么都不会画。",
    "order.gone": "这个问题已经回答过了。如果还是想要这些组图，请再输入一次命令。",
    "order.late": "这个问题已经过期，什么都不会画。如果还是想要这些组图，请再输入一次命令。",
    "order.not_yours": "只有想要这些组图的成员才能回答。",
    "order.begun": "这些组图已经在路上了。",
    "order.left": "已取消 {count} 组图。",
    "order.of": "共 {count} 组图：",
    "order.drawn": "已完成 {count}",
    "order.running": "绘制中 {count}",
    "order.waiting": "排队 {count}",
    "order.failed": "失败 {count}",
    "order.cancelled": "已取消 {count}",
    "order.time": "全部完成大约需要 {time}。",
    "order.refunded": "已退还：{count} 组。没有画的不占用你的分钟数。",
}

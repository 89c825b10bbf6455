"""Chinese: what stands at results and on the way to them."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "delivery.next": "下一个就轮到你。",
    "delivery.next.time": "下一个就轮到你，大约还要 {time}。",
    "delivery.position": "排在第 {position} 位。",
    "delivery.position.time": "排在第 {position} 位，大约还要 {time}。",
    "delivery.loading": "正在加载模型。",
    "delivery.loading.left": "正在加载模型：大约还要 {seconds} 秒。",
    "delivery.loading.model": "正在加载模型 {model}。",
    "delivery.loading.model.left": "正在加载模型 {model}：大约还要 {seconds} 秒。",
    "delivery.loading.room": "一有空间就会加载模型 {model}：其他人正在画的排在前面。",
    "delivery.cut": "提示词太长，一条消息放不下；用 `/show {job_id}` 可以看到全部。",
    "delivery.alt.grid": "{count} 张一组的图片：{prompt}",
    "delivery.alt.picture": "图片：{prompt}",
    "delivery.elsewhere": "我不能在 {channel} 发图片，所以发在这里。",
    "delivery.nowhere": (
        "图片画好了，但我既不能发到 {channel}，也不能发给你。请允许我在那里发送消息和附加文件，或者允许私信；"
        "然后输入 `/show {job_id}`。"
    ),
    "delivery.refused": "Discord 没有收下这些图片。输入 `/show {job_id}` 可以再发一次。",
    "delivery.lost": "图片已经不在机器人的磁盘上了。麻烦你再画一次。",
    "delivery.restarted": "我还没来得及回答你就重启了。请再试一次。",
    "dm.sent": "已发送：看看你的私信吧。",
    "dm.closed": "你没有开启这个服务器的私信。请在它的隐私设置里允许，然后再试一次。",
    "dm.nothing": "这个任务还没有图片。等它完成后再来吧。",
    "progress.lost": "你的任务正在进行，图片也会送到；只是没法显示进度。",
}

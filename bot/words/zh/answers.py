"""Chinese: answers to what cannot be done."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "error.outdated": "这条命令在 Discord 上次加载之后有了变化。请输入 / 重新选择。",
    "error.unexpected": "我们这边出了点问题。请再试一次；如果一直这样，请把这个编号告诉机器人的运营者：{incident}。",
    "wrong.cure": "这样写就可以",
    "wrong.submit": "提交这一条",
    "wrong.submitted": "已提交",
    "wrong.again": "这一条已经提交过了：图片正在路上，或已经送到。",
    "wrong.lost": "改好的提示词已经不在了。麻烦你再输入一次 /imagine。",
    "wrong.more": "……还有 {count} 项。",
    "job.unknown": "机器人已经没有这个任务的记录了。输入 /imagine 做一个新的吧。",
    "job.is.waiting": "任务还在排队。",
    "job.is.running": "任务还在绘制。",
    "job.is.rendered": "图片已经画好，马上就到。",
    "job.is.delivered": "任务已经完成。",
    "job.is.failed": "任务已经失败，没法再对它做什么了。",
    "job.is.cancelled": "任务已经取消。",
    "error.store": "机器人暂时无法保存数据。什么都没有丢，请过一分钟再试。",
    "error.button": "这个按钮太旧，已经不起作用了。输入 / 看看现在有什么。",
    "closed.server": "这个机器人是为其他服务器运行的，在这里不接任务。它的运营者可以允许这个服务器使用。",
    "closed.elsewhere": "这个机器人只为它的服务器里的成员画图。加入其中一个，再来试试吧。",
    "job.no_picture": "这个任务没有第 {index} 张图片：它还没画到那里，或者提前结束了。",
}

"""Chinese: the queue."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "cancel.done": "任务已取消。",
    "queue.full": "你的任务队列满了。请先等一个任务完成，再提交这一个。",
    "queue.waits": "你同时进行的任务已达到上限。别担心，等另一个完成，这个任务就会开始！",
    "cancel.by_moderator": "管理员取消了它。没有画的部分不计入用量。",
    "cancel.not_yours": "只有任务的作者和管理员才能取消它。",
    "cancel.too_late": "这个任务已经结束，没有什么可取消的了。",
}

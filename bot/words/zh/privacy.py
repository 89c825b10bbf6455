"""Chinese: what is kept of a member, and forgetting it."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "privacy.description": "这个机器人保存了你的哪些信息",
    "privacy.export.description": "以只有你能看到的文件，获取机器人保存的所有关于你的内容",
    "privacy.forget.description": "删除你用这个机器人做过的一切",
    "privacy.page": "一个文件放不下时，要哪一个：1 是最新的",
    "privacy.exported": "第 {number} 个文件，共 {pages} 个：机器人保存的你的提示词、设置和图片。别人看不到。",
    "privacy.next": "下一个：`/privacy export page:{number}`。",
    "privacy.left_out": "有 {count} 张图片不在任何文件里，因为每一张都超过了 Discord 的大小限制：用 `/show` 可以看到。",
    "privacy.question": (
        "**要让机器人忘记你吗？** 你的全部任务（{count} 个）连同提示词和图片、你附上的文件、你的设置和宏都会被删除；"
        "机器人含有这些内容的消息，也会在 Discord 允许的范围内删除。正在绘制的会被取消。这无法撤销：可以先用 "
        "`/privacy export` 保存一份。\n"
        "会留下的：管理员的记录（警告、封禁、谁做了什么）、用于计算限额的 GPU 使用时长、别人用你的图片做出的图片，"
        "以及运营者的备份（直到被新的替换）。"
    ),
    "privacy.yes": "全部删除",
    "privacy.no": "保留",
    "privacy.not_yours": "只有提出请求的成员才能回答。想处理自己的，请输入 /privacy。",
    "privacy.kept": "什么都没有删除。",
    "privacy.forgotten": "正在删除；消息会一条一条消失，需要一点时间。你随时可以再用这个机器人。",
    "job.start_gone": "这个任务要用的起始图片已被删除。请换一张开始。",
}

"""Chinese: what /help says, and the greeting."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "help.description": "这个机器人是什么，能用它做什么",
    "help.title": "Fourup",
    "help.what": "一个用文字生成图片的机器人，由社区里的人在自己的机器上运行。",
    "help.commands": "命令",
    "help.where": "在哪里可以用",
    "help.where.list": "在添加了它的服务器里、在和它的私信里；把它添加到你自己的账号后，你聊天的任何地方都可以用。",
    "help.more": "版本 {version}。随时输入 / 查看命令。",
    "arrival.hello": (
        "你好！你来描述，我来画。输入 {imagine}，写下想看到的画面，比如 `a red apple --ar 3:2`；你会收到四张图片，"
        "还有按钮可以继续。其余的看 {help}。"
    ),
    "help.choose": "更多内容",
    "help.start": "它是什么，要输入什么",
    "help.first": "先输入什么",
    "help.first.list": (
        "{imagine} `a red apple on a table --ar 3:2`\n"
        "你会收到四张图片。按 U1 到 U4 单独显示一张，V1 到 V4 画更多相似的，🔄 画四张新的。"
    ),
    "help.pocket": "它能画什么",
    "help.pocket.list": (
        "这里画图的是 Pocket，Fourup 自带的小模型。它认识大约 250 种东西（动物、食物、植物、交通工具、"
        "面孔和家里的物件）、八种地点和八种画法；其他的东西，它会画成它所认识的最接近的那个。想要更多，"
        "运营者可以再添加一个大模型：config.toml 里的 `[models.NAME]`。"
    ),
    "help.prompts": "提示词怎么写",
    "help.prompts.list": (
        "先写**图片链接**，再写文字，最后写参数：`https://… a red apple --ar 3:2`\n"
        "**权重**：`hot::2 dog::1` 表示每个部分有多重要。\n"
        "**组合**：`a {{red, green}} apple` 会为每一个各画一组图。\n"
        "**不想要的**：`--no leaves, sky`\n"
        "写错的地方只会告诉你一个人，并附上正确的提示词。"
    ),
    "help.look": "参数：形状与外观",
    "help.pictures": "参数：参考图片",
    "help.drawing": "参数：怎样绘制",
    "help.models": "参数：版本与模型",
    "help.way": "参数：速度，以及谁能看到",
    "help.buttons": "按钮、菜单和反应",
    "help.buttons.list": (
        "**U1 到 U4** 单独显示一张图片，**V1 到 V4** 再画四张相似的，🔄 用同样的提示词再画一次。谁都可以按，"
        "而且一直有效。\n"
        "**单张图片下面**：Upscale 把它放大到两倍，Vary 重画整张或其中一块区域，Zoom Out 和箭头向四周和旁边扩展画面，"
        "Custom Zoom 会先询问提示词。\n"
        "❤️ 加入收藏，✏️ 先改提示词再重画，🗑️ 收回它（仅限作者）。\n"
        "ℹ️ 只告诉你一个人它的种子、参数和数值，并带你去看它来自哪里、又产生了什么；`/show` 也一样，"
        "它会再次显示你的一个任务。\n"
        "**Cancel Job** 供提交任务的人和管理员使用。\n"
        "**右键点击消息，选“应用”**：Cancel Job、DM Results、Use as image prompt；Use this picture... "
        "可以把任何消息里的任何图片用作风格或角色，或者混合、编辑。\n"
        "**回复一张图片，提到机器人，说明要改什么**：`make it night`。"
        "`/edit` 对任何图片都可以，`/region` 重画其中一部分。\n"
        "`/history` 翻看你的图片和收藏。\n"
        "**反应**：✉️ 把结果用私信发给你，❌ 取消你自己的任务或移除它的消息。"
    ),
}

"""Chinese: /edit, /region, and replies that mention the bot."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "editing.edit": "用英语或德语的文字修改任何图片：make it night、sharper",
    "editing.instruction": "要改什么（英语或德语）：make it night、sharper、as a watercolor",
    "editing.region": "重画任何图片的一部分",
    "editing.prompt": "重画后图片的内容，尤其是标出的地方",
    "editing.image": "图片",
    "editing.link": "或者图片的链接，或带有图片的本机器人消息的链接",
    "editing.where": "位置：左上、右三分之一、中间以外",
    "editing.mask": "或者同样形状的图片：白色重画，黑色保留",
    "editing.places": (
        "左半部, 右半部, 上半部, 下半部, 中间, 中间以外, 左三分之一, 右三分之一, 上三分之一, 下三分之一, "
        "左上, 右上, 左下, 右下, 边缘"
    ),
    "editing.no_picture": "哪张图片？请作为 image 附上，或者给出链接。",
    "editing.not_ours": (
        "那个链接指向的消息里没有我的图片。请附上图片，或者右键点击消息，选“应用”，再选 Use this picture... 即可。"
    ),
    "linked.unread": "那条消息我读不到，或者你读不到：请给出我们双方都能阅读的频道里的消息链接。",
    "linked.which": "这条消息里有 {most} 张图片：请在链接后面加上编号说明是哪一张，例如 {example}。",
    "editing.which.attached": "{most} 张图片里的哪一张？请用编号开头：`2: make it night`。",
    "editing.which": "{most} 张里的哪一张？请用编号开头（`2: make it night`），或者先用 U1 到 U4 取出一张。",
    "editing.how": (
        "回复一张图片，提到我，并说明要改什么：`make the colours warmer`、`remove the hat in the top "
        "third`。也可以在消息里附上图片。新图片用 /imagine 来画。"
    ),
    "editing.unseen": (
        "那里我看不到图片：在回复里，Discord 只给我看我自己的图片。请右键点击那条消息，选“应用”，再选 "
        "Use this picture... 或者在自己的消息里附上图片。"
    ),
    "editing.long": "作为修改太长了：最多 {most} 个字符。",
    "editing.private": "正在画，会用私信发给你。",
}

"""Chinese: /translate."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "imagine.window": "绘制",
    "imagine.empty": "没有可画的内容：请写出想看到什么。",
    "translate.description": "把提示词改写成另一个模型的写法，包括权重和排除项",
    "translate.prompt": "为原来的模型写的提示词",
    "translate.from": "现在的写法",
    "translate.to": "想要的写法",
    "translate.source": "为 {source} 写的原文",
    "translate.other": "换一种写法",
    "translate.imagine": "绘制",
    "translate.unknown": "我不认识 `{value}` 这种写法：请从列表里选 midjourney、stable-diffusion、flux 或 dall-e。",
    "translate.nothing": "没有可改写的内容：请用文字写出想看到什么。",
    "translate.long": "提示词超过了 {most} 个字符：请只改写其中一部分。",
    "translate.file": "提示词太长，消息放不下：放在文件里了。",
    "translate.settings": "已省略，因为没有类似的写法：`{value}`。",
    "translate.images": "图片不是文字：请和提示词一起提供（{value}）。",
    "translate.heavy": "权重超过 1.5 会毁掉 Stable Diffusion 的图片：{value}。",
    "translate.degrees": "句子里没有数字：权重用五个等级的词来表达。",
    "translate.negative": "没有反向提示词，只能写在句子里，可能会被忽略：{value}。",
    "translate.parts": "Midjourney 按部分加权，所以文字在权重变化处被分开。",
    "translate.switching": "绘制过程中会变化的文字，保留最后的样子：`{value}`。",
    "translate.alternating": "交替出现的文字，当作全部一起来读：`{value}`。",
}

"""Chinese: why something cannot be drawn, as the engine says it."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "engine.edit.picture": "编辑需要一张图片：请加上要修改的那张。",
    "engine.edit.mask": "局部重绘需要遮罩：请标出要重画的地方。",
    "engine.edit.zoom": "没有可以缩小的余地：请用大于 1 的 --zoom，或换一个 --ar。",
    "engine.edit.square": "图片已经是方形的：请缩小或平移来看到更多。",
    "engine.edit.thin": "图片已经很细长了：请往另一个方向平移，或把它变成方形。",
    "engine.edit.large": "图片已经是这里最大的尺寸，每边 {pixels} 像素。",
    "engine.edit.black": "遮罩全是黑的：请用白色标出要重画的地方。",
    "engine.size": "{across}:{down} 的图片太细长：请用 1:16 到 16:1 之间的 --ar。",
    "engine.weights": "提示词的权重加起来必须大于 0：请调高其中一个，或去掉一个。",
    "engine.sampler": "没有叫 {name} 的采样器：请用 {known} 之一。",
    "engine.mask.alone": "遮罩只用于图片的局部重绘：请去掉它。",
    "engine.mask.role": "只有内容、风格或角色的参考图才能只作用于画面的一部分。",
    "engine.mask.edit": "参考图只有在画整张图片时才能只作用于一部分：编辑时请去掉它的遮罩。",
    "engine.reference.weight": "参考图的权重必须大于 0：请调高它，或去掉这张参考图。",
    "engine.picture.pixels": "有一张图片超过了 {megapixels} 百万像素。",
    "engine.picture.unreadable": "有一张图片读不了：请发送 PNG、JPEG 或 WebP。",
    "engine.depth": "这里无法从照片中得到深度：请给一张灰色的深度图（近处为白），或用 --control lineart 跟随它的线条。",
    "engine.pose": (
        "这里无法从照片中得到姿势：请给 OpenPose 的黑底彩色线条人形图，或用 --control lineart 跟随它的线条。"
    ),
    "engine.lora.gone": "LoRA {name} 已经不在了：请去掉它，或换一个。",
    "engine.lora.unfit": "LoRA {name} 不适用于这个模型：请去掉它，或换一个。",
    "engine.cannot.adapter": "模型 {model} 没有参考图的适配器，所以画不了 {flag}",
    "engine.cannot.mask": "模型 {model} 不能让参考图只作用于画面的一部分",
    "engine.cannot.tile": "模型 {model} 画不了 --tile",
    "engine.cannot.control": "模型 {model} 画不了 --control {kind}",
    "engine.cannot.control.others": "模型 {model} 画不了 --control {kind}（{model} 支持 {known}）",
    "engine.cannot.lora": "模型 {model} 画不了 --lora {name}",
    "engine.cannot.lora.close": "模型 {model} 画不了 --lora {name}（你是想用 --lora {close} 吗？）",
    "engine.cannot.lora.others": "模型 {model} 画不了 --lora {name}（有 {known}）",
    "engine.cannot.lora.many": "模型 {model} 画不了 --lora {name}（有 {known} 等）",
    "engine.model.cannot": "{why}：请去掉它，或用 --model 指定别的模型。",
    "engine.model.cannot.able": "{why}：请去掉它，或使用 --model {able}，它可以。",
    "engine.model.cannot.none": "{why}：请去掉它；已安装的模型都做不到。",
    "engine.model.missing": (
        "没有安装模型：请把一个模型（diffusers 的文件夹形式）放到这台机器上，"
        "并在配置中用 [models.NAME]、family 和 path 写明。"
    ),
    "engine.model.unknown": "没有叫 {name} 的模型：有 {known}。",
    "engine.model.unknown.close": "没有叫 {name} 的模型：你是想用 --model {close} 吗？",
    "engine.model.broken": "模型 {name} 现在读不了；原因在运营者的日志里。",
    "engine.memory": "内存不够，画不了：请要小一点的图片，或一次少画几张。",
    "engine.disk": "磁盘已满。",
    "engine.start": "绘图引擎启动不了：{detail}",
}

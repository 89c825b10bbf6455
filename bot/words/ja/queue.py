"""Japanese: the queue."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "cancel.done": "ジョブをキャンセルしました。",
    "queue.full": "順番待ちがいっぱいです。どれかのジョブが終わるのを待ってから、もう一度送ってください。",
    "queue.waits": (
        "同時に実行できるジョブの上限に達しています。ご安心ください。ほかのジョブが終わりしだい、"
        "このジョブが始まります！"
    ),
    "cancel.by_moderator": "モデレーターがキャンセルしました。生成しなかった分は消費されません。",
    "cancel.not_yours": "キャンセルできるのは、ジョブを頼んだ本人とモデレーターだけです。",
    "cancel.too_late": "このジョブはもう終わっているので、キャンセルするものがありません。",
}

"""Japanese: /queue."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "queue.description": "順番待ちと生成中のジョブを表示し、自分のジョブをキャンセルします",
    "queue.title": "順番待ち",
    "queue.empty": "順番待ちも、生成中のものもありません。",
    "queue.all": "生成中 {running}件、順番待ち {waiting}件。",
    "queue.all.time": "生成中 {running}件、順番待ち {waiting}件。全部で約{time}かかります。",
    "queue.own": "あなたのジョブ：生成中 {running}件、順番待ち {waiting}件。",
    "queue.own.time": "あなたのジョブ：生成中 {running}件、順番待ち {waiting}件。最初の画像まで約{time}。",
    "queue.none_own": "あなたのジョブはありません。",
    "queue.turbo": "ターボ",
    "queue.fast": "高速",
    "queue.relax": "リラックス",
    "queue.runs": "{speed}、生成中",
    "queue.runs.time": "{speed}、生成中、あと約{time}",
    "queue.waits.time": "{speed}、約{time}",
    "queue.held": "{speed}、一時停止中",
    "queue.private": "頼んだ本人だけのもの",
    "queue.refresh": "更新",
    "queue.cancel_one": "自分のジョブをキャンセル…",
    "queue.cancel_all": "順番待ちの自分のジョブ{count}件をすべてキャンセル",
    "queue.cancelled": "{count}件のジョブをキャンセルしました。",
    "queue.cancelled_it": "ジョブをキャンセルしました。頼んだ本人にも表示されます。",
    "queue.manage_one": "ジョブを移動・キャンセル…",
    "queue.one": "このジョブ",
    "queue.front": "先頭へ",
    "queue.cancel": "キャンセルする",
    "queue.back": "順番待ちへ戻る",
    "queue.moved": "次に生成されます。`/admin undo {number}` で元に戻せます。",
    "queue.pause": "順番待ちを一時停止",
    "queue.pause.what": "生成中のものは続け、順番待ちはそのまま残し、新しくは始めません",
    "queue.drain": "受け付けを停止",
    "queue.drain.what": "順番待ちのものは生成し、新しいものは受け付けません",
    "queue.resume": "再開する",
    "queue.reason": "理由（全員に表示されます）",
    "queue.paused": "このサーバーの順番待ちを一時停止しました。`/admin undo {number}` か下のボタンで再開できます。",
    "queue.draining": "新しいものは受け付けません。`/admin undo {number}` か下のボタンで終了できます。",
    "queue.resumed": "このサーバーの順番待ちを再開しました。`/admin undo {number}` で前の状態に戻せます。",
    "queue.goes_on": "もう動いています。",
    "queue.was_so": "すでにそうなっています。",
    "queue.gone": "そのジョブはもう順番待ちにありません。",
    "queue.not_here": "そのジョブは別の場所で頼まれたものです。これができるのは、そこを管理する人だけです。",
    "queue.not_waiting": "そのジョブはもう順番待ちではないので、移動できません。",
    "queue.in_front": "そのジョブはもう先頭にあります。",
    "queue.host": "ボットの運営者が描画をしばらく停止しています。",
    "queue.host.why": "ボットの運営者が描画をしばらく停止しています: {reason}",
    "queue.is.paused": "{by} さんが、このサーバーの順番待ちを一時停止しています。",
    "queue.is.paused.why": "{by} さんが、このサーバーの順番待ちを一時停止しています：{reason}",
    "queue.is.draining": "{by} さんが、このサーバーの新しい受け付けを停止しています。",
    "queue.is.draining.why": "{by} さんが、このサーバーの新しい受け付けを停止しています：{reason}",
    "queue.drained": (
        "{by} さんの設定により、今ここでは新しいものを生成しません。順番待ちのものは生成されます。"
        "後でもう一度試してください。"
    ),
    "queue.drained.why": (
        "{by} さんの設定により、今ここでは新しいものを生成しません（{reason}）。順番待ちのものは生成されます。"
        "後でもう一度試してください。"
    ),
    "audit.queue": "順番待ちを停止または再開しました",
    "audit.front": "{channel}のジョブ{job}を先頭に移動しました",
}

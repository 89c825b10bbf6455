"""Japanese: limits, what they are called, how they are set, and what they refuse."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "limit.gpu_day": "1日のGPU時間（分）",
    "limit.gpu_month": "1か月のGPU時間（分）",
    "limit.running": "同時に生成するジョブ数",
    "limit.boost": "GPUの配分",
    "limit.waiting": "順番待ちのジョブ数",
    "limit.grids": "1回のコマンドのグリッド数",
    "limit.megapixels": "画像のメガピクセル数",
    "limit.disk": "画像の容量（MB）",
    "limit.steps": "ステップ数",
    "limit.cooldown": "ジョブの間隔（秒）",
    "limit.drawing": "画像の生成",
    "limit.models": "モデル",
    "limit.commands": "コマンドとボタン",
    "limit.quiet": "お休みの時間帯",
    "limit.private": "結果をDMで届ける",
    "limit.suffix": "すべてのプロンプトに追加",
    "limit.timezone": "タイムゾーン",
    "limit.how.number": "{least}から{most}までの数",
    "limit.how.or_unlimited": "{how}、または unlimited",
    "limit.how.switch": "on または off",
    "limit.how.private": "on にすると、--stealth と同じように、結果は作った人だけに届きます",
    "limit.how.models": "コンマ区切りの名前、または all：{names}",
    "limit.how.commands": "コンマ区切りの名前、または all：{names}",
    "limit.how.hours": "22:00-07:00 のように、サーバーのタイムゾーンで。なければ none",
    "limit.how.suffix": "--no blood --ar 3:2 のようなパラメーター。プロンプトに書いたものが優先されます",
    "limit.how.timezone": "Asia/Tokyo など。日や月の区切りと、お休みの時間帯の基準になります",
    "limit.value.unlimited": "無制限",
    "limit.value.all": "すべて",
    "limit.value.none": "なし",
    "limit.value.on": "オン",
    "limit.value.off": "オフ",
    "limit.wrong.number": "`{typed}` はここでは使えません。{least}から{most}までの整数を書いてください。",
    "limit.wrong.number_or_unlimited": (
        "`{typed}` はここでは使えません。{least}から{most}までの数か、`unlimited` と書いてください。"
    ),
    "limit.wrong.switch": "`{typed}` はここでは使えません。`on` か `off` と書いてください。",
    "limit.wrong.names": (
        "`{typed}` という名前はここにはありません。{known} の中からコンマ区切りで書くか、`all` と書いてください。"
    ),
    "limit.wrong.hours": "`{typed}` はここでは使えません。`22:00-07:00` のような時間帯か、`none` と書いてください。",
    "limit.wrong.timezone": "`{typed}` というタイムゾーンはありません。`Asia/Tokyo` や `UTC` のように書いてください。",
    "limit.wrong.suffix": "これはすべてのプロンプトの後ろに付けることはできません。{reason}",
    "limit.not_here": (
        "このサーバーのモデレーターの設定により、ここでは画像を作れません。別のチャンネルで試すか、"
        "モデレーターに聞いてください。"
    ),
    "limit.not_this": "`{command}` は、ここでは使えません。使えるもの：{allowed}。",
    "limit.is_quiet": "このサーバーのお休みの時間帯は {hours}（{zone}）です。{at} 以降にもう一度頼んでください。",
    "limit.not_by": "モデル `{model}` は、ここでは使えません。`--model` で次の中から選んでください：{allowed}。",
    "limit.too_large": (
        "ここでは{most}メガピクセルまでなので、{size}ピクセルの画像は大きすぎます。`--hd` を外すか、"
        "もっと小さいモデルを選んでください。"
    ),
    "limit.too_many_steps": (
        "{steps}ステップはここでは多すぎます。`--steps {most}` と書くか、`--q` を小さくしてください。"
    ),
    "limit.too_soon": "ここで頼めるのは{seconds}秒に1件です。{at} 以降にもう一度頼んでください。",
    "limit.no_time.day": (
        "今日のGPU時間{most}分のうち{used}分を使っていて、残りではこのジョブに足りません。{at}（{zone}の0時）"
        "に新しい分が使えるようになります。残りは `/info` で確認できます。"
    ),
    "limit.no_time.month": (
        "今月のGPU時間{most}分のうち{used}分を使っていて、残りではこのジョブに足りません。"
        "{at}（{zone}で月が替わる時）に新しい分が使えるようになります。残りは `/info` で確認できます。"
    ),
    "limit.no_disk": (
        "このサーバーであなたの画像は{most}MBのうち{used}MBを使っています。モデレーターに増やして"
        "もらってください。古い画像が削除されても空きができます。`/privacy forget` ですべて削除"
        "できます。"
    ),
    "admin.limits.description": "ここで誰が、何を、どれだけ作れるかを決めます",
    "admin.limits.set.description": "サーバー全体、ロール、チャンネル、メンバーの制限を設定します",
    "admin.limits.clear.description": "設定を解除し、チャンネル、ロール、サーバーの設定に戻します",
    "admin.limits.list.description": "このサーバーの設定をすべて表示します",
    "admin.limits.setting": "設定する項目",
    "admin.limits.value": "数、on、off、unlimited、コンマ区切りの名前、または 22:00-07:00 のような時間帯",
    "admin.limits.role": "このロールを持つメンバーに適用",
    "admin.limits.channel": "このチャンネルとそのスレッド、またはカテゴリーに適用",
    "admin.limits.member": "このメンバーに適用",
    "admin.limits.one_only": (
        "ロール、チャンネル、メンバーのどれか1つを選んでください。サーバー全体の場合は、どれも選ばないでください。"
    ),
    "admin.limits.not_for": "「{setting}」はそこには設定できません。ロール、チャンネル、メンバーを外してください。",
    "admin.limits.only_for": "「{setting}」はロールかメンバーに設定します。どちらかを選んでください。",
    "admin.limits.done": "{place}の「{setting}」は、今から{value}です。`/admin undo {number}` で元に戻せます。",
    "admin.limits.cleared": "{place}の「{setting}」の設定を解除しました。`/admin undo {number}` で元に戻せます。",
    "admin.limits.same": "{place}の「{setting}」は、すでにそうなっています。",
    "admin.limits.none": "何も設定されていないので、全員に初期設定が適用されます。`/admin panel` で確認できます。",
    "admin.limits.server": "サーバー全体",
    "admin.panel.description": "このサーバーのルールを確認し、変更します",
    "admin.panel.title": "{place}に適用されるルール",
    "admin.panel.change": "変更する項目を選ぶ…",
    "admin.panel.role": "ロールを選ぶ…",
    "admin.panel.channel": "チャンネルを選ぶ…",
    "admin.panel.member": "メンバーを選ぶ…",
    "admin.panel.server": "サーバー全体",
    "admin.panel.value": "今からの値",
    "admin.panel.inherits": "ここでは未設定",
    "admin.panel.order": (
        "メンバーの設定はチャンネルより、チャンネルの設定はロールより、"
        "ロールの設定はサーバーより優先されます（ロールが複数あるときは、いちばん緩いもの）。"
    ),
    "admin.panel.others": "次の対象にも設定があります：{places}。",
    "audit.retention": "ジョブの保存日数を変更しました",
    "audit.other": "{subject} に {action} を行いました",
    "audit.limit": "{subject} を設定しました",
    "info.limits": "ここであなたに適用されるルール",
    "info.day": "今日のGPU時間は、{most}分のうち{left}分残っています。新しい分が使えるのは{at}です。",
    "info.month": "今月のGPU時間は、{most}分のうち{left}分残っています。新しい分が使えるのは{at}です。",
    "info.queue": (
        "同時に生成できるのは{running}件、順番待ちは{waiting}件までです。"
        "1回のコマンドで作れるのは{grids}グリッドまでです。"
    ),
    "admin.retention.description": "このサーバーのジョブを何日間保存するか",
    "admin.retention.days": "日数。0で無期限、省略するとボットの運営者の設定に従います",
    "admin.retention.done": (
        "このサーバーのジョブは、今から{days}日間保存されます。`/admin undo {number}` で元に戻せます。"
    ),
    "admin.retention.forever": (
        "このサーバーのジョブは、今から無期限に保存されます。`/admin undo {number}` で元に戻せます。"
    ),
    "admin.retention.host": (
        "このサーバーのジョブは、今からボットの運営者の設定どおりに保存されます。`/admin undo {number}` "
        "で元に戻せます。"
    ),
}

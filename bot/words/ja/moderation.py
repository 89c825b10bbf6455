"""Japanese: words that are not wanted, warned members, hidden pictures, reports."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "words.minor": (
        "未成年者の性的なコンテンツは、ここでは作りません。どの設定でも変わりません。別のものを頼んでください。"
    ),
    "words.refused": (
        "このサーバーでは、プロンプトに{words}を使えません。取り除くか、"
        "悪い意味でなければモデレーターに相談してください。"
    ),
    "words.confirm": (
        "このサーバーでは、{words}を本当にそのつもりで書いたかを確認しています。返事があるまで何も生成しません。"
    ),
    "words.confirm.button": "はい、生成します",
    "words.description": "このサーバーのプロンプトで使ってほしくない言葉",
    "words.add": "言葉を見張ります",
    "words.word": "言葉、語句、blood* のようなワイルドカード、または /正規表現/",
    "words.weight": "見つけたときの扱い。普通は断ります",
    "words.as.note": "記録に残す",
    "words.as.confirm": "本当にそのつもりかを確認する",
    "words.as.refuse": "断る",
    "words.as.tell": "断って、モデレーターに知らせる",
    "words.as.allow": "ほかの言葉に似ていても許可する",
    "words.remove": "言葉をリストから外します",
    "words.list": "ここで見張っている言葉を表示します",
    "words.test": "文章のどこが、なぜ当てはまるかを調べます",
    "words.text": "プロンプト、または好きな文章",
    "words.import": "ファイルの言葉を追加します。1行に1つ、refuse: 言葉 の形で",
    "words.file": "/admin words export で得られるようなテキストファイル",
    "words.export": "リストをファイルで受け取ります",
    "words.builtin": "ボットに付属するリストを使うかどうかを決めます",
    "words.builtin.name": "explicit または gore",
    "words.builtin.on": "使うかどうか",
    "words.builtin.is_on": "今から、リスト {name} を使います。",
    "words.builtin.is_off": "リスト {name} の使用をやめました。未成年者の性的なコンテンツは、これからも断ります。",
    "words.builtin.explicit": "裸や性的なものを、年齢制限チャンネル以外で断ります",
    "words.builtin.gore": "残酷なものは、本当にそのつもりかを確認します",
    "words.lists": "ボットに付属するリスト：",
    "words.own": "このサーバー独自の言葉：{count}件",
    "words.added": "完了しました。リストは{count}件です。",
    "words.there": "それはもうリストにあります。",
    "words.removed": "`{word}` を見張るのをやめました。",
    "words.not_there": "`{word}` はリストにありません。/admin words list で確認できます。",
    "words.too_many": "サーバーのリストは{most}件までです。先にいくつか外してください。",
    "words.too_many_patterns": (
        "サーバーのリストのワイルドカードと正規表現は{most}件までです。普通の言葉で書いてください。"
    ),
    "words.import.large": "ファイルが256 KiBを超えています。分けてください。",
    "words.import.text": "ファイルがUTF-8のテキストではありません。UTF-8で保存してください。",
    "words.test.minor": "⛔ 未成年者の性的なコンテンツ（`{minor}` と `{sexual}`）：常に断ります。",
    "words.test.own": "このサーバーのリスト",
    "words.test.builtin": "ボットに付属するリスト",
    "words.test.plain": "`{typed}` は{where}の `{rule}` に当てはまります：{follows}。",
    "words.test.disguised": "`{typed}` は{where}の `{rule}` と読めます：{follows}。",
    "words.test.nothing": "当てはまるものはありません。これは頼めます。",
    "member.description": "メンバーへの警告、ミュート、BANと、今の状態の確認",
    "member.warn": "警告します。本人は次の画像の前に確認する必要があります",
    "member.mute": "しばらくの間、画像を作れないようにします",
    "member.unmute": "ミュートを解除します",
    "member.ban": "ここでは画像を作れないようにします",
    "member.unban": "BANを解除します",
    "member.show": "今の状態を表示します",
    "member.who": "対象のメンバー",
    "member.reason": "理由。本人にも表示されます",
    "member.time": "期間：30m、2h、1d、2w",
    "member.wrong_time": "期間は `30m`、`2h`、`1d`、`2w` のように書いてください。最長は1年です。",
    "member.is_bot": "ボットはここで画像を作りません。",
    "member.was_so": "{member} さんは、もうその状態です。",
    "member.done": "完了し、{member} さんに知らせました。`/admin undo {number}` で元に戻せます。",
    "member.done_untold": (
        "完了しました。{member} さんはDMを受け取らない設定なので、次に画像を頼むときに表示されます。`/admin undo "
        "{number}` で元に戻せます。"
    ),
    "member.lifted": "解除しました。{member} さんはまた画像を作れます。",
    "member.is_free": "{member} さんには、もう制限はありません。",
    "member.stands": "ここでの {member} さんの状態：",
    "member.stands.well": "問題はありません。",
    "member.stands.warning": "⚠️ 警告あり（未確認）：{reason}",
    "member.stands.mute": "🔇 {until}までミュート：{reason}",
    "member.stands.ban": "⛔ BAN：{reason}",
    "member.told.warning": (
        "{server}のモデレーターからお知らせです：{reason}\n次に画像を頼むとき、そこで確認してください。"
    ),
    "member.told.mute": "{server}のモデレーターから、{until}まで画像作りを休むようにとのお願いです。理由：{reason}",
    "member.told.ban": "{server}のモデレーターが、そこでのこのボットの利用を停止しました。理由：{reason}",
    "member.is_banned": (
        "{until}まで、ここではこのボットを使えません。理由：{reason}　間違いだと思うときは、"
        "モデレーターに聞いてください。"
    ),
    "member.is_banned.for_good": (
        "ここではもうこのボットを使えません。理由：{reason}　間違いだと思うときは、モデレーターに聞いてください。"
    ),
    "member.is_muted": (
        "{until}を過ぎると、また画像を作れます。理由：{reason}　間違いだと思うときは、モデレーターに聞いてください。"
    ),
    "member.is_muted.for_good": (
        "今のところ、ここでは画像を作れません。理由：{reason}　間違いだと思うときは、モデレーターに聞いてください。"
    ),
    "member.is_warned": (
        "モデレーターからの未確認のお知らせがあります。ボットを使う前に確認してください。内容：{reason}"
    ),
    "member.acknowledge": "読みました",
    "member.acknowledged": "ありがとうございます。やりたかったことを、もう一度頼んでください。",
    "picture.hidden": "この画像はモデレーターが非表示にしました。必要なときはモデレーターに聞いてください。",
    "picture.explicit": "この画像は年齢制限チャンネル専用です。年齢制限チャンネルで頼んでください。",
    "picture.withheld": (
        "露骨な画像のようなので、ここには表示しません。GPU時間は消費されません。別のものを頼むか、"
        "年齢制限チャンネルで頼んでください。"
    ),
    "picture.unchecked": (
        "画像をチェックできなかったため、表示しません。GPU時間は消費されません。もう一度試すか、"
        "このボットの運営者に伝えてください。"
    ),
    "picture.denied": (
        "渡された画像の中に露骨に見えるものがあるため、ここでは生成に使えません。別の画像を渡すか、"
        "年齢制限チャンネルで頼んでください。"
    ),
    "pictures.description": "ここでの画像のチェック方法",
    "pictures.check": "裸が写っていないか、画像をチェックするかどうかを決めます",
    "pictures.check.on": "チェックするかどうか",
    "pictures.is_on": "今から画像をチェックします。露骨な画像は年齢制限チャンネルでのみ表示されます。",
    "pictures.is_off": "画像のチェックをやめました。未成年者の性的なコンテンツは、これからも断ります。",
    "pictures.channel": "露骨な画像の移動先を選びます。チャンネルがなければ表示しません",
    "pictures.channel.which": "年齢制限チャンネル",
    "pictures.withheld": "今から、露骨な画像は表示せず、GPU時間も消費しません。",
    "pictures.not_restricted": (
        "{channel}は年齢制限チャンネルではありません。先にDiscordで設定するか、別のチャンネルを選んでください。"
    ),
    "pictures.not_there": (
        "ボットは{channel}に投稿できません。チャンネルの閲覧、メッセージの送信、ファイルの添付を許可してください。"
    ),
    "pictures.moved": "今から、露骨な画像は{channel}に移動します。",
    "picture.was_hidden": "この画像はモデレーターが非表示にしました。",
    "reports.description": "メンバーからの報告の送り先",
    "reports.channel": "報告の送り先のチャンネルを選びます。選ばなければ受け付けを終了します",
    "reports.channel.which": "モデレーターだけが見られるチャンネル",
    "reports.on": "今から、報告は{channel}に届きます。",
    "reports.off": "報告の受け付けを終了しました。メンバーにもそのように伝えます。",
    "reports.not_there": (
        "ボットは{channel}に書き込めません。チャンネルの閲覧、メッセージの送信、埋め込みリンクを許可してください。"
    ),
    "report.elsewhere": "画像の報告はサーバーの中で行います。ここにはモデレーターがいません。",
    "report.no_channel": "このサーバーには、まだ報告の送り先がありません。モデレーターに直接伝えてください。",
    "report.not_sent": "今は報告を送れませんでした。お手数ですが、モデレーターに直接伝えてください。",
    "report.done": "ありがとうございます。モデレーターだけに知らせました。",
    "report.title": "画像が報告されました",
    "report.told": ("{by} さんが {member} さんの画像を報告しました：{link}\n{prompt}"),
    "report.words.title": "見張っている言葉",
    "report.words": ("{member} さんが{channel}で{words}を頼みました。断りました。\n{prompt}"),
    "report.reason": "あなたの画像が報告され、モデレーターも問題があると判断しました。",
    "report.moderators_only": "これができるのはモデレーターだけです。",
    "report.button.hide": "非表示",
    "report.button.delete": "削除",
    "report.button.warn": "警告",
    "report.button.mute": "1日ミュート",
    "report.was.hide": "{moderator} さんが非表示にしました（{at}）",
    "report.was.delete": "{moderator} さんが削除しました（{at}）",
    "report.was.warn": "{moderator} さんが警告しました（{at}）",
    "report.was.mute": "{moderator} さんが1日ミュートにしました（{at}）",
    "audit.words": "{channel}で {subject} を頼みました",
    "audit.word": "言葉 {subject} を変更しました",
    "audit.allowed": "許可する言葉 {subject} を変更しました",
    "audit.builtin": "リスト {subject} を変更しました",
    "audit.warning": "<@{subject}> さんの警告を変更しました",
    "audit.mute": "<@{subject}> さんのミュートを変更しました",
    "audit.ban": "<@{subject}> さんのBANを変更しました",
    "audit.hidden": "画像 {subject} を非表示にしました",
    "audit.reports": "報告の送り先を変更しました",
    "audit.pictures": "画像のチェック方法を変更しました",
}

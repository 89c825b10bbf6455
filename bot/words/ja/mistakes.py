"""Japanese: what is wrong with a prompt, and what its author should know of one that is right."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "mistake.unknown": "不明なパラメーター: `{name}`。`{suggestion}` のことですか?",
    "mistake.unknown.far": (
        "不明なパラメーター: `{name}`。似た綴りのものはありません。文章はダッシュを付けずにパラメーターより"
        "前に書きます。"
    ),
    "mistake.case": ("不明なパラメーター: `{name}`。パラメーターは小文字で書きます: `{suggestion}`。"),
    "mistake.glued": ("不明なパラメーター: `{name}`。パラメーターと値の間には空白が必要です: `{suggestion}`。"),
    "mistake.space": ("`{dashes}` の後に空白があります。パラメーターは続けて書きます: `{suggestion}`。"),
    "mistake.dash": (
        "`{parameter}` はパラメーターのものではないダッシュ ({dash}) で始まっています。ハイフ"
        "ンを 2 つ書いてください: `{suggestion}`。"
    ),
    "mistake.hyphen": ("`{parameter}` はハイフンが 1 つですが、パラメーターには 2 つ必要です: `{suggestion}`。"),
    "mistake.glued.after": (
        "`{value}` が次のパラメーターとくっついています。`{suggestion}` の前に空白を入れてください。"
    ),
    "mistake.missing": "`{parameter}` の後には{wanted}が必要です。",
    "mistake.value": ("`{parameter}` の値が正しくありません: `{value}`。必要なのは{wanted}です。"),
    "mistake.aspect": ("縦横比 `{value}` は正しくありません。`{parameter}` に必要なのは{wanted}です。"),
    "mistake.range": ("`{version}` では `{parameter}` は {wanted} でなければなりません。`{value}` は違います。"),
    "mistake.many": ("`{parameter}` に付けられるのは{wanted}です。ここには {value} 個あります。"),
    "mistake.stray": (
        "不明なパラメーター: `{value}`。`{after}` の後に続けられるのは別のパラメーターだけです。"
        "文章とリンクは最初のパラメーターより前に書きます。"
    ),
    "mistake.stray.name": ("不明なパラメーター: `{value}`。`{after}` の後でダッシュが抜けています: `{suggestion}`。"),
    "mistake.version": ("`{parameter}` は `{version}` では使えません。使えるのは{wanted}です。"),
    "mistake.version.weights": ("`::` は `{version}` では使えません。使えるのは{wanted}です。"),
    "mistake.refused": "`{parameter}` はここでは使えません: {reason}。",
    "mistake.lonely": ("`{version}` では画像 1 枚だけでは描けません。画像をもう 1 枚か、文章を加えてください。"),
    "mistake.textless": ("`{parameter}` は文章なしでは使えません。何を描くかを言葉で書いてください。"),
    "mistake.together.tile": (
        "`{parameter}` は `--edit` と一緒に使えません。編集する画像は縁がそのまま残ります。どちらかを外してください。"
    ),
    "mistake.together.quality": (
        "`{parameter} 4` は `--oref` と一緒に使えません。`{suggestion}` にするか、参照を外してください。"
    ),
    "mistake.together.draft": (
        "`{parameter}` は `--oref` と一緒に使えません。下描きは速すぎて物をそのまま保てません"
        "。どちらかを外してください。"
    ),
    "mistake.together.sv": (
        "`{version}` のスタイルコードでは `{parameter}` は 4 か 6 です。`{suggestion}` か、画像を使ってください。"
    ),
    "mistake.together.textless": ("`{parameter}` は画像だけでは使えません。文章を加えるか、外してください。"),
    "mistake.together.relax": (
        "低速モードでは一度に 1 グリッドです。複数なら `{suggestion}` を使うか、1 つだけ頼んでください。"
    ),
    "mistake.empty": "描くものがありません。何を描くかを書くか、画像 2 枚のリンクを付けてください。",
    "mistake.weights": ("`::` の後の重みの合計は {value} です。合計は 0 より大きくなければなりません。"),
    "mistake.weights.size": ("重み `{value}` は大きすぎます。重みは -{most} から {most} までの数です。"),
    "mistake.weights.whole": ("`{version}` では重み `{value}` は整数でなければなりません。"),
    "mistake.weights.image": "画像の重み `{value}` は 0 より大きくなければなりません。",
    "mistake.braces.open": ("`{value}` の後の `{{` が閉じられていません。文字としての括弧は `\\{{` と書きます。"),
    "mistake.braces.close": ("`{value}` の後の `}}` は開かれていません。文字としての括弧は `\\}}` と書きます。"),
    "mistake.braces.deep": "括弧の入れ子が {most} 段を超えています。",
    "mistake.length": "プロンプトは {value} 文字です。{most} 文字までです。",
    "mistake.jobs": ("このプロンプトは {value} グリッドになります。1 回のコマンドでは {most} までです。"),
    "mistake.link.glued": ("`{value}` のリンクが他の言葉とくっついています。前後に空白を入れてください。"),
    "mistake.link.scheme": (
        "`{value}` はリンクのようですがリンクではありません。画像のリンクは https:// で始まります。"
    ),
    "mistake.link.local": (
        "`{value}` はあなたの端末でしか開けないリンクです。先に画像を送り、そのリンクをコピーしてください。"
    ),
    "mistake.link.broken": "`{value}` はリンクとして不完全です。サーバー名がありません。",
    "notice.again": "`{parameter}` が何度も書かれています。1 度で十分です。",
    "notice.twice": "`{parameter}` が何度も書かれています。最後の `{value}` が有効です。",
    "notice.replaced": "`{first}` と `{last}` は両立しません。最後のものが有効です。",
    "notice.translated": ("`{parameter}` は `{other}` として読まれます。`{version}` での名前です。"),
    "notice.glued": "`{value}` は文章として読まれます。パラメーターのダッシュの前には空白が必要です。",
    "notice.nothing": "重み `{value}` の前に文章がないので、効果がありません。",
    "notice.zoom": ("`--zoom` が効くのは Custom Zoom のウィンドウと、画像を付けた `--edit` です。"),
    "wanted.one": "{range} のどれか",
    "wanted.whole": "{range} の整数",
    "wanted.number": "{range} の数",
    "wanted.or": "{others} または {last}",
    "wanted.between": "{low} から {high}",
    "wanted.link": "リンク 1 つ",
    "wanted.links": "リンク {most} つまで",
    "wanted.weightless": "重みのないリンク",
    "wanted.bare": "重みやリンクを含まない言葉",
    "wanted.codes": "0 から {most} までのコード",
    "wanted.version": "バージョン {known} のどれか",
    "wanted.version.number": "バージョン {runs} ",
    "wanted.version.numbers": "バージョン {runs} ",
    "wanted.version.niji": "niji {runs}",
    "wanted.and": "{first} と {last}",
    "wanted.to": "{first}〜{last}",
    "wanted.also": "{before}、{each}",
    "wanted.countless": "無数の",
    "wanted.start": "先頭",
    "wanted.kind.flag": "何もなし",
    "wanted.kind.aspect": "3:2 のような整数の比",
    "wanted.kind.version": "バージョン",
    "wanted.kind.niji": "niji のバージョン",
    "wanted.kind.raw": "raw という言葉",
    "wanted.kind.words": "言葉",
    "wanted.kind.link": "画像へのリンク",
    "wanted.kind.links": "画像へのリンク (複数可)",
    "wanted.kind.styles": "画像へのリンク、スタイルコード、または random という言葉",
    "wanted.kind.choice": "次のどれか: {words}",
    "wanted.kind.name": "名前",
    "wanted.kind.lora": "ink:0.8 のような名前と重み",
    "wanted.kind.control": "lineart https://… のような種類とリンク: {words}",
    "refused.style": "Midjourney のスタイルで対応するものは `--style raw` だけです",
    "refused.still": "Fourup が描くのは静止画で、動画は描きません",
    "refused.legacy": "Midjourney の初期バージョンのもので、ここには対応するものがありません",
    "refused.profile": "個人プロファイルはありません。好きな画像を付けて `--sref` を使ってください",
    "dash.en": "en ダッシュ",
    "dash.minus": "マイナス記号",
    "dash.em": "em ダッシュ",
    "dash.hyphens": "ハイフン",
    "dash.wide": "全角ハイフン",
    "dash.vowel": "長音記号",
    "dash.other": "別の種類のダッシュ",
    "notice.void": "`{parameter}` はここでは効果がありません。",
    "notice.model": ("バージョン {version} に対応するモデルが入っていないので、{model} が描きます。"),
}

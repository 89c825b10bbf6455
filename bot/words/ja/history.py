"""Japanese: looking for pictures that were made."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "history.description": "自分の画像、お気に入り、ほかのメンバーの画像をめくります",
    "history.words": "プロンプトに含まれる言葉",
    "history.only_favourites": "❤️ を付けた画像だけ（誰が作ったものでも）",
    "history.member": "誰の画像か。ほかの人の画像は、ここで公開されているものだけです",
    "history.title.own": "あなたの画像",
    "history.title.favourites": "あなたのお気に入り",
    "history.title.of": "{member} さんの画像",
    "history.place": "{total}件中 {first}〜{last}件目（新しい順）",
    "history.look": "1枚を見る",
    "history.newer": "新しい方へ",
    "history.older": "古い方へ",
    "history.favourites": "お気に入りだけ",
    "history.find": "言葉で探す",
    "history.no_words": "すべての言葉を含むプロンプトを探します。空にするとすべての画像を表示します",
    "history.none.own": "まだ画像がありません。`/imagine` と入力して、何を描くかを書いてください。",
    "history.none.words": "すべての言葉を含む画像は、ここにはありません。言葉を減らすか、空にして探してください。",
    "history.none.favourites": (
        "お気に入りはまだありません。1枚だけの画像の下にある ❤️ を押すか、グリッドの下の ℹ️ を押して、そこで ❤️ "
        "を押してください。"
    ),
    "history.none.of": (
        "{member} さんの画像は、ここでは見られません。ほかの人の画像は、それが投稿されたサーバーで見られます。"
    ),
}

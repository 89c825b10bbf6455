"""Japanese: what is asked of pictures and links."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "imagine.description": "説明したものを4枚の画像にします",
    "imagine.prompt": "描きたいもの。続けて --ar 3:2 のようなパラメーター",
    "imagine.image": "言葉に加えて、元にする画像",
    "imagine.style": "スタイルを取り入れる画像（--sref）",
    "imagine.character": "描くキャラクターの画像（--cref）",
    "upscale.there": "{index}枚目は、もう1枚で表示されています：{link}",
    "upscale.coming": "{index}枚目は、もう準備中です。",
    "imagine.no_model": (
        "画像を描くモデルがまだありません。READMEのモデルの項目にあるとおり、このボットの運営者が追加できます。"
    ),
    "imagine.cannot": "これは生成できません。{reason}",
    "imagine.unavailable": (
        "今、描画エンジンが起動しないため、何も生成できません。このボットの運営者に伝えてください。（{reason}）"
    ),
    "imagine.blamed": (
        "このジョブで描画エンジンが何度か止まってしまったため、中止しました。もっと小さいか単純なものなら、"
        "うまくいくかもしれません。"
    ),
    "blend.count": "ブレンドに必要な画像は{fewest}〜{most}枚です。足すか減らすかしてください。",
    "blend.twice": "同じ画像が2回入っています。それぞれ別の画像を選んでください。",
    "picture.no_link": "{link} は画像のリンクではありません。https:// で始まるリンクを書くか、画像を添付してください。",
    "picture.private": "{link} は公開されていないアドレスなので、取得しません。代わりに画像を添付してください。",
    "picture.gone": (
        "{link} はもうないか、誰でも見られる状態ではありません。シークレットウィンドウで開いて確かめるか、"
        "画像を添付してください。"
    ),
    "picture.unreachable": "{link} につながりません。リンクを確かめるか、画像を添付してください。",
    "picture.slow": "{link} の応答に時間がかかりすぎました。もう一度試すか、画像を添付してください。",
    "picture.too_large": "{link} は25 MiBを超えています。もっと小さい画像にしてください。",
    "picture.not_a_picture": (
        "{link} は画像として読めません。PNG、JPEG、WebP、GIFファイルへの直接のリンクを書いてください。"
    ),
    "picture.too_many_pixels": "{link} は64メガピクセルを超えています。もっと小さい画像にしてください。",
    "picture.broken": "{link} は壊れているか、途中で切れています。PNGかJPEGで保存し直して、それを送ってください。",
    "picture.lost": "必要な画像が保存した場所にありません。もう一度生成してください。",
    "blend.description": "2〜5枚の画像をブレンドして、新しい画像を作ります",
    "blend.image": "画像",
    "blend.more": "もう1枚の画像",
    "blend.dimensions": "新しい画像の形",
    "blend.portrait": "縦長",
    "blend.square": "正方形",
    "blend.landscape": "横長",
}

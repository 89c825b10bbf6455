"""Places in Japanese and Chinese, which have no spaces between words, put into the English that `places` reads."""

import re
from collections.abc import Mapping
from unicodedata import normalize

_ENGLISH: Mapping[str, tuple[str, ...]] = {
    "left": ("左",),
    "right": ("右",),
    "top": ("上",),
    "bottom": ("下",),
    "center": ("中央", "真ん中", "まんなか", "中心", "中间", "中間", "正中", "当中", "當中"),
    "edge": ("ふち", "フチ", "縁", "端", "边缘", "邊緣", "边框", "邊框", "四周", "周围", "周圍"),
    "all": ("全体", "全部", "すべて", "整张", "整張", "整个", "整個", "所有"),
    "half": ("半分", "一半", "半边", "半邊", "半"),
    ",": ("および", "と", "、", "和", "与", "與", "及", "还有", "還有"),
    "not": ("以外", "を除く", "を除いて", "ではない", "じゃない", "之外", "除了", "除去", "不要", "不是"),
    "": (
        *(
            "の",
            "を",
            "に",
            "で",
            "から",
            "だけ",
            "部分",
            "側",
            "がわ",
            "角",
            "隅",
            "すみ",
            "辺",
            "あたり",
            "画像",
            "絵",
        ),
        *("的", "边", "邊", "侧", "面", "部", "方", "正", "图片", "圖片", "图", "圖", "区域", "區域", "位置", "。"),
    ),
}
_TERMS = {term: word for word, terms in _ENGLISH.items() for term in terms}
_TERM = re.compile("|".join(sorted(_TERMS, key=len, reverse=True)))
_FRACTION = re.compile(r"([二三四五2-5])分[の之]([一二三1-3])")
_PARTS = dict(zip("二三四五2345", ("half", "third", "quarter", "fifth") * 2, strict=True))
_TIMES = {"二": "two", "2": "two", "三": "three", "3": "three"}
_WRITING = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


def spaced(text: str) -> str:
    """What of the text is Japanese or Chinese in English words, everything else as it is.

    These languages say at the end, too, that something is meant to be left out: it stands in front then.
    """
    plain = normalize("NFKC", text)
    if not _WRITING.search(plain):
        return text
    plain = _FRACTION.sub(lambda found: f" {_TIMES.get(found[2], '')} {_PARTS[found[1]]} ", plain)
    words = _TERM.sub(lambda found: f" {_TERMS[found[0]]} ", plain).split()
    return " ".join([*(["not"] if "not" in words else []), *(word for word in words if word != "not")])

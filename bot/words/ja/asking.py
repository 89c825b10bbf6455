"""Japanese: /ask."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "ask.description": "このボットについての質問に、ボット自身の文書から答えます",
    "ask.question": "知りたいこと",
    "ask.often": "一度に質問が多すぎます。次の質問には {seconds} 秒後にお答えします。",
    "ask.none": (
        "「{question}」については文書に見つかりません。別の言葉で聞くか、/help と入力して何があるかを見てください。"
    ),
    "ask.example": "例",
    "ask.english": "この文章は英語のみです",
    "ask.from": "出典: {document}",
    "ask.try": "試す",
}

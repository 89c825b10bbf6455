"""Chinese: lists of words, as moderators write them."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "rule.empty": "里面没有词：请写一个词、一个短语、`blood*` 这样的通配符，或 `/正则表达式/`。",
    "rule.long": "太长了：一条规则最多 {most} 个字符。",
    "rule.wide": "这个通配符几乎会匹配所有内容：请至少写两个字母。",
    "rule.expression": "这个正则表达式读不懂（{reason}）：请按 RE2 的写法，不用环视和反向引用。",
    "rule.large": "这个正则表达式太大：请把花括号里的数字改小，或者写成几条规则。",
    "rule.all": "这个正则表达式会匹配空文本，也就是所有内容：请至少写一个字母。",
}

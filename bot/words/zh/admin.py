"""Chinese: /admin, and what was done in a server."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "admin.description": "设定这个服务器的规则，查看做过的操作",
    "admin.managers_only": "只有能管理这个服务器的成员才能这样做：请找其中一位帮忙。",
    "admin.elsewhere": "规则是按服务器设定的：请在服务器里输入这条命令。",
    "admin.log.description": "查看谁在这个服务器做了什么，并可撤销",
    "admin.log.title": "这里做过的操作",
    "admin.log.none": "还没有任何记录。用 /admin 做的更改都会留在这里，并且可以撤销。",
    "admin.log.undo": "撤销",
    "admin.log.older": "更早",
    "admin.log.nothing": "无",
    "admin.log.undoes": "撤销了 {number} 号：{what}",
    "admin.log.undone_by": "已被 {number} 号撤销。",
    "admin.undo.description": "撤销做过的操作",
    "admin.undo.number": "/admin log 里排在它前面的编号",
    "admin.undo.done": "{number} 号已撤销。想恢复的话，撤销 {again} 号即可。",
    "admin.undo.unknown": "这个服务器的记录里没有 {number} 号：编号可以在 /admin log 里查看。",
    "admin.undo.again": "{number} 号已经撤销过了。",
    "admin.undo.final": "{number} 号无法撤销。",
    "admin.undo.changed": "{number} 号改动的内容后来又变过：请先撤销更晚的记录。",
    "audit.cancel": "取消了 {channel} 里的任务 {job}",
}

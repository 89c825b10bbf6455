"""What all tables share: the names of their constraints, and the types of their columns."""

import re
from typing import Any

from sqlalchemy import BigInteger, MetaData, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

_UNSTORABLE = re.compile("[\0\\\\\ud800-\udfff]")
_ESCAPED = re.compile(r"\\(\\|u[0-9a-f]{4})")


class Words(TypeDecorator[str]):
    r"""Any text. Databases refuse surrogates, some U+0000: both stand as \uXXXX, a backslash as two."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        """As it is stored."""
        return None if value is None else _UNSTORABLE.sub(_escape, value)

    def process_result_value(self, value: Any, dialect: Dialect) -> str | None:
        """As it was given."""
        return None if value is None else _ESCAPED.sub(_unescape, value)


def kept(moment: float | None) -> int | None:
    """The milliseconds that the database has for these seconds."""
    return None if moment is None else round(moment * 1000)


class Moment(TypeDecorator[float]):
    """Seconds since 1970, kept as whole milliseconds."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> int | None:
        """As it is stored."""
        return kept(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> float | None:
        """As it was given, to the millisecond."""
        return None if value is None else value / 1000


def _escape(found: re.Match[str]) -> str:
    return "\\\\" if found[0] == "\\" else f"\\u{ord(found[0]):04x}"


def _unescape(found: re.Match[str]) -> str:
    return "\\" if found[1] == "\\" else chr(int(found[1][1:], 16))

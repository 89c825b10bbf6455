"""The kinds of field that Discord's forms are made of: lengths, choices, snowflakes, addresses, times."""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, ClassVar
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field, GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from playground.forms.tree import BRANCH, Form, printable

Json = Any
"""What json.loads gave: nothing is known of it yet."""


@dataclass(frozen=True)
class Length:
    """A string or a list of `least` to `most`; the length is looked at first, so that a huge list is never read."""

    most: int
    least: int = 0

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self.check, handler(source))

    def check(self, value: object) -> object:
        if isinstance(value, str) and not value.isascii():
            _whole(value)
        if isinstance(value, str | list | dict) and not self.least <= len(value) <= self.most:
            if self.least:
                words = f"Must be between {self.least} and {self.most} in length."
                raise PydanticCustomError("BASE_TYPE_BAD_LENGTH", "{words}", {"words": words})
            raise PydanticCustomError("BASE_TYPE_MAX_LENGTH", "Must be {most} or fewer in length.", {"most": self.most})
        return value


class OneOf:
    """One of the values named, as Discord says it: Value must be one of {1, 2}."""

    def __init__(self, *choices: Hashable) -> None:
        self.choices = choices

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self.check, handler(source))

    def check(self, value: Hashable) -> Hashable:
        if value not in self.choices:
            listed = "{" + ", ".join(map(repr, self.choices)) + "}"
            raise PydanticCustomError("BASE_TYPE_CHOICES", "Value must be one of {choices}.", {"choices": listed})
        return value


class Typed(Form):
    """An object whose `type` says what else it holds; `kind` is the type of each subclass."""

    kind: ClassVar[int] = 0
    type: int


class Kind:
    """One of these kinds of object, told apart by `type`, as Discord's unions are."""

    def __init__(self, *kinds: type[Typed]) -> None:
        self.kinds = {each.kind: each for each in kinds}

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        choices = {f"{BRANCH}{number}": handler.generate_schema(each) for number, each in self.kinds.items()}
        choices[BRANCH] = handler.generate_schema(Typed)
        numbers = sorted(self.kinds)
        listed = f"({numbers[0]},)" if len(numbers) == 1 else f"({', '.join(map(str, numbers))})"
        return core_schema.tagged_union_schema(
            choices,
            self.branch,
            custom_error_type="UNION_TYPE_CHOICES",
            custom_error_message=f'Value of field "type" must be one of {listed}.',
        )

    def branch(self, value: object) -> str | None:
        """The branch that reads this value: what has no proper type goes where that is said, an unknown one nowhere."""
        number = value.get("type") if isinstance(value, dict) else None
        if type(number) is not int:
            return BRANCH
        return f"{BRANCH}{number}" if number in self.kinds else None


def _whole(text: str) -> None:
    """JSON can spell half of a surrogate pair, which no text may hold."""
    try:
        text.encode()
    except UnicodeEncodeError:
        shown = printable(text)
        raise PydanticCustomError(
            "STRING_TYPE_CONVERT", 'Could not interpret "{shown}" as string.', {"shown": shown}
        ) from None


def _snowflake(value: object) -> str:
    if isinstance(value, str) and re.fullmatch("[0-9]{1,20}", value, re.ASCII):
        value = int(value)
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        shown = printable(value)
        raise PydanticCustomError("NUMBER_TYPE_COERCE", 'Value "{shown}" is not snowflake.', {"shown": shown})
    if value >= 2**63:
        words = f"snowflake value should be less than or equal to {2**63 - 1}."
        raise PydanticCustomError("NUMBER_TYPE_MAX", "{words}", {"words": words})
    return str(value)


def _number(value: object) -> object:
    return int(value) if isinstance(value, str) and re.fullmatch("[0-9]{1,19}", value, re.ASCII) else value


def _scalar(value: object) -> object:
    if not isinstance(value, str | int | float):
        raise PydanticCustomError(
            "STRING_TYPE_CONVERT", 'Could not interpret "{shown}" as string.', {"shown": printable(value)}
        )
    return Length(6000).check(value)


def _unique(values: list[Any]) -> list[Any]:
    if len(set(values)) != len(values):
        raise PydanticCustomError("SET_TYPE_ALREADY_CONTAINS_VALUE", "The set already contains this value")
    return values


def _time(value: str) -> str:
    try:
        datetime.fromisoformat(value)
    except ValueError:
        words = f"Could not parse {printable(value)}. Should be ISO8601."
        raise PydanticCustomError("DATE_TIME_TYPE_PARSE", "{words}", {"words": words}) from None
    return value


@dataclass(frozen=True)
class Schemes:
    """An address with a host, by one of these schemes."""

    schemes: Sequence[str]

    def __call__(self, url: str) -> str:
        scheme, mark, rest = url.partition("://")
        if not mark:
            raise PydanticCustomError("URL_TYPE_INVALID_URL", "Not a well formed URL.")
        if scheme.lower() not in self.schemes:
            listed = "(" + ", ".join(map(repr, self.schemes)) + ")"
            words = f'Scheme "{printable(scheme)}" is not supported. Scheme must be one of {listed}.'
            raise PydanticCustomError("URL_TYPE_INVALID_SCHEME", "{words}", {"words": words})
        if not rest or re.search(r"\s", url) or not _has_host(url):
            raise PydanticCustomError("URL_TYPE_INVALID_URL", "Not a well formed URL.")
        return url


def _has_host(url: str) -> bool:
    try:
        return bool(urlsplit(url).netloc)
    except ValueError:
        return False


Snowflake = Annotated[str, BeforeValidator(_snowflake)]
"""An id. Discord takes numbers too, whatever its published file says; digits come out."""
Permissions = Annotated[int, BeforeValidator(_number), Field(ge=0, le=2**54 - 1)]
"""Bits that some clients write as digits."""
Scalar = Annotated[Any, BeforeValidator(_scalar)]
"""Text, a number, or yes or no."""
Unique = AfterValidator(_unique)
Time = Annotated[str, AfterValidator(_time)]
ChannelKinds = Annotated[list[Annotated[int, OneOf(0, 1, 2, 3, 4, 5, 10, 11, 12, 13, 14, 15)]], Length(20), Unique]
Int32 = Annotated[int, Field(ge=0, le=2**31 - 1)]
Bits = Annotated[int, Field(ge=0, le=2**63 - 1)]
Color = Annotated[int, Field(ge=0, le=0xFFFFFF)]
CustomId = Annotated[str, Length(100, least=1)]
Link = Annotated[str, Length(2048), AfterValidator(Schemes(("http", "https")))]
Media = Annotated[str, Length(2048), AfterValidator(Schemes(("http", "https", "attachment")))]

"""Lists that come with the bot: what is explicit, refused where nobody expects it, and gore, asked about."""

from enum import StrEnum

from bot.policy.words.lists import WordList
from bot.policy.words.minors import terms
from bot.policy.words.rules import Weight, allowed, rule


class Builtin(StrEnum):
    """Their names."""

    EXPLICIT = "explicit"
    GORE = "gore"


_EXPLICIT = """nude, nudes, nudity, naked, porn, porno, porns, pornographic, pornography, hentai, nsfw, xxx,
    topless, bottomless woman, bottomless man, genitals, genitalia, penis, penises, vagina, vaginas, vulva,
    nipples, pussy, dildo, boobs, tits, orgasm, orgy, masturbat*, blowjob, handjob, cumshot, ahegao, upskirt,
    futanari, no clothes, without clothes, nackt, nackte, nackter, nacktes, nackten, nacktem, pornografie,
    desnudo, desnuda, desnudos, desnudas, nudité, dénudée, dénudé, seins nus, nudez, pornografia, sem roupa,
    sin ropa, sans vêtements, ohne kleidung, 全裸, 裸体, ヌード, エロ, ポルノ, セックス, 色情, 裸體, 做爱, 做愛"""

_GORE = """gore, gory, guts, entrails, intestines, viscera, disembowel*, decapitat*, beheaded, beheading,
    dismember*, mutilat*, severed head, severed heads, blood splatter, blood soaked, corpse, corpses, eviscerat*,
    flayed, torture, tortured, enthauptet*, verstümmel*, eingeweide, leiche, leichen, décapit*, cadavre, cadavres,
    decapitad*, cadáver, cadáveres, vísceras, 内臓, 死体, 斬首, 尸体, 屍體, 内脏"""


def _list(words: str, weight: Weight) -> WordList:
    rules = tuple(rule(each.strip(), weight) for each in words.replace("\n", " ").split(","))
    return WordList(rules, frozenset(allowed(each.strip()) for each in terms.INNOCENT.replace("\n", " ").split(",")))


BUILTIN = {
    Builtin.EXPLICIT: _list(_EXPLICIT, Weight.REFUSE),
    Builtin.GORE: _list(_GORE, Weight.CONFIRM),
}
"""Each, ready to be looked through."""

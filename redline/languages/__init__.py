"""The installed languages. A new one is a file beside this one and a line in `PACKS`."""

from __future__ import annotations

from functools import lru_cache

from redline.languages import en, kk, ru
from redline.languages.pack import LanguagePack
from redline.languages.sentences import split_without_pack

__all__ = ["PACKS", "LanguagePack", "get_pack", "language_tag", "short_code", "split_sentences"]

PACKS: tuple[LanguagePack, ...] = (en.PACK, ru.PACK, kk.PACK)

# Akoma Ntoso names languages by three letters (ISO 639-2, both its series), the spec by BCP 47.
_THREE_LETTERS = {
    "bul": "bg", "ces": "cs", "cze": "cs", "dan": "da", "deu": "de", "dut": "nl", "ell": "el", "eng": "en",
    "est": "et", "fin": "fi", "fra": "fr", "fre": "fr", "ger": "de", "gle": "ga", "gre": "el", "hrv": "hr",
    "hun": "hu", "ita": "it", "kaz": "kk", "kir": "ky", "lav": "lv", "lit": "lt", "mlt": "mt", "nld": "nl",
    "pol": "pl", "por": "pt", "ron": "ro", "rum": "ro", "rus": "ru", "slk": "sk", "slo": "sk", "slv": "sl",
    "esp": "es", "spa": "es", "swe": "sv", "tgk": "tg", "tuk": "tk", "ukr": "uk", "uzb": "uz",
}  # fmt: skip


def short_code(language: str | None) -> str:
    """A language in two letters, without region or script (`en-GB`, `eng` -> `en`); `und` for none."""
    if not language:
        return "und"
    # Some write the address of a language in a register: `…/authority/language/FRA`.
    primary = language.rpartition("/")[2].replace("_", "-").partition("-")[0].lower()
    return _THREE_LETTERS.get(primary, primary)


def language_tag(language: str | None) -> str:
    """A language as BCP 47, script and region as they are (`eng` -> `en`, `sr-Latn`); `und` for none."""
    if not language:
        return "und"
    _, *rest = language.rpartition("/")[2].replace("_", "-").split("-")
    return "-".join((short_code(language), *rest))


@lru_cache(maxsize=256)
def get_pack(code: str | None) -> LanguagePack | None:
    """The pack of a language given by any code for it (`en`, `en-GB`, `eng`), or None where it has none."""
    wanted = short_code(code)
    return next((pack for pack in PACKS if pack.code == wanted), None)


def split_sentences(text: str, language: str | None) -> list[tuple[int, int]]:
    """Start and end of the sentences of a text, as addresses count them.

    Args:
        text: the words of one block.
        language: any code for its language; None where it is not known.
    """
    pack = get_pack(language)
    return split_without_pack(text, short_code(language)) if pack is None else pack.sentences(text)

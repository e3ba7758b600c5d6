"""The installed languages. A new one is a file beside this one and a line in `PACKS`."""

from __future__ import annotations

from redline.languages import en
from redline.languages.pack import LanguagePack
from redline.languages.sentences import split_sentences

__all__ = ["PACKS", "LanguagePack", "get_pack", "short_code", "split_sentences"]

PACKS: tuple[LanguagePack, ...] = (en.PACK,)

# Akoma Ntoso names languages by three letters (ISO 639-2, both its series), the spec by BCP 47.
_THREE_LETTERS = {
    "bul": "bg", "ces": "cs", "cze": "cs", "dan": "da", "deu": "de", "dut": "nl", "ell": "el", "eng": "en",
    "est": "et", "fin": "fi", "fra": "fr", "fre": "fr", "ger": "de", "gle": "ga", "gre": "el", "hrv": "hr",
    "hun": "hu", "ita": "it", "kaz": "kk", "kir": "ky", "lav": "lv", "lit": "lt", "mlt": "mt", "nld": "nl",
    "pol": "pl", "por": "pt", "ron": "ro", "rum": "ro", "rus": "ru", "slk": "sk", "slo": "sk", "slv": "sl",
    "spa": "es", "swe": "sv", "tgk": "tg", "tuk": "tk", "ukr": "uk", "uzb": "uz",
}  # fmt: skip


def short_code(language: str | None) -> str:
    """A language in two letters, without region or script (`en-GB`, `eng` -> `en`); `und` for none."""
    if not language:
        return "und"
    primary = language.replace("_", "-").partition("-")[0].lower()
    return _THREE_LETTERS.get(primary, primary)


def get_pack(code: str | None) -> LanguagePack | None:
    """The pack of a language given by any code for it (`en`, `en-GB`, `eng`), or None where it has none."""
    wanted = short_code(code)
    return next((pack for pack in PACKS if pack.code == wanted), None)

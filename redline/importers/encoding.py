"""The characters of a file: in which encoding its bytes are, and what in them is no character of a law."""

from __future__ import annotations

import codecs
import re

from redline.errors import ImportFailure

_VOWELS = re.compile("[аеиоуыәөіү]", re.IGNORECASE)
_KAZAKH = frozenset("әғқңөұүһӘҒҚҢӨҰҮҺ")
_OF_NEIGHBOURS = frozenset("ЂЃѓЉЊЌЋЏђљњќћџЎўЈјЄєЇїҐґ")
"""Letters at the places of Windows-1251 where other encodings have common ones."""
_TAG = re.compile(r"<[^<>]*>|&#?\w+;")
_BREAKS = re.compile("[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_NO_CHARACTERS = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")
_TWICE = re.compile(
    "[РС][\u0402-\u040f\u0450-\u045f\u0490\u0491\u00a0-\u00bf\u2010-\u2122]|[ÐÑ][\u0080-\u00bf]|Г‘|Гђ"
)
"""Cyrillic that was UTF-8 and was taken for Windows-1251 or Latin: `Р—Р°РєРѕРЅ` for `Закон`."""
_KINDS = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a zip archive, as Word's .docx is",
    b"\xd0\xcf\x11\xe0": "an old Word file (.doc) or an encrypted document",
    b"{\\rtf": "an RTF document",
    b"\xff\xd8\xff": "a picture (JPEG)",
    b"\x89PNG": "a picture (PNG)",
}
"""How files that are no text begin."""
_LOST = re.compile(r"(?<=[^\W\d_])\?(?=[^\W\d_])")
"""A question mark inside a word: what stands where an encoding lacked the letter."""
_SAMPLE = 200_000
_OLD = (("koi8-r", "KOI8-R"), ("cp866", "DOS (CP866)"), ("mac-cyrillic", "Mac Cyrillic"))


def decoded(data: bytes, name: str, *, named: str = "") -> tuple[str, list[str]]:
    """The characters of a file, and what had to be guessed about its encoding or was left out.

    Args:
        data: the file.
        name: what to call it in messages.
        named: the encoding that the file itself names, as web pages do.

    Raises:
        ImportFailure: `import-unreadable` for what is no text, `import-encoding` for text whose encoding
            cannot be told surely, or that was spoilt by a wrong one before.
    """
    text, remarks = _characters(data, name, named)
    twice = len(_TWICE.findall(text[:_SAMPLE]))
    if twice and twice * 4 > _letters(text[:_SAMPLE]):
        raise ImportFailure(
            "import-encoding",
            f'{name} was saved in a wrong encoding before: its words read as "{_first_words(text)}"',
            do="take the text anew from where it comes from, and save it as UTF-8",
        )
    lost = len(_LOST.findall(text))
    if lost > 2 and lost * 300 > _letters(text):
        raise ImportFailure(
            "import-encoding",
            f"{name} has lost letters: {lost} question marks stand inside words",
            do="save the text anew as UTF-8, from where it comes from: the letters cannot be brought back",
        )
    return _cleaned(text, remarks)


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))


def _characters(data: bytes, name: str, named: str) -> tuple[str, list[str]]:
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if data.startswith(mark):
            return data[2:].decode(encoding, errors="replace"), ["the file is UTF-16"]
    unmarked = _unmarked_utf16(data)
    if unmarked is not None:
        return unmarked, ["the file is UTF-16, though it does not say so"]
    _refuse_binary(data, name)
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
    if named:
        try:
            return data.decode(named).removeprefix("\ufeff"), []
        except (LookupError, UnicodeDecodeError):
            pass
    return _guessed(data, name, line)


def _guessed(data: bytes, name: str, line: int) -> tuple[str, list[str]]:
    kazakh = data.decode("kz1048", errors="replace")
    if _reads_as_cyrillic(kazakh) and _share(_KAZAKH, kazakh) > 0.02:
        return kazakh, [
            "the file is not UTF-8; it was read as KZ-1048 (Windows, Kazakh), so check its letters"
        ]
    guess = data.decode("cp1251", errors="replace")
    if _reads_as_cyrillic(guess) and _share(_OF_NEIGHBOURS, guess) < 0.01:
        return guess, ["the file is not UTF-8; it was read as Windows-1251, so check letters such as ё, і, қ"]
    readable = [
        shown for encoding, shown in _OLD if _reads_as_cyrillic(data.decode(encoding, errors="replace"))
    ]
    what = f"it seems to be {readable[0]}" if readable else f"line {line} has bytes that are no letters in it"
    raise ImportFailure(
        "import-encoding",
        f"{name} is not UTF-8 text: {what}",
        do="save it as UTF-8 (in Word: Save as, Plain text, Other encoding, Unicode (UTF-8))",
    )


def _unmarked_utf16(data: bytes) -> str | None:
    """Text in UTF-16 without the mark that says so: every other byte is that of the alphabet."""
    sample = data[:4000]
    if len(sample) < 16 or b"\x00" not in sample:
        return None
    for encoding, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        if sum(byte in (0x00, 0x04, 0x20) for byte in high) > 0.98 * len(high):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                return None
    return None


def _refuse_binary(data: bytes, name: str) -> None:
    if b"\x00" not in data[:65536] and not data.startswith(tuple(_KINDS)):
        return
    raise ImportFailure(
        "import-unreadable",
        f"{name} is no plain text: it is {_kind_of(data)}",
        do="save the law as plain text (UTF-8) in the program that it comes from, and import that; a "
        "scanned page must be read by a text recognition program first",
    )


def _kind_of(data: bytes) -> str:
    return next((kind for start, kind in _KINDS.items() if data.startswith(start)), "a binary file")


def _reads_as_cyrillic(text: str) -> bool:
    """Whether text is Cyrillic in lower-case words with vowels: other encodings give capitals in words."""
    letters = [letter for letter in _TAG.sub(" ", text) if letter.isalpha()]
    if not letters or "\ufffd" in text:
        return False
    small = sum("\u0430" <= letter <= "\u045f" or letter in _KAZAKH for letter in letters)
    vowels = len(_VOWELS.findall("".join(letters))) / len(letters)
    return small > 0.7 * len(letters) and 0.3 < vowels < 0.6


def _share(of: frozenset[str], text: str) -> float:
    letters = [letter for letter in text if letter.isalpha()]
    return sum(letter in of for letter in letters) / max(1, len(letters))


def _first_words(text: str) -> str:
    return " ".join(text.split())[:30]


def _cleaned(text: str, remarks: list[str]) -> tuple[str, list[str]]:
    """The text without what is no character of a law: control characters, hyphens that show only where a line
    ends, spaces without width.
    """
    text = _BREAKS.sub("\n", text)
    text, controls = _NO_CHARACTERS.subn("", text)
    text, unseen = _UNSEEN.subn("", text)
    told = [
        f"{count} {what} left out"
        for count, what in (
            (controls, "control characters were"),
            (unseen, "soft hyphens and spaces without width were"),
        )
        if count
    ]
    return text, [*remarks, *told]

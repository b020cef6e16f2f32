"""Which transliterations there are, and which files of `rules/` each is made of."""

from __future__ import annotations

from collections.abc import Mapping

# ICU rule files in the order in which they are applied. `names-ar:en` is a table of names with
# the column to take; its rules come first in the file after it. `apart-sr` is a table of stems.
_TO_ENGLISH = ("arabic-script_en", "capitals")
_TO_SERBIAN = ("arabic-script_sr-Latn", "capitals")
_TO_CYRILLIC = ("serbian", "sr-Latn_pieces", "apart-sr", "sr-Latn_sr-Cyrl")
_TO_CONSONANTS = ("arabic-script_consonants",)

_ARABIC = ("arabic-script", "ar_words")
_ARABIC_ENGLISH = (*_ARABIC, "names-ar:en", "ar_vowels")
_ARABIC_SERBIAN = (*_ARABIC, "names-ar:sr-Latn", "ar_vowels", "ar_short-vowels")
_ARABIC_SCHEME = (*_ARABIC, "ar_construct", "ar_vowels", "doubled")

_PERSIAN = ("arabic-script", "fa_words")
_PERSIAN_ENGLISH = (*_PERSIAN, "names-fa:en", "fa_vowels", "fa_sounds")
_PERSIAN_SERBIAN = (
    *_PERSIAN, "names-fa:sr-Latn", "fa_vowels", "fa_sounds", "fa_short-vowels",
)  # fmt: skip
_PERSIAN_SCHEME = (*_PERSIAN, "fa_vowels", "doubled")

_SORANI_ENGLISH = ("arabic-script", "names-ckb:en", "ckb_vowels")
_SORANI_SERBIAN = ("arabic-script", "names-ckb:sr-Latn", "ckb_vowels")

_ENGLISH_SERBIAN = ("latin_small", "names-en:sr-Latn", "en_sr-Latn", "latin_capitals")
_TURKISH_SERBIAN = ("latin_small", "tr_sr-Latn", "latin_capitals")

RULE_FILES: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("ar", "ala-lc"): (*_ARABIC_SCHEME, "ar_ala-lc", "capitals"),
    ("ar", "bgn-pcgn"): (*_ARABIC_SCHEME, "ar_bgn-pcgn", "capitals"),
    ("ar", "consonants"): (*_ARABIC, "ar_vowels", *_TO_CONSONANTS),
    ("ar", "din-31635"): (*_ARABIC_SCHEME, "ar_din-31635", "capitals"),
    ("ar", "en"): (*_ARABIC_ENGLISH, *_TO_ENGLISH),
    ("ar", "sr-Cyrl"): (*_ARABIC_SERBIAN, *_TO_SERBIAN, *_TO_CYRILLIC),
    ("ar", "sr-Latn"): (*_ARABIC_SERBIAN, *_TO_SERBIAN),
    ("ckb", "consonants"): ("arabic-script", "ckb_vowels", *_TO_CONSONANTS),
    ("ckb", "en"): (*_SORANI_ENGLISH, *_TO_ENGLISH),
    ("ckb", "sr-Cyrl"): (*_SORANI_SERBIAN, *_TO_SERBIAN, *_TO_CYRILLIC),
    ("ckb", "sr-Latn"): (*_SORANI_SERBIAN, *_TO_SERBIAN),
    ("en", "sr-Cyrl"): (*_ENGLISH_SERBIAN, *_TO_CYRILLIC),
    ("en", "sr-Latn"): _ENGLISH_SERBIAN,
    ("fa", "ala-lc"): (*_PERSIAN_SCHEME, "fa_ala-lc", "capitals"),
    ("fa", "bgn-pcgn"): (*_PERSIAN_SCHEME, "fa_bgn-pcgn", "capitals"),
    ("fa", "consonants"): (*_PERSIAN, "fa_vowels", "fa_sounds", *_TO_CONSONANTS),
    ("fa", "en"): (*_PERSIAN_ENGLISH, *_TO_ENGLISH),
    ("fa", "sr-Cyrl"): (*_PERSIAN_SERBIAN, *_TO_SERBIAN, *_TO_CYRILLIC),
    ("fa", "sr-Latn"): (*_PERSIAN_SERBIAN, *_TO_SERBIAN),
    ("he", "consonants"): ("he_consonants",),
    ("sr-Cyrl", "bgn-pcgn"): ("serbian", "sr-Cyrl_sr-Latn"),
    ("sr-Cyrl", "en"): ("serbian", "sr-Cyrl_sr-Latn", "sr-Latn_en"),
    ("sr-Cyrl", "sr-Latn"): ("serbian", "sr-Cyrl_sr-Latn"),
    ("sr-Latn", "en"): ("serbian", "sr-Latn_en"),
    ("sr-Latn", "sr-Cyrl"): _TO_CYRILLIC,
    ("sr-Latn-x-dj", "sr-Cyrl"): ("serbian", "sr-Latn-x-dj_sr-Latn", *_TO_CYRILLIC[1:]),
    ("sr-Latn-x-dj", "sr-Latn"): ("serbian", "sr-Latn-x-dj_sr-Latn"),
    ("tr", "en"): ("tr_en",),
    ("tr", "sr-Cyrl"): (*_TURKISH_SERBIAN, *_TO_CYRILLIC),
    ("tr", "sr-Latn"): _TURKISH_SERBIAN,
}
# Any script to ASCII is not ICU's: its Any-Latin differs from version to version.
LAST_RESORT = ("und", "ascii")


def supported_pairs() -> tuple[tuple[str, str], ...]:
    """Return every pair of source and target that `transliterate` takes, in order.

    >>> ("sr-Cyrl", "sr-Latn") in supported_pairs()
    True
    """
    return tuple(sorted([*RULE_FILES, LAST_RESORT]))

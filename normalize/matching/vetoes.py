"""What shows that a name which sounds like an entry's is another one: its vowels, its letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from normalize.languages.romanised import split_articles
from normalize.languages.serbian import write_latin
from normalize.lexicon.forms import script_of_text
from normalize.model import Entry
from normalize.text.fold import fold_exactly
from normalize.translit.sounds import sound_keys

_VOWELS = re.compile("[aeiouy]+[jw]?")
_CLASH = frozenset(
    pair
    for one, other in (("a", "i"), ("a", "u"), ("i", "u"), ("a", "diphthong"), ("u", "diphthong"))
    for pair in ((one, other), (other, one))
)
_OPEN, _HALF_OPEN = frozenset("aeiou"), frozenset("hyjw'’")
# Arabic, Persian and Sorani words that no name begins or ends with: prepositions, conjunctions,
# pronouns, the commonest verbs. Spelled as they stand: `على` is on, `علي` is Ali.
LITTLE_WORDS = frozenset(
    "في من إلى الى على عن مع أن ان إن أو او أم ثم بل لكن بين بعد قبل عند لدى نحو حول ضد خلال دون "
    "منذ حتى كل كلا غير مثل هذا هذه ذلك تلك هؤلاء التي الذي الذين هو هي هم كان كانت كما قد لقد لا "
    "ما لم لن إذا اذا حين حيث أي اي قال قالت در از به با که این آن را برای تا یا هم است و بر لە بۆ "
    "بە کە ئەو لەگەڵ".split()
)
# Letters that one writer takes and another does not for the same foreign sound (g, ch, t, s, z),
# or that Persian and Arabic keyboards have two of; after the fold, which has joined most.
_SAME_SOUND = str.maketrans(
    {
        letter: letters[0]
        for letters in ("جغقكگڭچ", "تط", "سصث", "زذظ", "دض", "هح", "بپ", "فڤ", "شژ", "رڕ", "لڵ")
        for letter in letters
    }
)
_CH = re.compile("تش")
_WEAK = re.compile("[اويآئؤءۆێ]|ه(?= |$)")
_FEWEST_LETTERS = 4
_SHORT_WORD = 5
_FEW_SYLLABLES = 3


# Letters and words of names that are Arabic, Persian or Kurdish by origin: what is foreign is
# written with ت س ك ه ز, as the academies of Arabic prescribe (إيطاليا is an exception).
_NATIVE = re.compile(r"[حعصضطظق]|(?<!\w)(?:ال|عبد|أبو|ابو|أبي|بن |ابن )")
_OWN_SCRIPT = ("fa", "ckb")


def is_romanised(entry: Entry) -> bool:
    """Tell whether an entry's own name is in Arabic script, so that its Latin spellings vary.

    Of other names there is one spelling to a language. What sounds like it is another name:
    Vasić and Vesić, Baker and Becker.
    """
    if entry.type == "person" and any(lang in entry.names for lang in _OWN_SCRIPT):
        return True
    return any(_NATIVE.search(name) for lang, name in entry.names.items() if lang == "ar")


def may_be_of(found: str, entry: Entry) -> bool:
    """Tell whether a spelling may be one of the entry's, as far as its letters show.

    What it sounds like has been compared already; this is what the comparison cannot know, since
    Arabic script has no short vowels and one sound many letters.
    """
    script = script_of_text(found)
    listed = [*entry.names.values(), *(v.text for v in entry.variants if not v.acronym)]
    if script == "Arab":
        ours = arabic_letters(found)
        theirs = map(arabic_letters, (name for name in listed if script_of_text(name) == script))
        return bool(ours) and ours in theirs
    vowelled = [name for name in listed if script_of_text(name) in ("Latn", "Cyrl")]
    return not vowelled or any(_is_said_like(found, name) for name in vowelled)


@lru_cache(maxsize=1 << 14)
def arabic_letters(name: str) -> str:
    """Return the letters of a name in Arabic script that every writer writes, and its articles.

    Nothing of one that is too short to tell.

    Long vowels are written as one hears them in long foreign names only: of short words they make
    others, Hassan (`حسن`) and Hussein (`حسين`), Salman and Suleiman.

    >>> arabic_letters("نتانياهو") == arabic_letters("نتنياهو")
    True
    >>> arabic_letters("حسين نصر") == arabic_letters("حسن نصر")
    False
    """
    letters = "".join(_word_letters(name))
    return letters if len(letters) >= _FEWEST_LETTERS else ""


def _word_letters(name: str) -> Iterator[str]:
    for word in fold_exactly(name).split():
        bare = word.removeprefix("ال") if len(word) > 4 else word
        if bare is not word:
            yield "+"
        kept = bare if len(bare) <= _SHORT_WORD else _WEAK.sub("", bare)
        yield _CH.sub("چ", kept).translate(_SAME_SOUND)


def _is_said_like(found: str, listed: str) -> bool:
    """Tell whether two names have as many words, each said like that of the other.

    The comparison of names weighs what both have; here every word must have the consonants of its
    counterpart, and no open vowel for a close one. By their consonants `Bashir` and `Bashar`,
    `Hussein` and `Hassan` are alike. Between a and e, e and i, o and u there is no telling, since
    houses write them as they hear them. A given name has as many vowels, too: Mahmoud is no
    Mohammed. (In long surnames houses differ: Zawahri, Zawahiri; group is no Ghurayb.)

    >>> _is_said_like("Khaleefa Hefter", "Khalifa Haftar"), _is_said_like("Bashir", "Bashar")
    (True, False)
    >>> _is_said_like("Richard Green", "Richard Grenell")
    False
    """
    ours, theirs = _words(found), _words(listed)
    if len(ours) != len(theirs) or not has_syllables_of(ours[0], theirs[0]):
        return False
    pairs = list(zip(ours, theirs, strict=True))
    if any(_is_short(word, other) and not has_syllables_of(word, other) for word, other in pairs):
        return False
    if not all(_has_consonants_of(word, other) for word, other in pairs):
        return False
    return not any(_clash(_bare(word), _bare(other)) for word, other in pairs)


def _is_short(word: str, other: str) -> bool:
    return min(len(_VOWELS.findall(one)) for one in (word, other)) < _FEW_SYLLABLES


def _has_consonants_of(word: str, other: str) -> bool:
    """Tell whether the likeliest key of one is the other's too, and leaves nothing out.

    In French the s of Markus may be silent; Marko is another name all the same.
    """
    ours, theirs = sound_keys(word), sound_keys(other)
    least = max(len(ours[0]), len(theirs[0]))
    likeliest = {ours[0], theirs[0]} & set(ours) & set(theirs)
    return any(len(key) >= least for key in likeliest)


def has_syllables_of(found: str, listed: str) -> bool:
    """Tell whether two names have as many vowels in each word.

    What is left of a Serbian case form without its ending must: `Hasna` is no case of Hasan.

    >>> has_syllables_of("Beniamin", "Benjamin"), has_syllables_of("Hasn", "Hasan")
    (True, False)
    """
    counts = [[len(_VOWELS.findall(word)) for word in _words(name)] for name in (found, listed)]
    return counts[0] == counts[1]


def _clash(word: str, other: str) -> bool:
    pairs: Sequence[list[str]] = [
        list(map(_vowel_class, _VOWELS.findall(one))) for one in (word, other)
    ]
    if len(pairs[0]) == len(pairs[1]) and not _CLASH.isdisjoint(zip(*pairs, strict=True)):
        return True
    # Vann is no Aoun, Berada no Baradei.
    if (word[0] in _OPEN) != (other[0] in _OPEN) and not {word[0], other[0]} & _HALF_OPEN:
        return True
    ends = [one[-1] for one in pairs if one]
    vowels_end = word[-1] in _OPEN and other[-1] in _OPEN
    return vowels_end and len(ends) == 2 and tuple(ends) in _CLASH


def _words(name: str) -> list[str]:
    """Return the words of a name in small Latin letters, without articles and hyphens."""
    return " ".join(split_articles(write_latin(name).lower())).replace("-", " ").split()


def _bare(word: str) -> str:
    decomposed = unicodedata.normalize("NFD", word)
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def _vowel_class(group: str) -> str:
    group = re.sub("^[iyj]+(?=[aeou])", "", group)  # Haniya, Haniyeh
    if re.search("a[iyj]|e[iyj]", group):
        return "diphthong"
    for name, letters in (("a", "a"), ("u", "uow"), ("i", "iyj")):
        if any(letter in group for letter in letters):
            return name
    return "e"

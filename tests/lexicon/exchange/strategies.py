"""Entries as editors might write them, with what other formats trip over in their texts."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from normalize.lexicon.drafts import Draft, find_contradictions, find_misspellings
from normalize.lexicon.exchange.fields import plain_fields
from normalize.lexicon.schema import ENTRY, LANGUAGES, OneOf
from normalize.model import Entry, EntryTest, Fix, Variant
from normalize.text.language import script_of_language

WORDS = {
    "Latn": ("Homs", "Abu", "el", "Nuri", "Čačak", "İzmir", "PMF", "US", "9/11", "O'Neil", "X"),
    "Cyrl": ("Хомс", "Ђаковица", "Абас", "Аљ", "Њњ"),
    "Arab": ("حمص", "عراقچی", "علي", "خامنه\N{ZERO WIDTH NON-JOINER}ای"),
    "Hebr": ("חומס", "נתניהו"),
}
GLUE = (*" _-_, _ & _ (_; _\\_ => _ #_{_: _<_*_ | _|".split("_"), '" ')
TAGS = tuple(tag for tag in LANGUAGES if tag != "sr-Latn")
_TYPES = ENTRY.fields["type"].kind
assert isinstance(_TYPES, OneOf)
TYPES = _TYPES.values

prose = (
    st.text(st.characters(exclude_categories=("C", "Mn", "Zl", "Zp"), include_characters="\n\t"))
    .map(lambda text: f"{text}.")
    .filter(lambda text: len(text) < 100)
)


@st.composite
def spellings(draw: st.DrawFn, script: str) -> str:
    """Draw a spelling in one script."""
    words = draw(st.lists(st.sampled_from(WORDS[script]), min_size=1, max_size=3))
    glue = draw(st.lists(st.sampled_from(GLUE), min_size=len(words) - 1, max_size=len(words) - 1))
    return "".join(part for pair in zip(words, [*glue, ""], strict=True) for part in pair)


def by_language(max_size: int = 3, **required: Any) -> st.SearchStrategy[dict[str, str]]:
    """Draw texts of a few languages, each in the language's script."""
    optional = {tag: spellings(script_of_language(tag)) for tag in TAGS if tag not in required}
    return st.fixed_dictionaries(required, optional=optional)


any_script = st.sampled_from(sorted(WORDS)).flatmap(spellings)


@st.composite
def variants(draw: st.DrawFn) -> Variant:
    """Draw a variant with anything that may be said of one."""
    lang = draw(st.none() | st.sampled_from(TAGS))
    text = draw(spellings(script_of_language(lang)) if lang else any_script)
    if draw(st.booleans()):
        return Variant(text, lang, draw(st.booleans()))
    return Variant(text, lang, draw(st.booleans()), Fix.SUGGEST, draw(prose))


def _is_sound(entry: Entry) -> bool:
    draft = Draft(entry.id, plain_fields(entry), ())
    return not [*find_misspellings(draft), *find_contradictions(draft)]


optional_prose = st.none() | prose
sound_entries = st.builds(
    Entry,
    st.from_regex(r"\A[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,2}\Z"),
    st.sampled_from(TYPES),
    by_language(en=spellings("Latn")),
    short=st.just({}) | by_language(),
    acronyms=st.just({}) | by_language(),
    variants=st.lists(variants(), max_size=4, unique_by=lambda v: v.text).map(tuple),
    never=st.lists(any_script, max_size=2).map(tuple),
    context=st.just(()) | st.lists(any_script, max_size=2).map(tuple),
    well_known=st.booleans(),
    gender=st.sampled_from((None, "m", "f", "n", "mpl")),
    declension=st.just({}) | st.fixed_dictionaries({"gen": st.just("Homsa")}),
    exonym=st.booleans(),
    irregular=st.just({}) | st.fixed_dictionaries({"short": prose}),
    wikidata=st.none() | st.integers(1, 10**9).map("Q{}".format),
    source=optional_prose | st.just("https://example.org/?a=b&c=d"),
    note=optional_prose,
    tests=st.lists(
        st.builds(EntryTest, prose, prose, st.none() | st.sampled_from(TAGS)), max_size=2
    ).map(tuple),
).filter(_is_sound)
lexicons = st.lists(sound_entries, max_size=3, unique_by=lambda entry: entry.id)

"""The texts of `make demo` show what they are there to show."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pytest

from normalize import Normalizer

SAMPLES = Path(__file__).parents[1] / "demo"
NAMES = ["agency", "from-serbian", "scraped-page"]
# No sample may keep one of these, except where it is protected.
OTHER_SPELLINGS = (
    "Araqchi Arakci Arakchi Sabagh Shi'ite Shi’ite Alepo Bagdad Damask Hezbolah Hizbullah "
    "Erdoğan ash-Sham Hajat Shia' Belt"
).split()
LEFT_ALONE = {
    "agency": [
        "formerly known as al Nusra Front",
        "Sudanese traders",
        "https://rail.example/araqchi-plan.html",
    ],
    "from-serbian": ["earlier known as the Al Nusra Front", "Sudanese traders"],
    "scraped-page": [
        "Follow @SudaniRail",
        "https://levantrail.example/2024/10/arakchi-sudani-trains",
        "Photo: A. Karim/Levant Rail",
        "Hashd al-Shaabi (Popular Mobilization Forces, PMF)",
        "Pro-PMF media",
        "#Arakchi #PMF",
    ],
}
WRITTEN = {
    "agency": [
        "Iran's foreign minister, Abbas Araghchi,",
        "Araghchi's delegation",
        "Guards of the Popular Mobilization Forces (PMF), a mostly Shiite force",
        "The PMF's posts",
        "Hayat Tahrir al-Sham (HTS), formerly",
    ],
    "from-serbian": [
        "Railway from Baghdad to Aleppo",
        "Araghchi promised",
        "the Popular Mobilization Forces (PMF), who",
        "Hezbollah's trucks",
        "the Gaza Strip",
    ],
    "scraped-page": [
        "Mohammed Shia al-SudaniBaghdad’s host",
        "Araghchi stood beside",
        "Related: How the Hezbollah bread queues ended | Araghchi in Basra",
    ],
}


def read(name: str) -> str:
    """Return a sample."""
    return (SAMPLES / f"{name}.txt").read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def shipped() -> Normalizer:
    """Return a normalizer of the shipped lexicons."""
    return Normalizer.load()


@pytest.mark.parametrize("name", NAMES)
def test_sample_is_rewritten(name: str) -> None:
    """Names come out in one spelling, acronyms introduced, possessives kept."""
    text = shipped().normalize(read(name)).text
    assert [words for words in WRITTEN[name] if words not in text] == []
    free = [word for word in text.split() if "/" not in word and not word.startswith(("#", "@"))]
    assert [word for word in free for other in OTHER_SPELLINGS if other in word] == []


@pytest.mark.parametrize("name", NAMES)
def test_sample_shows_what_is_left_alone(name: str) -> None:
    """Former names, addresses, handles, credits and look-alikes stay as they are."""
    before = read(name)
    after = shipped().normalize(before).text
    assert [words for words in LEFT_ALONE[name] if words not in before] == []
    assert [words for words in LEFT_ALONE[name] if words not in after] == []


@pytest.mark.parametrize("name", NAMES)
def test_sample_stays_as_it_was_made(name: str) -> None:
    """A second run finds nothing to change."""
    assert shipped().normalize(shipped().normalize(read(name)).text).edits == ()

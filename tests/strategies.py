"""Texts that are likely to break something: names in every guise among every kind of character."""

from __future__ import annotations

from hypothesis import strategies as st

NAMES = (
    "Abbas Araqchi", "Abbas Araghchi", "Araqchi", "Arakci", "Abas Arakči", "Абас Аракчи",
    "عباس عراقچی", "عباس عراقجي", "Bashar Assad", "Bashar al-Assad", "al-Assad", "Assad",
    "بشار الأسد", "بشار الاسد", "PMF", "(PMF)", "PMU", "Popular Mobilization Forces",
    "Popular Mobilization Forces (PMF)", "National Mobilization Forces", "Hashd al-Shaabi",
    "HTS", "HTS-led", "Hayat Tahrir al-Sham", "IS", "ISIS", "Islamic State", "Daesh", "US",
    "U.S.", "US$5", "NATO", "al-Qaida", "Al Qaeda", "Alepo", "Hizbullah", "Khalifa Hifter",
    "Hifter", "LNA", "an LNA", "a Libyan National Army", "Fuad Hussein", "Hussein",
    "Saddam Husayn", "Shi'ites", "Qur’an", "Gaza Belt", "Abbas Araghcih", "Araghcih", "Hezbolalh",
    "Khalifa Hatfar", "Bashar al-Asasd", "Bašara el Asdaa", "Абаса Арчакија", "بشار الأسسد",
    "Khaleefa Hefter", "Kalife Haftera", "بشار الاسعد",
)  # fmt: skip
GLUE = (
    " ", ", ", ". ", "\n", "\r\n", "\n\n", "  ", "-", "'s ", "’ ", " (", ") ", "/", " — ", "\t",
    "\u00a0", "\u200c", "\u0640", "\u00ad", "\ufeff", "\u202b", "ß", "İ", "ﬁ", "e\u0301",
    "\U0001d400", "😀", "\ud800", "said ", "the ", "Iraq ", "Syria ", " formerly ", " aka ", "\x00",
    " [sic]", "@", "#", "`", "<b>", "http://x.y/", "rekao je da su ", "قال إن ", "Libya. ",
)  # fmt: skip

story_texts = st.lists(st.sampled_from(NAMES + GLUE), max_size=24).map("".join)
any_texts = st.text(max_size=200)
texts = st.one_of(
    story_texts, any_texts, st.builds("{}{}{}".format, story_texts, any_texts, story_texts)
)

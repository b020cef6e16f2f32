"""Words of names, in small letters, that say what sort of thing has the name."""

from __future__ import annotations

PLACES = frozenset(
    "city town village province district governorate river mount mountain lake airport street "
    "square valley island islands gulf sea bay camp region county".split()
)
BODIES = frozenset(
    "ministry party movement union council university organization organisation association "
    "institute bank company corp inc ltd agency committee front army forces brigade court league "
    "foundation group center centre office federation commission authority club fc "
    "ministarstvo stranka pokret unija savet univerzitet organizacija udruženje institut banka "
    "agencija komitet front vojska snage sud liga fond fondacija grupa centar savez komisija "
    "ministarstva stranke saveta suda fonda vlada vlade".split()
)

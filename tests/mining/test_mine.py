"""Names proposed from texts: which, in what order, and how spellings come together."""

from __future__ import annotations

from normalize.mining.proposals import Proposal, mine
from normalize.text.fold import fold_key
from tests.conftest import normalizer_for

TEXT = """\
We met Omar Dayan and his friends there.
Later on Omar Dayyan spoke about the work of the Northern Relief Fund (NRF) here.
And then Omar Dayan left with Boris Blagov today.
In town Boris Blagov paid the Northern Relief Fund for bread.
A word from Abbas Araghchi was heard, and Abbas Araghchi was pleased with it.
Then Abbas Araghchi left.
Read More
"""


def propose(text: str, rejected: tuple[str, ...] = ()) -> dict[str, Proposal]:
    """Return what is proposed of a text, by id."""
    keys = frozenset(map(fold_key, rejected))
    found = mine([text], normalizer_for({}), rejected=keys)
    return {proposal.fields["id"]: proposal for proposal in found}


def test_unlisted_names_are_proposed() -> None:
    """What comes twice, or has an acronym, is proposed; listed names and menus are not."""
    assert set(propose(TEXT)) == {"omar-dayan", "boris-blagov", "northern-relief-fund"}


def test_spellings_come_together_and_stand_first() -> None:
    """A name spelled in two ways is one proposal, ranked above one that is spelled alike."""
    found = propose(TEXT)
    assert found["omar-dayan"].fields["variants"] == ["Omar Dayyan"]
    assert next(iter(found)) == "omar-dayan"
    assert len(found["omar-dayan"].cluster.contexts()) == 3


def test_acronym_goes_with_its_long_form() -> None:
    """A defined acronym is part of the entry for its long form."""
    fields = propose(TEXT)["northern-relief-fund"].fields
    assert fields["type"] == "organisation"
    assert fields["acronyms"] == {"en": "NRF"}


def test_rejected_names_do_not_come_again() -> None:
    """A rejected spelling keeps its whole cluster out."""
    assert "omar-dayan" not in propose(TEXT, rejected=("Omar Dayyan",))


def test_scripts_and_cases_are_one_name() -> None:
    """Serbian cases in both scripts are led back to the nominative, and are no disorder."""
    text = (
        "Kako je rekao Marko Petrović, to je tako.\n"
        "Razgovarali smo sa Markom Petrovićem o tome.\n"
        "Како каже Марко Петровић, то је било давно.\n"
    )
    (proposal,) = propose(text).values()
    assert proposal.fields["names"]["sr"] == "Marko Petrović"
    assert proposal.fields["gender"] == "m"
    assert proposal.cluster.disorder == 0.0


def test_arabic_names_begin_with_a_given_name() -> None:
    """In a script without capitals a given name opens a name; verbs after it are not taken."""
    text = "قال محمد الشهري إن العمل بدأ\nوصل محمد الشهري إلى المدينة\nأكد محمد أن العمل بدأ\n"
    (proposal,) = propose(text).values()
    assert proposal.fields["names"]["ar"] == "محمد الشهري"
    assert proposal.fields["type"] == "person"

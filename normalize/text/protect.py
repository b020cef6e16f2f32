"""The parts of a text that are nobody's prose, and are left as they stand.

Blocks (code, what stands between `normalize: off` and `normalize: on`, quotations on request)
are found once for a text; whether a single name is part of a URL, an address, a handle or a
file name is asked of the few names found, which is much cheaper than looking for every URL.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_OFF_ON = re.compile(r"normalize:[ \t]*off\b.*?(?:normalize:[ \t]*on\b|\Z)", re.DOTALL)
_FENCED_CODE = re.compile(r"^[ \t]*(```+|~~~+).*?(?:^[ \t]*\1|\Z)", re.DOTALL | re.MULTILINE)
_INLINE_CODE = re.compile(r"(`+)[^`\n]+?\1(?!`)")
_MARKUP = re.compile(r"</?[A-Za-z][^<>\n]{0,2000}>|<!--.*?-->", re.DOTALL)
_QUOTATION = re.compile(r'“[^”]{1,5000}”|„[^“”]{1,5000}[“”]|«[^»]{1,5000}»|"[^"\n]{1,5000}"')

# The run of anything but white space that holds the name; what else is in it decides. Endings
# are listed, in lower case: `iKurd.net` is one thing, `Syria.Photo` two that a page glued together.
_REACH = 300
_RUN_ENDS = re.compile(r"[\s<>\"“”„«»]")
_URL = re.compile(r"[a-z][a-z0-9+.-]*://|www\.", re.IGNORECASE)
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
_DOMAIN_OR_FILE = re.compile(
    r"\w\.(?:com|net|org|info|edu|gov|int|mil|biz|tv|me|io|co|eu|uk|us|rs|ba|hr|mk|si|ru|de|fr|"
    r"iq|ir|sy|lb|il|ps|jo|sa|ae|qa|kw|bh|om|ye|eg|ly|tr|sd|ma|dz|tn|"
    r"txt|md|pdf|docx?|xlsx?|pptx?|odt|rtf|csv|tsv|json|ya?ml|xml|html?|php|aspx?|jsp|js|py|sh|"
    r"jpe?g|png|gif|webp|svg|tiff?|mp[34]|mov|avi|mkv|wav|zip|gz|tar|rar|7z|exe)"
    r"(?![\w-])"
)
_PATH = re.compile(r"(?:^|[\s(])(?:~?/|\.{1,2}/|[A-Za-z]:\\)\S|\w[\\]\w|/\w+/\w+/")
# A name between these is a word by itself, as nearly all are.
_OPENING, _CLOSING = "(“„‘«", ",;:!?)…”"
_SIC = re.compile(r"[\s’'\"”]*[\[(]sic\b", re.IGNORECASE)
_WORD_BEFORE_SIC = re.compile(rf"[^\W_]+{_SIC.pattern}", re.IGNORECASE)
# What a run has in it that may be a URL, address, tag, path, domain or file name.
_SIGN_OF_RUN = re.compile(r"[@#/\\]|(?<=\w)\.(?=\w)")
_TAG = re.compile(r"(?<![\w])[@#]\w+")


@dataclass(frozen=True, slots=True)
class Protection:
    """The protected blocks of one text, and the text for what is asked about single names."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def of(self, start: int, end: int) -> str | None:
        """Return what protects the span, such as `URL` or `[sic]`; None where nothing does."""
        at = bisect_right(self.starts, end - 1)
        if at and self.ends[at - 1] > start:
            return "block"
        return _protected_word(self.text, start, end)

    def spans(self) -> list[tuple[int, int]]:
        """Return all that is protected, in text order: blocks, URLs and the like, tags, `[sic]`.

        Slower than asking about the few names of a text; for those who change every word of it.
        """
        found = [*zip(self.starts, self.ends, strict=True), *_protected_runs(self.text)]
        if "sic" in self.text:
            found += (match.span() for match in _WORD_BEFORE_SIC.finditer(self.text))
        return merge_spans(found)


def protect(text: str, *, quotations: bool = False) -> Protection:
    """Return the protected blocks of a text; with `quotations`, quoted words are among them."""
    blocks: list[tuple[int, int]] = []
    if "normalize:" in text:
        blocks += (m.span() for m in _OFF_ON.finditer(text))
    if "```" in text or "~~~" in text:
        blocks += (m.span() for m in _FENCED_CODE.finditer(text))
    if "`" in text:
        blocks += (m.span() for m in _INLINE_CODE.finditer(text))
    if "<" in text:
        blocks += (m.span() for m in _MARKUP.finditer(text))
    if quotations:
        blocks += (m.span() for m in _QUOTATION.finditer(text))
    merged = merge_spans(blocks)
    return Protection(text, tuple(s for s, _ in merged), tuple(e for _, e in merged))


def merge_spans(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return spans in order, those that overlap or touch as one.

    >>> merge_spans([(4, 6), (0, 2), (1, 3)])
    [(0, 3), (4, 6)]
    """
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _protected_word(text: str, start: int, end: int) -> str | None:
    if _SIC.match(text, end):
        return "[sic]"
    before, after, following = text[start - 1 : start], text[end : end + 1], text[end + 1 : end + 2]
    ends = after.isspace() or after in _CLOSING or (after == "." and not following.isalnum())
    if ends and (before.isspace() or before in _OPENING):
        return None
    return _protected_run(text, start, end)


def _protected_runs(text: str) -> Iterator[tuple[int, int]]:
    done = 0
    for sign in _SIGN_OF_RUN.finditer(text):
        if sign.start() < done:
            continue
        before = _RUN_ENDS.split(text[max(done, sign.start() - _REACH) : sign.start()])[-1]
        after = _RUN_ENDS.split(text[sign.end() : sign.end() + _REACH], maxsplit=1)[0]
        start, done = sign.start() - len(before), sign.end() + len(after)
        run = text[start:done]
        url = _URL.search(run)
        if url:
            yield start + url.start(), done
        elif _is_machine_readable(run):
            yield start, done
        yield from ((start + tag.start(), start + tag.end()) for tag in _TAG.finditer(run))


def _is_machine_readable(run: str) -> bool:
    """Tell whether a run of characters is an address, a domain, a file name or a path."""
    return bool(
        ("@" in run and _ADDRESS.search(run))
        or ("." in run and _DOMAIN_OR_FILE.search(run))
        or (("/" in run or "\\" in run) and _PATH.search(run))
    )


def _protected_run(text: str, start: int, end: int) -> str | None:
    """Look at the whole run of characters that the name stands in."""
    before = _RUN_ENDS.split(text[max(0, start - _REACH) : start])[-1]
    after = _RUN_ENDS.split(text[end : end + _REACH], maxsplit=1)[0]
    run = before + text[start:end] + after
    if before.endswith(("@", "#")):
        return "handle or tag"
    if _URL.search(before) or _URL.match(text[start:end]):
        return "URL"
    if "@" in run and _ADDRESS.search(run):
        return "address"
    if "." in run and _DOMAIN_OR_FILE.search(run):
        return "domain or file name"
    if ("/" in run or "\\" in run) and _PATH.search(run):
        return "path"
    return None

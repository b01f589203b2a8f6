"""PolNeAR and plain text as training data: words on the scorers' grid, attributions as word indices.

A document is a Doc: `text`, `words` (list of (begin, end) code point offsets), `paragraphs` (list of word index ranges
between line ends) and `attributions` (list of Attribution, word index ranges, half-open).
"""
import dataclasses
import os
import re
import sys

WORD = re.compile(r"\w+|[^\w\s]", re.U)
SHARED = os.environ.get("SAYSO_SHARED", os.path.join(os.path.dirname(__file__), "..", "..", "shared"))
sys.path.insert(0, os.path.join(SHARED, "eval"))


@dataclasses.dataclass
class Attribution:
    cue: tuple
    source: list
    content: list


@dataclasses.dataclass
class Doc:
    name: str
    text: str
    words: list
    paragraphs: list
    attributions: list


def split(name, text):
    words = [(m.start(), m.end()) for m in WORD.finditer(text)]
    paragraphs, begin = [], 0
    for i in range(1, len(words) + 1):
        if i == len(words) or "\n" in text[words[i - 1][1]:words[i][0]]:
            if i > begin:
                paragraphs.append((begin, i))
            begin = i
    return Doc(name, text, words, paragraphs, [])


def word_ranges(words, pieces):
    """Word index ranges of code point spans; words that overlap a span count as inside."""
    import bisect
    starts = [b for b, _ in words]
    out = []
    for b, e in pieces:
        first = bisect.bisect_right(starts, b) - 1
        if first < 0 or words[first][1] <= b:
            first += 1
        last = bisect.bisect_left(starts, e)
        if first < last:
            out.append((first, last))
    return out


def load(folder):
    import score  # the scorer's own reader of brat files
    docs = []
    for file in sorted(os.listdir(folder)):
        if not file.endswith(".txt"):
            continue
        with open(os.path.join(folder, file), encoding="utf-8", newline="") as f:
            doc = split(file[:-4], f.read())
        for a in score.read_ann(os.path.join(folder, file[:-4] + ".ann"), doc.text):
            roles = {r: word_ranges(doc.words, a[r]) for r in a}
            if len(roles["cue"]) == 1 and roles["content"]:
                doc.attributions.append(Attribution(roles["cue"][0], roles["source"], roles["content"]))
        docs.append(doc)
    return docs


def windows(doc, sizes, limit):
    """Word ranges of whole paragraphs packed to at most `limit` units; a longer paragraph is cut. sizes: units a word."""
    out, begin, used = [], None, 0
    def close(end):
        if begin is not None and end > begin:
            out.append((begin, end))
    for b, e in doc.paragraphs:
        need = sum(sizes[b:e])
        if begin is not None and used + need > limit:
            close(b)
            begin, used = None, 0
        if need > limit:
            begin, used = b, 0
            for i in range(b, e):
                if used + sizes[i] > limit:
                    close(i)
                    begin, used = i, 0
                used += sizes[i]
            continue
        if begin is None:
            begin = b
        used += need
    close(len(doc.words))
    return out

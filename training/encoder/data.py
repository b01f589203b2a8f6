"""Windows of whole paragraphs as the encoders read them, with labels."""
import dataclasses
import random

import numpy as np

import features
import polnear
from encoder.tagger import LAYOUT_ROWS, REACH
from labels import ROLES, bio, link_labels

PIECES = 254
MARK_STATES = (1, 3, 6, 8, 9)       # opening, closing, reopening, and the single ones: src/model/features.cpp


@dataclasses.dataclass
class Window:
    doc: int
    begin: int                  # words of the document
    end: int
    pieces: list                # a list a word
    extra: np.ndarray           # (words, 3) rows of Tagger.extra
    labels: np.ndarray          # (words, 3) B/I/O of the layers
    cues: list                  # (begin, end, labels) in words of the window


def read(docs, pieces):
    """(pieces, extra rows, paragraphs) of all words of each document, from features by the engine's code."""
    out = []
    for doc, f in zip(docs, features.of_texts([doc.text for doc in docs])):
        n = len(doc.words)
        assert len(f.begin) == n, doc.name
        extra = np.stack([f.shape, f.quote, f.layout], 1).astype(np.int64) + np.array([0, *np.cumsum(LAYOUT_ROWS[:2])])
        cut = [pieces(doc.text[b:e], f.quote[i] in MARK_STATES) for i, (b, e) in enumerate(doc.words)]
        out.append((cut, extra, list(zip(f.paragraphs.tolist(), f.paragraphs[1:].tolist() + [n]))))
    return out


def documents(docs, pieces, most=PIECES):
    """Windows of polnear.Doc's, with gold labels where they have attributions."""
    out = []
    for d, (doc, (cut, extra, doc.paragraphs)) in enumerate(zip(docs, read(docs, pieces))):
        spans = {"source": sum((a.source for a in doc.attributions), []), "cue": [a.cue for a in doc.attributions],
                 "content": sum((a.content for a in doc.attributions), [])}
        layers = np.array([bio(spans[r], 0, len(doc.words)) for r in ROLES]).T.reshape(-1, 3)
        for b, e in polnear.windows(doc, [len(c) for c in cut], most):
            cues = []
            for a in doc.attributions:
                if b <= a.cue[0] and a.cue[1] <= e:
                    labels = link_labels(a, max(b, a.cue[0] - REACH), min(e, a.cue[1] + REACH))
                    cues.append((a.cue[0] - b, a.cue[1] - b, np.array(labels)))
            out.append(Window(d, b, e, cut[b:e], extra[b:e], layers[b:e], cues))
    return out


def damaged(doc, rng, share=0.15):
    """The document with some of its double quotation marks gone; words and attributions follow."""
    gone = {i for i, (b, e) in enumerate(doc.words) if doc.text[b:e] in '"“”' and rng.random() < share}
    letters = list(doc.text)
    for i in gone:
        letters[doc.words[i][0]] = " "
    before = np.cumsum([0] + [i in gone for i in range(len(doc.words))])
    def moved(pieces):
        out = [(b - int(before[b]), e - int(before[e])) for b, e in pieces]
        return [(b, e) for b, e in out if b < e]
    new = polnear.split(doc.name, "".join(letters))
    for a in doc.attributions:
        cue, content = moved([a.cue]), moved(a.content)
        if cue and content:
            new.attributions.append(polnear.Attribution(cue[0], moved(a.source), content))
    return new


def varied(docs, seed, share=0.3):
    """The documents as one pass sees them: a share has its marks in another style, or some of them missing."""
    rng = random.Random(seed)
    out = []
    for doc in docs:
        kind = rng.choice([*features.STYLES, "damaged"]) if rng.random() < share else None
        if kind == "damaged":
            doc = damaged(doc, rng)
        elif kind:
            doc = dataclasses.replace(doc, text=features.restyle(doc.text, kind))
        out.append(doc)
    return out

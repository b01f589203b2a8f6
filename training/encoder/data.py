"""Windows of whole paragraphs as the encoders read them, with labels, and their batches."""
import dataclasses
import random

import numpy as np
import torch

import features
import polnear
from encoder.pretrained import BEGIN, END
from encoder.tagger import EXTRA, LAYOUT_ROWS, REACH
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
    labels: np.ndarray          # (words, 3) B/I/O of the layers, or None
    cues: list                  # (begin, end, labels) in words of the window
    soft: np.ndarray = None     # (words, 9) log-marginals of a teacher; the cues' labels are then (words, 5) log-marginals

    @property
    def size(self):
        return sum(map(len, self.pieces))


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


def silver(shard, pieces):
    """Windows of documents that a teacher labelled: [{"text", "windows": [(begin, end, log, cues)]}], see label.py."""
    out = []
    words = read([polnear.split(d["name"], d["text"]) for d in shard], pieces)
    for d, (doc, (cut, extra, _)) in enumerate(zip(shard, words)):
        for b, e, log, cues in doc["windows"]:
            near = [(cb - b, ce - b, roles) for (cb, ce), _, roles in cues]
            out.append(Window(d, b, e, cut[b:e], extra[b:e], None, near, log))
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


def batches(windows, budget, rng=None):
    """Lists of windows of like length whose padded pieces are at most `budget`; in random order with an rng."""
    order = list(range(len(windows)))
    size = [w.size + 2 for w in windows]
    if rng:
        rng.shuffle(order)
        order = [i for k in range(0, len(order), 64) for i in sorted(order[k:k + 64], key=lambda i: size[i])]
    groups, group, longest = [], [], 0
    for i in order:
        longest = max(longest, size[i])
        if group and longest * (len(group) + 1) > budget:
            groups.append(group)
            group, longest = [], size[i]
        group.append(i)
    if group:
        groups.append(group)
    if rng:
        rng.shuffle(groups)
    return [[windows[i] for i in g] for g in groups]


def collate(items):
    """A batch: pieces padded to the longest window, words of all windows in one row (first_word: where each begins)."""
    longest = max(w.size for w in items) + 2
    n, most = len(items), max(1, max(w.end - w.begin for w in items))
    ids = np.zeros((n, longest), np.int64)
    extra = np.full((n, longest, 3), EXTRA, np.int64)
    mask = np.zeros((n, longest), bool)
    grid, live = np.zeros((n, most), np.int64), np.zeros((n, most), bool)
    first, first_word = [], []
    for k, w in enumerate(items):
        flat = [BEGIN, *(p for word in w.pieces for p in word), END]
        sizes = np.array([len(word) for word in w.pieces], np.int64)
        ids[k, : len(flat)], mask[k, : len(flat)] = flat, True
        extra[k, 1 : len(flat) - 1] = np.repeat(w.extra, sizes, 0)
        count = len(sizes)
        grid[k, :count], live[k, :count] = np.arange(len(first), len(first) + count), True
        first_word.append(len(first))
        first += (k * longest + 1 + np.cumsum(sizes) - sizes).tolist()
    batch = {"ids": torch.from_numpy(ids), "mask": torch.from_numpy(mask), "extra": torch.from_numpy(extra),
             "first": torch.tensor(first), "first_word": first_word, "sizes": [w.end - w.begin for w in items],
             "grid": torch.from_numpy(grid), "live": torch.from_numpy(live),
             "cues": [(k, b, e) for k, w in enumerate(items) for b, e, _ in w.cues],
             "labels": None, "soft": None, "roles": None, "soft_roles": None}
    roles = [r for w in items for _, _, r in w.cues]
    wide = max(map(len, roles), default=0)
    if items[0].soft is None:
        labels = np.zeros((3, n, most), np.int64)
        for k, w in enumerate(items):
            labels[:, k, : w.end - w.begin] = w.labels.T
        batch["labels"] = torch.from_numpy(labels.reshape(3 * n, most))
        batch["roles"] = torch.from_numpy(np.array([np.pad(r, (0, wide - len(r))) for r in roles], np.int64))
    else:
        soft = np.zeros((3, n, most, 3), np.float32)
        for k, w in enumerate(items):
            soft[:, k, : w.end - w.begin] = np.exp(w.soft.astype(np.float32)).reshape(-1, 3, 3).transpose(1, 0, 2)
        batch["soft"] = torch.from_numpy(soft.reshape(3 * n, most, 3))
        near = np.zeros((len(roles), wide, 5), np.float32)
        for k, r in enumerate(roles):
            near[k, : len(r)] = np.exp(r.astype(np.float32))
        batch["soft_roles"] = torch.from_numpy(near)
    return batch

"""Training examples of the fast model: windows of whole paragraphs with features, hard or soft labels, and cues."""
import dataclasses
import glob
import lzma
import os
import pickle
import random

import numpy as np
import torch

import features
import polnear
from fast import PREFIXES, REACH, SUFFIXES
from labels import ROLES, bio

WINDOW = 300
NAME_TAGS = {"PERSON": 1, "ORGANIZATION": 2, "LOCATION": 3, "MISC": 4}


@dataclasses.dataclass
class Window:
    doc: int
    begin: int
    end: int
    columns: np.ndarray            # (T, 6): word, prefix, suffix, shape, quote, layout
    breaks: np.ndarray             # (T,) 1 where a paragraph begins
    soft: np.ndarray               # (T, 9) role probabilities
    cues: list                     # (begin, end, low, soft roles (n, 5)), words of the window
    aux: np.ndarray = None         # (T, 3): name, part of speech, relation; -1 unknown


class Vocabulary:
    """Rows of the word table: 0 for what is rare, then the forms by falling frequency."""

    def __init__(self, forms):
        self.forms = np.array(forms, np.uint64)
        order = np.argsort(self.forms)
        self.sorted, self.row = self.forms[order], (order + 1).astype(np.int64)

    @staticmethod
    def count(all_features, least):
        forms, counts = np.unique(np.concatenate([f.form for f in all_features]), return_counts=True)
        keep = counts >= least
        forms, counts = forms[keep], counts[keep]
        return Vocabulary(forms[np.lexsort((forms, -counts))])

    def __len__(self):
        return len(self.forms) + 1

    def rows(self, forms):
        at = np.searchsorted(self.sorted, forms).clip(max=len(self.sorted) - 1)
        return np.where(self.sorted[at] == forms, self.row[at], 0)


def columns(f, vocabulary):
    return np.stack([vocabulary.rows(f.form), f.prefix % PREFIXES, f.suffix % SUFFIXES, f.shape, f.quote, f.layout], 1).astype(np.int32)


def one_hot(labels, size):
    return np.eye(size, dtype=np.float16)[np.asarray(labels, np.int64)]


def gold_windows(docs, feats, vocabulary, aux=None):
    out = []
    for d, (doc, f) in enumerate(zip(docs, feats)):
        rows, n = columns(f, vocabulary), len(doc.words)
        breaks = np.zeros(n, np.int32)
        breaks[f.paragraphs] = 1
        doc.paragraphs = list(zip(f.paragraphs.tolist(), f.paragraphs[1:].tolist() + [n]))
        spans = {"source": sum((a.source for a in doc.attributions), []), "cue": [a.cue for a in doc.attributions],
                 "content": sum((a.content for a in doc.attributions), [])}
        soft = np.concatenate([one_hot(bio(spans[r], 0, n), 3) for r in ROLES], 1)
        for b, e in polnear.windows(doc, [1] * n, WINDOW):
            cues = []
            for a in doc.attributions:
                if b <= a.cue[0] and a.cue[1] <= e:
                    low, high = max(b, a.cue[0] - REACH), min(e, a.cue[1] + REACH)
                    s, c = bio(a.source, low, high), bio(a.content, low, high)
                    cues.append((a.cue[0] - b, a.cue[1] - b, low - b, one_hot([y + 2 if y else x for x, y in zip(s, c)], 5)))
            out.append(Window(d, b, e, rows[b:e], breaks[b:e], soft[b:e], cues, aux[d][b:e] if aux else None))
    return out


def silver_docs(folder, most=None):
    docs = []
    for path in sorted(glob.glob(os.path.join(folder, "*.pkl"))):
        with open(path, "rb") as f:
            docs += pickle.load(f)
        if most and len(docs) >= most:
            break
    return docs


def silver_windows(docs, feats, vocabulary):
    out = []
    for d, (doc, f) in enumerate(zip(docs, feats)):
        rows = columns(f, vocabulary)
        breaks = np.zeros(len(rows), np.int32)
        breaks[f.paragraphs] = 1
        for b, e, log, cues in doc["windows"]:
            near = []
            for (cb, ce), low, roles in cues:
                at = max(low, cb - REACH)
                soft = np.exp(roles[at - low: ce + REACH - low].astype(np.float32)).astype(np.float16)
                near.append((cb - b, ce - b, at - b, soft))
            out.append(Window(-1, b, e, rows[b:e], breaks[b:e], np.exp(log.astype(np.float32)).astype(np.float16), near))
    return out


def corenlp_labels(path, docs):
    """Per document (T, 3) name, part-of-speech and relation ids from the corpus' automatic tokens; -1 where none."""
    by_name = {d.name: i for i, d in enumerate(docs)}
    ids = [{}, {}]
    out = [np.full((len(d.words), 3), -1, np.int16) for d in docs]
    starts = [np.array([b for b, _ in d.words]) for d in docs]
    doc = None
    with lzma.open(path, "rt", encoding="utf-8") as f:
        for line in f:
            if line.startswith("# doc "):
                doc = by_name.get(line[6:].rstrip("\n"))
                continue
            cell = line.rstrip("\n").split("\t")
            if doc is None or len(cell) < 9:
                continue
            first, last = np.searchsorted(starts[doc], int(cell[1])), np.searchsorted(starts[doc], int(cell[2]))
            tag = ids[0].setdefault(cell[5], len(ids[0])) if len(ids[0]) < 48 or cell[5] in ids[0] else -1
            relation = cell[8].split(":")[0]
            rel = ids[1].setdefault(relation, len(ids[1])) if len(ids[1]) < 48 or relation in ids[1] else -1
            out[doc][first:last] = (NAME_TAGS.get(cell[6], 0), tag, rel)
    return out


def batches(windows, budget, rng):
    """Lists of windows whose padded size is at most `budget` words, of like length together, in random order."""
    order = list(range(len(windows)))
    rng.shuffle(order)
    groups = []
    for k in range(0, len(order), 512):
        part = sorted(order[k:k + 512], key=lambda i: windows[i].end - windows[i].begin)
        group = []
        for i in part:
            if group and (windows[i].end - windows[i].begin) * (len(group) + 1) > budget:
                groups.append(group)
                group = []
            group.append(i)
        groups.append(group)
    rng.shuffle(groups)
    for g in groups:
        yield [windows[i] for i in g]


def collate(items, unknown=0.0, rng=None):
    """Tensors of a batch. unknown: share of words whose form is hidden, so that affixes and context are learned too."""
    n, t = len(items), max(w.end - w.begin for w in items)
    cols = np.zeros((n, t, 6), np.int64)
    live = np.zeros((n, t), bool)
    breaks = np.zeros((n, t), np.int64)
    soft = np.zeros((n, t, 9), np.float32)
    aux = np.full((n, t, 3), -1, np.int64)
    for k, w in enumerate(items):
        size = w.end - w.begin
        cols[k, :size], live[k, :size], breaks[k, :size], soft[k, :size] = w.columns, True, w.breaks, w.soft
        if w.aux is not None:
            aux[k, :size] = w.aux
    if unknown:
        cols[..., 0] *= rng.random(cols.shape[:2]) >= unknown
    return {"word": torch.from_numpy(cols[..., 0].copy()), "prefix": torch.from_numpy(cols[..., 1].copy()),
            "suffix": torch.from_numpy(cols[..., 2].copy()),
            "small": torch.from_numpy(cols[..., 3:] + np.array([0, 10, 20])), "live": torch.from_numpy(live),
            "breaks": torch.from_numpy(breaks), "soft": torch.from_numpy(soft), "aux": torch.from_numpy(aux)}


def cue_tensors(items, batch, cues):
    """cues: (window, begin, end) with words of the window. What Fast.linked takes."""
    w = torch.tensor([c[0] for c in cues])
    b, e = torch.tensor([c[1] for c in cues]), torch.tensor([c[2] for c in cues])
    size = torch.tensor([items[c[0]].end - items[c[0]].begin for c in cues])
    starts = torch.zeros_like(batch["breaks"])
    starts[w, b] = 1
    return {"window": w, "begin": b, "end": e, "low": (b - REACH).clamp(min=0), "high": torch.minimum(e + REACH, size),
            "starts": starts, "breaks": batch["breaks"]}


def cue_targets(items):
    """Cues of a batch as (window, begin, end) and their soft roles, padded (N, longest, 5)."""
    cues = [(k, b, e) for k, w in enumerate(items) for b, e, _, _ in w.cues]
    roles = [r for w in items for _, _, _, r in w.cues]
    if not cues:
        return cues, None
    longest = max(len(r) for r in roles)
    out = np.zeros((len(cues), longest, 5), np.float32)
    for k, r in enumerate(roles):
        out[k, : len(r)] = r
    return cues, torch.from_numpy(out)

"""Labels of words, their allowed sequences, and their way back to spans and to brat files."""
import collections
import os

import numpy as np
import torch

import polnear

ROLES = ("source", "cue", "content")
# From label (row) to label (column): outside, begin, inside; and of stage two: outside, source B/I, content B/I.
BIO = np.array([[1, 1, 0], [1, 1, 1], [1, 1, 1]], bool)
LINK = np.array([[1, 1, 0, 1, 0], [1, 1, 1, 1, 0], [1, 1, 1, 1, 0], [1, 1, 0, 1, 1], [1, 1, 0, 1, 1]], bool)
BIO_ALLOWED, LINK_ALLOWED = torch.from_numpy(BIO), torch.from_numpy(LINK)
SCORES = ("span.source", "span.cue", "span.content", "found", "whole")


def bio(ranges, low, high):
    out = [0] * (high - low)
    for b, e in ranges:
        for i in range(max(b, low), min(e, high)):
            out[i - low] = 1 if i == b else 2
    return out


def link_labels(attribution, low, high):
    s, c = bio(attribution.source, low, high), bio(attribution.content, low, high)
    return [y + 2 if y else x for x, y in zip(s, c)]


def viterbi(log, allowed, steps=0.0):
    """Best label sequence of (words, labels) scores under allowed[from][to] and steps[from][to]; the start is label O."""
    n, k = log.shape
    penalty = np.where(allowed, steps, -1e9)
    best, back = log[0] + penalty[0], np.zeros((n, k), np.int64)
    for i in range(1, n):
        s = best[:, None] + penalty
        back[i] = s.argmax(0)
        best = s.max(0) + log[i]
    y = [int(best.argmax())]
    for i in range(n - 1, 0, -1):
        y.append(int(back[i, y[-1]]))
    return y[::-1]


def ranges(labels, begin, inside, shift=0):
    out = []
    for i, y in enumerate(labels):
        if y == begin:
            out.append([i + shift, i + shift + 1])
        elif y == inside and out and out[-1][1] == i + shift:
            out[-1][1] += 1
    return [tuple(r) for r in out]


def write_ann(path, doc, attributions):
    def span(r):
        return doc.words[r[0]][0], doc.words[r[1] - 1][1]
    lines, n = [], 0
    for k, a in enumerate(attributions, 1):
        parts = []
        for role, pieces in (("Source", a.source), ("Cue", [a.cue]), ("Content", a.content)):
            if pieces:
                n += 1
                where = ";".join("%d %d" % span(p) for p in pieces)
                lines.append(f"T{n}\t{role} {where}\t")
                parts.append(f"{role}:T{n}")
        lines.append(f"E{k}\t" + " ".join(["Attribution:T0"] + parts))
    with open(path, "w", encoding="utf-8") as f:
        f.write("\n".join(lines))


def scores(docs, found, gold, folder):
    """Scores (SCORES and the recall of indirect speech) of found[document index], written to `folder` on the way."""
    import score
    os.makedirs(folder, exist_ok=True)
    for d, doc in enumerate(docs):
        write_ann(os.path.join(folder, doc.name + ".ann"), doc, found[d])
    counts, _ = score.score(gold, folder, (None, "indirect"))
    row = {k: counts[None][k].row()["F1"] for k in SCORES}
    row["indirect recall"] = counts["indirect"]["found"].row()["R"]
    return row


def attributions(cues):
    """Attributions of (cue, first word, labels of stage two); a cue without content is none."""
    out = []
    for cue, low, labels in cues:
        content = ranges(labels, 3, 4, low)
        if content:
            out.append(polnear.Attribution(cue, ranges(labels, 1, 2, low), content))
    return out


def empty_found():
    return collections.defaultdict(list)

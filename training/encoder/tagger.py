"""The two-stage tagger over an encoder, its losses and its decoder.

Stage one gives every word B/I/O scores in three layers (source, cue, content). Stage two, for each cue, gives the words
within REACH of it O, B/I-source, B/I-content. Both are linear-chain CRFs. n windows, w words of the batch in one row.
"""
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F

from chain import marginals, sequence_loss
from encoder.pretrained import Block
from labels import BIO, BIO_ALLOWED, LINK, LINK_ALLOWED, attributions, ranges, viterbi

REACH = 80
LAYOUT_ROWS = (10, 10, 16)      # shapes, quotation states and layouts of src/model/features.h
EXTRA = sum(LAYOUT_ROWS)


class Tagger(nn.Module):
    def __init__(self, encoder, inner=256):
        super().__init__()
        width = encoder.config["width"]
        self.encoder = encoder
        self.extra = nn.Embedding(EXTRA + 1, width)     # the last row is for pieces that belong to no word
        nn.init.zeros_(self.extra.weight)
        self.layers = nn.Linear(width, 9)
        self.word = nn.Linear(width + 9, inner)
        self.cue = nn.Linear(width, inner)
        self.distance = nn.Embedding(2 * REACH + 2, inner)
        self.link = nn.ModuleList(Block(inner, 4, 2 * inner, 0.1) for _ in range(2))
        self.roles = nn.Linear(inner, 5)
        self.steps = nn.Parameter(torch.zeros(3, 3, 3))     # added for each step from label to label, a layer
        self.link_steps = nn.Parameter(torch.zeros(5, 5))

    def stage_one(self, batch):
        """Word vectors (w, width) and scores (w, 9)."""
        x = self.encoder(batch["ids"], batch["mask"], self.extra(batch["extra"]).sum(2))
        words = x.reshape(-1, x.shape[-1])[batch["first"]].float()
        return words, self.layers(F.dropout(words, 0.1, self.training)).float()

    def stage_two(self, words, scores, cues):
        """cues: (begin, end, low, high) rows of the batch's words. Scores (cues, longest, 5), and which of them are words."""
        at, near, live = (torch.from_numpy(a) for a in cue_grid(cues))
        mean = torch.stack([words[b:e].mean(0) for b, e, _, _ in cues])
        each = self.word(torch.cat([words, scores.softmax(-1).detach()], -1))
        x = each[at] + self.cue(mean)[:, None] + self.distance(near)
        for block in self.link:
            x = block(x, live[:, None, None, :])
        return self.roles(x).float(), live


def cue_grid(cues):
    longest = max(h - l for _, _, l, h in cues)
    at = np.zeros((len(cues), longest), np.int64)
    near = np.zeros((len(cues), longest), np.int64)
    live = np.zeros((len(cues), longest), bool)
    for k, (b, e, l, h) in enumerate(cues):
        row = np.arange(l, h)
        at[k, : h - l], live[k, : h - l] = row, True
        near[k, : h - l] = np.where(row < b, row - b, np.where(row >= e, row - e + 1, 0)) + REACH
    return at, near.clip(0, 2 * REACH + 1), live


def cue_rows(batch, cues):
    """cues: (window, begin, end) in words of the batch's windows. Their rows (begin, end, low, high) in the batch."""
    out = []
    for k, b, e in cues:
        first, size = batch["first_word"][k], batch["sizes"][k]
        out.append((first + b, first + e, first + max(0, b - REACH), first + min(size, e + REACH)))
    return out


def by_window(batch, scores):
    """(w, 9) scores as (3 n, T, 3), layer after layer, and which of them are words."""
    n = len(batch["sizes"])
    padded = scores[batch["grid"]].reshape(n, -1, 3, 3).permute(2, 0, 1, 3).reshape(3 * n, -1, 3)
    return padded, batch["live"].repeat(3, 1)


def loss(model, batch):
    """Sequence loss of hard labels, cross-entropy of soft ones against the model's marginals; a mean over words."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        words, scores = model.stage_one(batch)
        rows = cue_rows(batch, batch["cues"])
        linked, near = model.stage_two(words, scores, rows) if rows else (None, None)
    one, live = by_window(batch, scores)
    steps = model.steps.repeat_interleave(len(batch["sizes"]), 0)
    out = fit(one, live, steps, BIO_ALLOWED, batch["labels"], batch["soft"]) / (live.sum() / 3)
    if rows:
        out = out + 1.5 * fit(linked, near, model.link_steps, LINK_ALLOWED, batch["roles"], batch["soft_roles"]) / near.sum()
    return out


def fit(scores, live, steps, allowed, labels, soft):
    if soft is None:
        return sequence_loss(scores, labels, live, steps, allowed)
    log = marginals(scores, live, steps, allowed)
    return -((soft * log.clamp(min=-20.0)).sum(-1) * live).sum()


@torch.no_grad()
def predict(model, batch):
    """Attributions of each window, in its words."""
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=model.half):
        words, scores = model.stage_one(batch)
    n, sizes = len(batch["sizes"]), batch["sizes"]
    steps = model.steps[1].numpy()
    cues = []
    for k in range(n):
        score = scores[batch["first_word"][k]:][: sizes[k], 3:6].numpy()
        cues += [(k, b, e) for b, e in (ranges(viterbi(score, BIO, steps), 1, 2) if sizes[k] else [])]
    decoded = [[] for _ in range(n)]
    if cues:
        rows = cue_rows(batch, cues)
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=model.half):
            linked, _ = model.stage_two(words, scores, rows)
        linked, link_steps = linked.numpy(), model.link_steps.numpy()
        for c, ((k, b, e), (_, _, low, high)) in enumerate(zip(cues, rows)):
            low, size = low - batch["first_word"][k], high - low
            decoded[k].append(((b, e), low, viterbi(linked[c, :size], LINK, link_steps)))
    return [attributions(d) for d in decoded]

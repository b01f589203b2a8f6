"""Windows as arrays of one shape, so that a batch is gathered by numbers on whatever device trains.

Every window has PLACES places for its pieces and as many for its words, every cue NEAR places for the words around it.
"""
import dataclasses

import numpy as np
import torch

from encoder.pretrained import BEGIN, END
from encoder.tagger import EXTRA, NEAR, PLACES

FIRST_INSIDE = np.array([0, 1, 1])                  # a span that began before the window begins in it
FIRST_INSIDE_LINK = np.array([0, 1, 1, 3, 3])


@dataclasses.dataclass
class Arrays:
    """n windows and their m cues, in the order of the windows."""
    doc: np.ndarray         # (n) number of the document, and
    begin: np.ndarray       # (n) the window's first word in it
    ids: torch.Tensor       # (n, PLACES) pieces
    extra: torch.Tensor     # (n, PLACES, 3) rows of Tagger.extra
    first: torch.Tensor     # (n, PLACES) place of each word's first piece
    pieces: torch.Tensor    # (n) places in use
    words: torch.Tensor     # (n)
    target: torch.Tensor    # (n, PLACES, 9) probabilities of the labels
    hard: torch.Tensor      # (n) whether these are gold
    cues: torch.Tensor      # (m, 3) window, begin, end
    near: torch.Tensor      # (m, NEAR, 5)

    def to(self, device):
        return Arrays(**{f.name: v.to(device) if torch.is_tensor(v := getattr(self, f.name)) else v
                         for f in dataclasses.fields(self)})


def join(parts):
    """Several Arrays as one; documents keep the numbers they had."""
    out, shift = {}, np.cumsum([0] + [len(p.doc) for p in parts])
    for f in dataclasses.fields(Arrays):
        rows = [getattr(p, f.name) for p in parts]
        if f.name == "cues":
            rows = [c + torch.tensor([s, 0, 0], device=c.device, dtype=c.dtype) for c, s in zip(rows, shift.tolist())]
        out[f.name] = torch.cat(rows) if torch.is_tensor(rows[0]) else np.concatenate(rows)
    return Arrays(**out)


def flat(windows):
    """What the windows hold, laid end to end."""
    cues = [(k, b, e, roles) for k, w in enumerate(windows) for b, e, roles in w.cues]
    return {"doc": np.array([w.doc for w in windows]), "begin": np.array([w.begin for w in windows]),
            "words": np.array([w.end - w.begin for w in windows]),
            "sizes": np.array([len(word) for w in windows for word in w.pieces]),
            "ids": np.array([p for w in windows for word in w.pieces for p in word], np.int16),
            "extra": np.concatenate([w.extra for w in windows]).astype(np.uint8),
            "labels": np.concatenate([w.labels for w in windows]),
            "cues": np.array([c[:3] for c in cues], np.int64).reshape(-1, 3),
            "near_sizes": np.array([len(c[3]) for c in cues], np.int64),
            "near": np.concatenate([np.asarray(c[3]) for c in cues] or [np.zeros(0, np.int64)])}


def within(sizes):
    """For rows of these sizes laid end to end: the row of each item, and its place in the row."""
    row = np.repeat(np.arange(len(sizes)), sizes)
    begins = np.cumsum(sizes) - sizes
    return row, np.arange(len(row)) - begins[row]


def unfold(windows, gold):
    """Arrays of windows (data.Window). gold: their labels become targets; else there are none, to be filled by a teacher."""
    z = flat(windows)
    n = len(z["words"])
    window, at = within(z["words"])
    pieces = np.bincount(window, z["sizes"], n).astype(np.int64)
    ids, extra = np.zeros((n, PLACES), np.int16), np.full((n, PLACES, 3), EXTRA, np.uint8)
    first = np.zeros((n, PLACES), np.int16)
    first[window, at] = np.cumsum(z["sizes"]) - z["sizes"] - (np.cumsum(pieces) - pieces)[window] + 1
    row, place = within(pieces)
    ids[:, 0], ids[np.arange(n), pieces + 1], ids[row, place + 1] = BEGIN, END, z["ids"]
    extra[row, place + 1] = np.repeat(z["extra"], z["sizes"], 0)
    return Arrays(z["doc"], z["begin"], *map(torch.from_numpy, (ids, extra, first, pieces + 2, z["words"])),
                  *(targets(z, window, at) if gold else nothing(n)))


def nothing(n):
    return (torch.zeros((0, PLACES, 9), dtype=torch.float16), torch.zeros(n, dtype=torch.bool),
            torch.zeros((0, 3), dtype=torch.long), torch.zeros((0, NEAR, 5), dtype=torch.float16))


def targets(z, window, at):
    n, m = len(z["words"]), len(z["cues"])
    labels = np.where((at == 0)[:, None], FIRST_INSIDE[z["labels"]], z["labels"])
    target = np.zeros((n, PLACES, 9), np.float16)
    for layer in range(3):
        target[window, at, 3 * layer + labels[:, layer]] = 1
    row, place = within(z["near_sizes"])
    roles = np.where(place == 0, FIRST_INSIDE_LINK[z["near"]], z["near"])
    keep = place < NEAR
    near = np.zeros((m, NEAR, 5), np.float16)
    near[row[keep], place[keep], roles[keep]] = 1
    return torch.from_numpy(target), torch.ones(n, dtype=torch.bool), torch.from_numpy(z["cues"]), torch.from_numpy(near)


def read_only(data, windows):
    """The batch of these windows for reading: without cues and targets, no longer than its longest window."""
    places, words = int(data.pieces[windows].max()), int(data.words[windows].max())
    return {"ids": data.ids[windows, :places].long(), "extra": data.extra[windows, :places].long(),
            "first": data.first[windows, :words].long(), "pieces": data.pieces[windows], "words": data.words[windows]}


def gather(data, windows, cues, slots):
    """The batch of these windows and cues (-1: none) with targets; slots: which of the batch's windows each cue stands in."""
    there, known = cues >= 0, cues.clamp(min=0)
    place = torch.where(there[:, None], data.cues[known, 1:], torch.arange(2, device=cues.device))
    return {"ids": data.ids[windows].long(), "extra": data.extra[windows].long(), "first": data.first[windows].long(),
            "pieces": data.pieces[windows], "words": data.words[windows],
            "slot": slots, "begin": place[:, 0], "end": place[:, 1], "there": there,
            "target": data.target[windows].float(), "hard": data.hard[windows], "near": data.near[known].float()}


class Plan:
    """Batches of one pass: which windows, which cues, and where these stand; the same number of each in every batch."""

    def __init__(self, data, order, size, rng, width=None):
        count = np.bincount(data.cues[:, 0].cpu().numpy(), minlength=len(data.doc))
        begin = np.cumsum(count) - count
        self.size = size
        self.windows = order[: len(order) // size * size].reshape(-1, size)
        self.width = width or int(np.quantile(count[self.windows].sum(1), 0.998)) // 8 * 8 + 8
        self.cues = np.full((len(self.windows), self.width), -1)
        self.slots = np.zeros((len(self.windows), self.width), np.int64)
        for s, windows in enumerate(self.windows):
            slot, place = within(count[windows])
            if len(slot) > self.width:      # of a few batches some cues are left out
                kept = np.sort(rng.permutation(len(slot))[: self.width])
                slot, place = slot[kept], place[kept]
            self.cues[s, : len(slot)], self.slots[s, : len(slot)] = begin[windows][slot] + place, slot

    def __len__(self):
        return len(self.windows)

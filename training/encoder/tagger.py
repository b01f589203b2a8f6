"""The two-stage tagger over an encoder, and its losses.

Stage one gives every word B/I/O scores in three layers (source, cue, content). Stage two, for each cue, gives the words
within REACH of it O, B/I-source, B/I-content. Both are linear-chain CRFs. A batch (arrays.gather) is B windows of PLACES
places and C cues, padded, so that nothing depends on the values: a step can be recorded once and played back on a GPU.
"""
import torch
from torch import nn
import torch.nn.functional as F

from chain import total
from encoder.pretrained import Block
from labels import BIO_ALLOWED, LINK_ALLOWED

REACH = 80
PLACES = 256                    # pieces of a window with its ends; as many words at most
NEAR = 2 * REACH + 16           # words near a cue, of at most 16 words
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
        """Word vectors (B, PLACES, width) and scores (B, PLACES, 9)."""
        ids = batch["ids"]
        mask = torch.arange(ids.shape[1], device=ids.device) < batch["pieces"][:, None]
        with torch.autocast(ids.device.type, enabled=False):
            counts = torch.zeros(*ids.shape, EXTRA + 1, device=ids.device)
            extra = counts.scatter_add(2, batch["extra"], torch.ones_like(batch["extra"], dtype=counts.dtype)) @ self.extra.weight
        x = self.encoder(ids, mask, extra)
        words = x.gather(1, batch["first"][..., None].expand(-1, -1, x.shape[-1])).float()
        return words, self.layers(F.dropout(words, 0.1, self.training)).float()

    def stage_two(self, words, scores, batch):
        """Scores (C, NEAR, 5) of the words near each cue, and which of them are words."""
        n, places, width = words.shape
        slot, begin, end = batch["slot"], batch["begin"], batch["end"]
        low = (begin - REACH).clamp(min=0)
        row = low[:, None] + torch.arange(NEAR, device=low.device)
        live = row < torch.minimum(batch["words"][slot], end + REACH)[:, None]
        place = torch.arange(places, device=low.device)
        inside = ((place >= begin[:, None]) & (place < end[:, None])) / (end - begin)[:, None].float()
        cover = torch.zeros(len(slot), n, places, device=low.device)
        cover.scatter_(1, slot[:, None, None].expand(-1, 1, places), inside[:, None])
        with torch.autocast(words.device.type, enabled=False):
            mean = cover.flatten(1) @ words.flatten(0, 1)
        each = self.word(torch.cat([words, scores.softmax(-1).detach()], -1)).flatten(0, 1)
        at = (slot[:, None] * places + row.clamp(max=places - 1)).flatten()
        distance = torch.where(row < begin[:, None], row - begin[:, None],
                               torch.where(row >= end[:, None], row - end[:, None] + 1, 0)) + REACH
        x = each.index_select(0, at) + self.distance.weight.index_select(0, distance.clamp(0, 2 * REACH + 1).flatten())
        x = x.view(len(slot), NEAR, -1) + self.cue(mean)[:, None]
        for block in self.link:
            x = block(x, live[:, None, None, :])
        return self.roles(x).float(), live


def by_layer(rows):
    """(B, T, 9) as (3 B, T, 3): the layers of each window are sequences of their own."""
    n, t, _ = rows.shape
    return rows.view(n, t, 3, 3).transpose(1, 2).reshape(3 * n, t, 3)


def word_live(batch):
    return torch.arange(batch["first"].shape[1], device=batch["words"].device) < batch["words"][:, None]


def loss(model, batch, half=torch.bfloat16):
    """Sequence losses: a mean over words of stage one, and 1.5 times that of stage two.

    Of gold it is the negative log-likelihood. Of a teacher's marginals it is the cross-entropy of the sequences they stand for, without
    the part of the steps, which only gold changes: its gradient is the difference of the marginals.
    """
    with torch.autocast(batch["ids"].device.type, dtype=half, enabled=half is not None, cache_enabled=False):
        words, scores = model.stage_one(batch)
        linked, near = model.stage_two(words, scores, batch)
    hard, live = batch["hard"].float(), word_live(batch)
    three = hard.repeat_interleave(3)
    steps = model.steps.repeat(len(hard), 1, 1)
    one = chain_loss(by_layer(scores), by_layer(batch["target"]), live.repeat_interleave(3, 0), steps, BIO_ALLOWED, three).sum() / live.sum()
    there = batch["there"].float()
    steps = model.link_steps.expand(len(there), 5, 5)
    two = chain_loss(linked, batch["near"], near, steps, LINK_ALLOWED, hard[batch["slot"]]) * there
    return one + 1.5 * two.sum() / (near * there[:, None]).sum().clamp(min=1)


def chain_loss(scores, target, live, steps, allowed, hard):
    """Of each sequence (N, T, K); hard (N): 1 for gold, 0 for a teacher's marginals."""
    now = hard[:, None, None]
    steps = now * steps + (1 - now) * steps.detach()
    target = target * live[..., None]
    path = (target * scores).sum((1, 2))
    start = torch.zeros_like(target[:, :1])
    start[:, :, 0] = 1
    before = torch.cat([start, target[:, :-1]], 1)
    moved = (before[..., :, None] * target[..., None, :]).sum(1)
    return total(scores, live, steps, allowed) - path - hard * (moved * steps).sum((1, 2))

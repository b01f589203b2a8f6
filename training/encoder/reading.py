"""What one model or several together make of windows: attributions, and marginals as targets for another model."""
import collections
import dataclasses

import torch
import torch.nn.functional as F

from chain import total
from encoder.arrays import read_only
from encoder.tagger import NEAR, PLACES, REACH, by_layer, word_live
from labels import BIO_ALLOWED, LINK_ALLOWED, attributions


def probabilities(scores, live, steps, allowed, best=False):
    """Marginal probabilities of the labels (N, T, K); with best the best sequence, as ones and zeros. Gradients of total()."""
    with torch.enable_grad():
        scores = scores.detach().float().requires_grad_()
        return torch.autograd.grad(total(scores, live, steps.detach(), allowed, best).sum(), scores)[0]


class Ensemble:
    """Several models read as one: their scores and steps are averaged, in both stages. One model is an ensemble too."""

    def __init__(self, models, half=torch.bfloat16):
        self.models, self.half = models, half
        self.steps = sum(m.steps.detach() for m in models) / len(models)
        self.link_steps = sum(m.link_steps.detach() for m in models) / len(models)

    @torch.no_grad()
    def __call__(self, batch):
        """(scores (B, PLACES, 9), cues (C, 3): window of the batch, begin, end; scores near them (C, NEAR, 5), their words)"""
        device = batch["ids"].device
        cast = torch.autocast(device.type, dtype=self.half or torch.bfloat16, enabled=self.half is not None)
        with cast:
            each = [m.stage_one(batch) for m in self.models]
        scores = sum(s for _, s in each) / len(each)
        live = word_live(batch)
        best = probabilities(scores[..., 3:6].contiguous(), live, self.steps[1][None], BIO_ALLOWED, best=True).argmax(-1) * live
        cues = cue_ranges(best)
        if not len(cues):
            return scores, cues, torch.zeros((0, NEAR, 5), device=device), torch.zeros((0, NEAR), dtype=torch.bool, device=device)
        near = {**batch, "slot": cues[:, 0], "begin": cues[:, 1], "end": cues[:, 2]}
        with cast:
            linked = [m.stage_two(w, s, near) for m, (w, s) in zip(self.models, each)]
        return scores, cues, sum(s for s, _ in linked) / len(linked), linked[0][1]


def cue_ranges(best):
    """(C, 3) window, begin and end of the cues in label sequences (B, T): a begin and the insides behind it."""
    inside = F.pad(best == 2, (0, 1))
    t = torch.arange(inside.shape[1], device=best.device)
    end = torch.where(inside, inside.shape[1], t).flip(1).cummin(1).values.flip(1)      # first place from here that is no inside
    row, begin = (best == 1).nonzero(as_tuple=True)
    return torch.stack([row, begin, end[row, begin + 1]], 1)


def predict(ensemble, batch):
    """Attributions of each window, in its words."""
    _, cues, linked, live = ensemble(batch)
    decoded = [[] for _ in range(len(batch["ids"]))]
    if len(cues):
        best = probabilities(linked, live, ensemble.link_steps[None], LINK_ALLOWED, best=True).argmax(-1).cpu().numpy()
        sizes = live.sum(1).tolist()
        for c, (k, b, e) in enumerate(cues.tolist()):
            decoded[k].append(((b, e), max(0, b - REACH), best[c, : sizes[c]].tolist()))
    return [attributions(d) for d in decoded]


def found_in(ensemble, data, size=64):
    """Attributions of each document of Arrays without cues."""
    found = collections.defaultdict(list)
    order = data.pieces.argsort(stable=True)
    for part in order.split(size):
        for k, attributions in zip(part.tolist(), predict(ensemble, read_only(data, part))):
            found[int(data.doc[k])] += [shifted(a, int(data.begin[k])) for a in attributions]
    return found


def shifted(a, by):
    def move(pieces):
        return [(b + by, e + by) for b, e in pieces]
    return type(a)(move([a.cue])[0], move(a.source), move(a.content))


def soft(ensemble, data, size=64):
    """The Arrays with what the ensemble makes of them as targets: its cues, and the marginals of both stages."""
    targets, cues, near, n = [], [data.cues[:0]], [data.near[:0]], len(data.doc)
    for part in torch.arange(n, device=data.ids.device).split(size):
        batch = read_only(data, part)
        scores, found, linked, live = ensemble(batch)
        p = probabilities(by_layer(scores), word_live(batch).repeat_interleave(3, 0), ensemble.steps.repeat(len(part), 1, 1), BIO_ALLOWED)
        p = p.view(len(part), 3, -1, 3).transpose(1, 2).flatten(2)
        targets.append(F.pad(p, (0, 0, 0, PLACES - p.shape[1])).half())
        if len(found):
            cues.append(found + part[0] * torch.tensor([1, 0, 0], device=found.device))
            near.append(probabilities(linked, live, ensemble.link_steps[None], LINK_ALLOWED).half())
    return dataclasses.replace(data, target=torch.cat(targets), cues=torch.cat(cues), near=torch.cat(near), hard=torch.zeros_like(data.hard))

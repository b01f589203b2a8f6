"""The fast model: hashed and listed word features, gated recurrences, and a tagger conditioned on each cue.

Shapes: B windows, T words, H width, K width of the second stage. Inference in C++ is src/model/network.cpp; both follow
docs/models.md. The recurrence is the minimal gated unit (Feng et al. 2024, "Were RNNs all we needed?"), the two stages
are those of the teacher (training/teacher.py).
"""
import torch
from torch import nn
import torch.nn.functional as F

from scan import scan

SHAPES, QUOTES, LAYOUTS = 10, 10, 16
PREFIXES, SUFFIXES = 4096, 8192
REACH = 64                     # words on either side of a cue that the second stage looks at
DISTANCES = 24
NAMES, TAGS, RELATIONS = 5, 48, 48


def rms(x, scale):
    return x * torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + 1e-6) * scale


class Layer(nn.Module):
    """x + out(relu(recurrence(in(mix(norm(x)))))); the mix is a convolution over five words, one filter a channel."""

    def __init__(self, width, inner):
        super().__init__()
        self.scale = nn.Parameter(torch.ones(width))
        self.mix = nn.Parameter(torch.randn(5, width) * 0.1)
        self.gates = nn.Linear(width, 2 * inner)
        self.out = nn.Linear(inner, width)
        with torch.no_grad():
            self.mix[2] += 1.0
            self.gates.bias[:inner].uniform_(-2.5, 1.0)

    def forward(self, x, live):
        u = rms(x, self.scale) * live
        p = F.pad(u, (0, 0, 2, 2))
        t = u.shape[1]
        u = sum(p[:, k:k + t] * self.mix[k] for k in range(5))
        z, c = self.gates(u).chunk(2, -1)
        h = scan(torch.sigmoid(z) * live, c)
        return x + self.out(F.relu(h))


def distance_bucket(d):
    """Signed distances in words -> 0 .. DISTANCES-1: exact to 6, then doubling; the cue itself is 0."""
    a = d.abs()
    far = torch.where(a <= 6, a, torch.where(a <= 8, 7, torch.where(a <= 12, 8, torch.where(a <= 20, 9, torch.where(a <= 36, 10, 11)))))
    return torch.where(d < 0, far, torch.where(d > 0, far + 12, 0))


def crossed(marks, window, at, begin, end, until):
    """How many marked words (B, T) lie between each word `at` (N, L) and its cue: in (at, until) before, [end, at] after."""
    count = F.pad(torch.cumsum(marks, 1), (1, 0))[window]
    here = count.gather(1, at + 1)
    before = count.gather(1, until.expand_as(at)) - here
    after = here - count.gather(1, end.expand_as(at))
    return torch.where(at < begin, before, torch.where(at >= end, after, 0)).clamp(min=0)


class Fast(nn.Module):
    def __init__(self, words, width=128, layers=2, link=48, inner=None, link_layers=1):
        super().__init__()
        self.width, self.link_width = width, link
        self.word = nn.Embedding(words, width)
        self.prefix = nn.Embedding(PREFIXES, width)
        self.suffix = nn.Embedding(SUFFIXES, width)
        self.small = nn.Embedding(SHAPES + QUOTES + LAYOUTS, width)
        for table in (self.prefix, self.suffix, self.small):
            nn.init.normal_(table.weight, std=0.3)
        self.layers = nn.ModuleList(Layer(width, inner or width) for _ in range(layers))
        self.scale = nn.Parameter(torch.ones(width))
        self.roles = nn.Linear(width, 9)
        self.names = nn.Linear(width, NAMES)
        self.tags = nn.Linear(width, TAGS)            # training only
        self.relations = nn.Linear(width, RELATIONS)  # training only
        self.word_link = nn.Linear(width + 9, link)
        self.cue_link = nn.Linear(width, link, bias=False)
        self.distance = nn.Embedding(DISTANCES, link)
        self.between = nn.Embedding(3 * 4, link)      # other cues between (0, 1, 2+), paragraphs between (0, 1, 2, 3+)
        for table in (self.distance, self.between):
            nn.init.normal_(table.weight, std=0.1)
        self.link = nn.ModuleList(Layer(link, 64) for _ in range(link_layers))
        self.link_scale = nn.Parameter(torch.ones(link))
        self.link_roles = nn.Linear(link, 5)
        # What is added for each step from label to label (from, to): of the three layers, and of the second stage.
        self.steps = nn.Parameter(torch.zeros(3, 3, 3))
        self.link_steps = nn.Parameter(torch.zeros(5, 5))

    def encode(self, f, drop=0.0):
        """f: word, prefix, suffix (B, T); small (B, T, 3); live (B, T). Word vectors (B, T, H) and layer logits (B, T, 9)."""
        x = self.word(f["word"]) + self.prefix(f["prefix"]) + self.suffix(f["suffix"]) + self.small(f["small"]).sum(2)
        live = f["live"][..., None].float()
        x = F.dropout(x, drop, self.training)
        first = None
        for layer in self.layers:
            x = layer(x, live)
            first = x if first is None else first
        x = F.dropout(rms(x, self.scale), drop, self.training)
        return x, self.roles(x), first

    def linked(self, x, logits, cues):
        """cues: dict of tensors: window, begin, end, low, high (N). Role logits (N, longest, 5) and which are live."""
        n = len(cues["window"])
        longest = int((cues["high"] - cues["low"]).max())
        at = cues["low"][:, None] + torch.arange(longest)
        live = at < cues["high"][:, None]
        at = at.clamp(max=x.shape[1] - 1)
        probabilities = torch.cat([logits[..., 3 * r:3 * r + 3].softmax(-1) for r in range(3)], -1).detach()
        u = self.word_link(torch.cat([x, probabilities], -1))[cues["window"][:, None], at]
        b, e = cues["begin"][:, None], cues["end"][:, None]
        d = torch.where(at < b, at - b, torch.where(at >= e, at - e + 1, 0))
        near = self.distance(distance_bucket(d)) + self.between(
            crossed(cues["starts"], cues["window"], at, b, e, b).clamp(max=2) * 4
            + crossed(cues["breaks"], cues["window"], at, b, e, b + 1).clamp(max=3))
        # The cue's vector: its first word's and its last word's, so that inference need not average.
        c = self.cue_link(x[cues["window"], cues["begin"]] + x[cues["window"], cues["end"] - 1])
        h = F.relu(u + c[:, None] + near)
        for layer in self.link:
            h = layer(h, live[..., None].float())
        return self.link_roles(rms(h, self.link_scale)), live

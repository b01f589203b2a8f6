"""The teacher: a fine-tuned encoder that labels news for the fast model. Never shipped.

  python3 training/teacher.py train  [--epochs 3] [--out .cache/teacher.pt]     fine-tune on PolNeAR train, score on dev
  python3 training/teacher.py label  [--documents 4000]                         soft labels for news articles

Two stages over windows of whole paragraphs (254 word pieces): (a) every word gets a B/I/O score in each of three layers
(source, cue, content); (b) for each cue, the words around it get O, B/I-source, B/I-content given that cue.
Training checkpoints once an epoch and resumes. Formulation and rates: docs/models.md.
"""
import argparse
import collections
import math
import os
import pickle
import random
import time

import numpy as np
import torch
from torch import nn
import torch.nn.functional as F

import polnear
from chain import marginals, sequence_loss
from encoder import Block, load_bge

PIECES = 254
REACH = 80          # words on either side of a cue that stage (b) looks at
ROLES = ("source", "cue", "content")
SHAPES = 7


def shape(word):
    if not word[0].isalnum():
        return 0
    if word.isdigit():
        return 1
    if word.islower():
        return 2
    if word.isupper():
        return 3 if len(word) > 1 else 4
    return 5 if word[0].isupper() else 6


def word_features(doc):
    """Per word: shape, line begin, space before, in quotation marks: what an uncased encoder does not see."""
    starts = {b for b, _ in doc.paragraphs}
    out, quoted = [], False
    for i, (b, e) in enumerate(doc.words):
        w = doc.text[b:e]
        if i in starts:
            quoted = False
        if w in "“" or (w == '"' and not quoted):
            quoted = True
        spaced = b == 0 or doc.text[b - 1].isspace()
        out.append(((shape(w) * 2 + (i in starts)) * 2 + spaced) * 2 + quoted)
        if w in "”" or (w == '"' and quoted and out[-2:-1] and out[-2] & 1):
            quoted = False
    return out


class Teacher(nn.Module):
    def __init__(self, encoder, width=384, inner=256):
        super().__init__()
        self.encoder = encoder
        self.extra = nn.Embedding(SHAPES * 8 + 8, width)
        nn.init.zeros_(self.extra.weight)
        self.layers = nn.Linear(width, 9)
        self.word = nn.Linear(width + 9, inner)
        self.cue = nn.Linear(width, inner)
        self.distance = nn.Embedding(2 * REACH + 2, inner)
        self.link = nn.ModuleList(Block(inner, 4, 2 * inner, 0.1) for _ in range(2))
        self.roles = nn.Linear(inner, 5)
        self.steps = nn.Parameter(torch.zeros(3, 3, 3))    # added for each step from label to label, a layer
        self.link_steps = nn.Parameter(torch.zeros(5, 5))

    def stage_a(self, batch):
        """Word vectors and layer logits of each window, flattened over the batch's words."""
        x = self.encoder(batch["ids"], batch["mask"], self.extra(batch["extra"]))
        words = x.reshape(-1, x.shape[-1])[batch["first"]].float()
        return words, self.layers(F.dropout(words, 0.1, self.training))

    def stage_b(self, words, logits, cues):
        """cues: list of (begin, end, low, high) word rows of the batch. Logits (cues, longest, 5) and a mask."""
        longest = max(h - l for _, _, l, h in cues)
        at = torch.zeros(len(cues), longest, dtype=torch.long)
        near = torch.zeros(len(cues), longest, dtype=torch.long)
        live = torch.zeros(len(cues), longest, dtype=torch.bool)
        for k, (b, e, l, h) in enumerate(cues):
            row = torch.arange(l, h)
            at[k, : h - l] = row
            near[k, : h - l] = torch.where(row < b, row - b, torch.where(row >= e, row - e + 1, 0)) + REACH
            live[k, : h - l] = True
        near.clamp_(0, 2 * REACH + 1)
        mean = torch.stack([words[b:e].mean(0) for b, e, _, _ in cues])
        each = self.word(torch.cat([words, logits.softmax(-1).detach()], -1))
        x = each[at] + self.cue(mean)[:, None] + self.distance(near)
        bias = live[:, None, None, :]
        for block in self.link:
            x = block(x, bias)
        return self.roles(x).float(), live


def bio(ranges, low, high):
    out = [0] * (high - low)
    for b, e in ranges:
        for i in range(max(b, low), min(e, high)):
            out[i - low] = 1 if i == b else 2
    return out


class Windows:
    """A document's windows with ids, features and labels; the batches that training and labelling run over."""

    def __init__(self, docs, pieces):
        self.items = []
        for d, doc in enumerate(docs):
            cut = [pieces(doc.text[b:e]) for b, e in doc.words]
            extra = word_features(doc)
            layers = [bio(sum(([a.cue] if r == "cue" else getattr(a, r) for a in doc.attributions), []), 0, len(doc.words))
                      for r in ROLES]
            for b, e in polnear.windows(doc, [len(c) for c in cut], PIECES):
                cues = [a for a in doc.attributions if b <= a.cue[0] and a.cue[1] <= e]
                self.items.append((d, b, e, cut[b:e], extra[b:e], [l[b:e] for l in layers], cues))

    def batches(self, budget, rng=None):
        order = list(range(len(self.items)))
        size = [sum(len(c) for c in it[3]) for it in self.items]
        if rng:
            rng.shuffle(order)
            order = [i for k in range(0, len(order), 64) for i in sorted(order[k:k + 64], key=lambda i: size[i])]
        out, longest = [], 0
        groups = []
        for i in order:
            longest_next = max(longest, size[i] + 2)
            if out and longest_next * (len(out) + 1) > budget:
                groups.append(out)
                out, longest_next = [], size[i] + 2
            out.append(i)
            longest = longest_next
        groups.append(out)
        if rng:
            rng.shuffle(groups)
        for g in groups:
            yield [self.items[i] for i in g]


def collate(items, cls=101, sep=102):
    longest = max(sum(len(c) for c in it[3]) for it in items) + 2
    ids = np.zeros((len(items), longest), np.int64)
    extra = np.full((len(items), longest), SHAPES * 8, np.int64)
    mask = np.zeros((len(items), longest), bool)
    first, offset, labels = [], [], []
    for k, (_, b, e, cut, feats, layers, _) in enumerate(items):
        at = 1
        ids[k, 0] = cls
        offset.append(len(first) - b)
        for piece, f in zip(cut, feats):
            first.append(k * longest + at)
            ids[k, at:at + len(piece)] = piece
            extra[k, at:at + len(piece)] = f
            at += len(piece)
        ids[k, at] = sep
        mask[k, : at + 1] = True
        labels.append(np.array(layers))
    return {"ids": torch.from_numpy(ids), "mask": torch.from_numpy(mask), "extra": torch.from_numpy(extra),
            "first": torch.tensor(first), "offset": offset, "labels": torch.from_numpy(np.concatenate(labels, 1).T.copy())}


def cue_rows(items, batch, cues_of):
    """Rows (begin, end, low, high) of each window's cues in the flattened batch, with where each came from."""
    rows, origin = [], []
    for k, it in enumerate(items):
        o, (b, e) = batch["offset"][k], it[1:3]
        for c in cues_of(k, it):
            cb, ce = c.cue if isinstance(c, polnear.Attribution) else c
            rows.append((cb + o, ce + o, max(b, cb - REACH) + o, min(e, ce + REACH) + o))
            origin.append((k, c))
    return rows, origin


def by_window(batch, items, logits):
    """Stage (a) scores and labels padded to (3 windows, T, 3), layer after layer, for the sequence loss."""
    longest, n = max(it[2] - it[1] for it in items), len(items)
    at = torch.zeros(n, longest, dtype=torch.long)
    live = torch.zeros(n, longest, dtype=torch.bool)
    for k, it in enumerate(items):
        size, first = it[2] - it[1], it[1] + batch["offset"][k]
        at[k, :size] = torch.arange(first, first + size)
        live[k, :size] = True
    scores = logits.float()[at].reshape(n, longest, 3, 3).permute(2, 0, 1, 3).reshape(3 * n, longest, 3)
    labels = batch["labels"][at].permute(2, 0, 1).reshape(3 * n, longest)
    return scores, labels, live.repeat(3, 1), at


def train_step(model, items):
    batch = collate(items)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        words, logits = model.stage_a(batch)
        rows, origin = cue_rows(items, batch, lambda k, it: it[6])
        scores, live = model.stage_b(words, logits, rows) if rows else (None, None)
    a, labels, on, _ = by_window(batch, items, logits)
    loss = sequence_loss(a, labels, on, model.steps.repeat_interleave(len(items), 0), BIO_ALLOWED) / (on.sum() / 3)
    if rows:
        want = torch.zeros(live.shape, dtype=torch.long)
        for n, ((k, a), (_, _, low, high)) in enumerate(zip(origin, rows)):
            o = batch["offset"][k]
            s, c = bio(a.source, low - o, high - o), bio(a.content, low - o, high - o)
            want[n, : high - low] = torch.tensor([y + 2 if y else x for x, y in zip(s, c)])
        loss = loss + 1.5 * sequence_loss(scores, want, live, model.link_steps, LINK_ALLOWED) / live.sum()
    return loss


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


BIO = np.array([[1, 1, 0], [1, 1, 1], [1, 1, 1]], bool)
LINK = np.array([[1, 1, 0, 1, 0], [1, 1, 1, 1, 0], [1, 1, 1, 1, 0], [1, 1, 0, 1, 1], [1, 1, 0, 1, 1]], bool)


BIO_ALLOWED, LINK_ALLOWED = torch.from_numpy(BIO), torch.from_numpy(LINK)


def ranges(labels, begin, inside, shift=0):
    out = []
    for i, y in enumerate(labels):
        if y == begin:
            out.append([i + shift, i + shift + 1])
        elif y == inside and out and out[-1][1] == i + shift:
            out[-1][1] += 1
    return [tuple(r) for r in out]


@torch.no_grad()
def predict(model, items, keep=None):
    """Attributions of each window; keep(window, word log-probabilities, [(cue, low, role log-probabilities)])."""
    batch = collate(items)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        words, logits = model.stage_a(batch)
    logits = logits.float()
    scores_a, _, on, at = by_window(batch, items, logits)
    n = len(items)
    log = marginals(scores_a, on, model.steps.repeat_interleave(n, 0), BIO_ALLOWED)
    log = log.reshape(3, n, -1, 3).permute(1, 2, 0, 3).reshape(n, -1, 9).numpy()
    cue_scores, steps = logits[:, 3:6].numpy(), model.steps[1].numpy()
    def cues_of(k, it):
        o, (b, e) = batch["offset"][k], it[1:3]
        return ranges(viterbi(cue_scores[b + o:e + o], BIO, steps), 1, 2, b) if e > b else []
    rows, origin = cue_rows(items, batch, cues_of)
    out, soft = [[] for _ in items], [[] for _ in items]
    if rows:
        with torch.autocast("cpu", dtype=torch.bfloat16):
            scores, live = model.stage_b(words, logits, rows)
        roles = marginals(scores, live, model.link_steps, LINK_ALLOWED).numpy() if keep else None
        scores, link_steps = scores.numpy(), model.link_steps.numpy()
        for c, ((k, cue), (_, _, low, high)) in enumerate(zip(origin, rows)):
            size = high - low
            y = viterbi(scores[c, :size], LINK, link_steps)
            low -= batch["offset"][k]
            content = ranges(y, 3, 4, low)
            if content:
                out[k].append(polnear.Attribution(cue, ranges(y, 1, 2, low), content))
            if keep:
                soft[k].append((cue, low, roles[c, :size]))
    if keep:
        for k, it in enumerate(items):
            keep(it, log[k, : it[2] - it[1]], soft[k])
    return out


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


def evaluate(model, docs, items, gold, folder):
    import score
    model.eval()
    os.makedirs(folder, exist_ok=True)
    found = collections.defaultdict(list)
    for batch in items.batches(1280):
        for it, out in zip(batch, predict(model, batch)):
            found[it[0]] += out
    for d, doc in enumerate(docs):
        write_ann(os.path.join(folder, doc.name + ".ann"), doc, found[d])
    counts, _ = score.score(gold, folder, (None, "indirect"))
    row = {k: counts[None][k].row()["F1"] for k in ("span.source", "span.cue", "span.content", "found", "whole")}
    row["indirect recall"] = counts["indirect"]["found"].row()["R"]
    return row


def train(args):
    torch.manual_seed(args.seed)
    random.seed(args.seed)
    encoder, pieces = load_bge()
    model = Teacher(encoder)
    polnear_dir = os.path.join(polnear.SHARED, "data", "polnear")
    dev_docs = polnear.load(os.path.join(polnear_dir, "dev"))
    dev = Windows(dev_docs, pieces)
    data = Windows(polnear.load(os.path.join(polnear_dir, "train")), pieces)
    body = [p for p in model.encoder.parameters() if p.requires_grad]
    heads = [p for n, p in model.named_parameters() if not n.startswith("encoder.")]
    opt = torch.optim.AdamW([{"params": body, "lr": args.rate}, {"params": heads, "lr": min(5e-4, 4 * args.rate)}], weight_decay=0.01)
    total = int(args.epochs * sum(1 for _ in data.batches(1280, random.Random(0))))
    warm = int(0.06 * total)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        opt, lambda s: min((s + 1) / warm, max(0.0, (total - s) / (total - warm))))
    first = 0
    if args.start:
        model.load_state_dict(torch.load(args.start)["model"], strict=False)
    if os.path.exists(args.out):
        saved = torch.load(args.out)
        model.load_state_dict(saved["model"]), opt.load_state_dict(saved["opt"]), schedule.load_state_dict(saved["schedule"])
        first = saved["epoch"]
    done = schedule.last_epoch
    for epoch in range(first, math.ceil(args.epochs)):
        model.train()
        began, sums = time.time(), 0.0
        for n, items in enumerate(data.batches(1280, random.Random(args.seed + epoch)), 1):
            loss = train_step(model, items)
            opt.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 5.0)
            opt.step()
            schedule.step()
            done += 1
            sums += float(loss.detach())
            if done >= total:
                break
            if n % 50 == 0:
                print(f"epoch {epoch + 1} step {n} loss {sums / n:.3f} {time.time() - began:.0f} s", flush=True)
        torch.save({"model": model.state_dict(), "opt": opt.state_dict(), "schedule": schedule.state_dict(),
                    "epoch": epoch + 1}, args.out)
        print(epoch + 1, evaluate(model, dev_docs, dev, os.path.join(polnear_dir, "dev"), args.out + ".dev"), flush=True)


def label(args):
    """Soft labels of news articles, in shards of 100 documents under args.silver; a shard that is there is kept."""
    import news
    encoder, pieces = load_bge()
    model = Teacher(encoder)
    model.load_state_dict(torch.load(args.out)["model"])
    model.eval()
    os.makedirs(args.silver, exist_ok=True)
    articles = news.articles(args.documents)
    part, parts = map(int, args.part.split("/"))
    for k in range(part, (len(articles) + 99) // 100, parts):
        path = os.path.join(args.silver, f"{k:04}.pkl")
        if os.path.exists(path):
            continue
        began = time.time()
        docs = [polnear.split(name, text) for name, text in articles[100 * k:100 * k + 100]]
        out = [{"name": d.name, "text": d.text, "windows": []} for d in docs]
        def keep(item, log, soft):
            d, b, e = item[:3]
            out[d]["windows"].append((b, e, log.astype(np.float16), [(c, l, r.astype(np.float16)) for c, l, r in soft]))
        for items in Windows(docs, pieces).batches(2560, random.Random(0)):
            predict(model, items, keep)
        with open(path + ".tmp", "wb") as f:
            pickle.dump(out, f)
        os.replace(path + ".tmp", path)
        words = sum(len(d.words) for d in docs)
        print(f"{path}: {words} words, {words / (time.time() - began):.0f} a second", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["train", "label"])
    parser.add_argument("--epochs", type=float, default=2.5, help="the rate falls to nothing at the end")
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--start", help="weights to begin with (for experiments)")
    parser.add_argument("--documents", type=int, default=5000)
    parser.add_argument("--silver", default=".cache/silver")
    parser.add_argument("--part", default="0/1", help="which shards: 0/2 the even ones")
    parser.add_argument("--out", default=".cache/teacher.pt")
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    os.makedirs(os.path.dirname(args.out) or ".", exist_ok=True)
    train(args) if args.what == "train" else label(args)


if __name__ == "__main__":
    main()

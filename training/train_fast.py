"""Trains the fast model: python3 training/train_fast.py [--silver .cache/silver] [--out .cache/fast.pt]

Gold is PolNeAR train with CoreNLP's tags beside it; silver is news labelled by the teacher (training/teacher.py), whose
probabilities are the targets. First both together, then gold alone. Seeded; scores on PolNeAR dev after each epoch.
"""
import argparse
import collections
import os
import random
import time

import numpy as np
import torch
from torch import nn
import torch.nn.functional as F

import calibrate
import fast_data as data
import features
import polnear
from encoder.pretrained import load_bge
from chain import sequence_loss
from fast import Fast
from labels import BIO_ALLOWED, LINK_ALLOWED, BIO, LINK, ranges, viterbi, write_ann

POLNEAR = os.path.join(polnear.SHARED, "data", "polnear")


def word_table(vocabulary, spelled, width):
    """A start for the word table: the encoder's static piece vectors, averaged over a word's pieces, rotated to `width`."""
    encoder, pieces = load_bge()
    table = encoder.word.weight.detach()
    rows = torch.zeros(len(vocabulary), table.shape[1])
    for form, word in spelled.items():
        row = int(vocabulary.rows(np.array([form], np.uint64))[0])
        if row:
            rows[row] = table[pieces(word)].mean(0)
    centred = rows[1:] - rows[1:].mean(0)
    _, _, v = torch.linalg.svd(centred[:20000], full_matrices=False)
    out = torch.zeros(len(vocabulary), width)
    out[1:] = centred @ v[:width].T
    return out / out[1:].std() * 0.5


def soft_loss(logits, target):
    return -(target * logits.log_softmax(-1)).sum(-1)


CHAIN = 0.5        # weight of the sequence loss beside the word losses, where labels are hard


def chain_losses(model, items, batch, logits, scores, target, near, cues):
    """The sequence losses of both stages on the batch's gold windows, a word."""
    gold = torch.tensor([w.aux is not None for w in items])
    live = batch["live"][gold]
    n, t = live.shape
    if n == 0:
        return 0.0
    by_layer = logits[gold].reshape(n, t, 3, 3).permute(2, 0, 1, 3).reshape(3 * n, t, 3)
    labels = batch["soft"][gold].reshape(n, t, 3, 3).argmax(-1).permute(2, 0, 1).reshape(3 * n, t)
    steps = model.steps.repeat_interleave(n, 0)
    loss = sequence_loss(by_layer, labels, live.repeat(3, 1), steps, BIO_ALLOWED) / live.sum()
    ours = torch.tensor([bool(gold[k]) for k, _, _ in cues], dtype=torch.bool)
    if ours.any():
        linked = sequence_loss(scores[ours], target[ours].argmax(-1), near[ours], model.link_steps, LINK_ALLOWED)
        loss = loss + 3.0 * linked / near[ours].sum()
    return loss * live.sum() / batch["live"].sum()


def losses(model, items, batch, drop, chain):
    x, logits, first = model.encode(batch, drop)
    live = batch["live"]
    loss = sum(soft_loss(logits[..., 3 * r:3 * r + 3], batch["soft"][..., 3 * r:3 * r + 3])[live].mean() for r in range(3))
    aux = batch["aux"]
    if (aux[..., 0] >= 0).any():
        for head, rep, k, weight in ((model.names, x, 0, 0.3), (model.tags, first, 1, 0.2), (model.relations, first, 2, 0.2)):
            known = aux[..., k] >= 0
            loss = loss + weight * F.cross_entropy(head(rep[known]), aux[..., k][known]) * known.sum() / live.sum()
    cues, target = data.cue_targets(items)
    scores = near = None
    if cues:
        scores, near = model.linked(x, logits, data.cue_tensors(items, batch, cues))
        size = min(near.shape[1], target.shape[1])
        each = soft_loss(scores[:, :size], target[:, :size])
        # Words near a label carry the decision; the far ones are mostly nothing.
        loss = loss + 3.0 * each[near[:, :size]].mean()
        scores, target, near = scores[:, :size], target[:, :size], near[:, :size]
    return loss + CHAIN * chain_losses(model, items, batch, logits, scores, target, near, cues) if chain else loss


@torch.no_grad()
def predict(model, items, measured=None):
    """Attributions of each window; `measured` collects calibrate.measures of each, in the same order."""
    batch = data.collate(items)
    x, logits, _ = model.encode(batch)
    log = torch.cat([logits[..., 3 * r:3 * r + 3].log_softmax(-1) for r in range(3)], -1).numpy()
    steps, link_steps = model.steps[1].numpy(), model.link_steps.numpy()
    cues = [(k, b, e) for k, w in enumerate(items) for b, e in ranges(viterbi(log[k, : w.end - w.begin, 3:6], BIO, steps), 1, 2)]
    out, rows = [[] for _ in items], [[] for _ in items]
    if cues:
        t = data.cue_tensors(items, batch, cues)
        scores = model.linked(x, logits, t)[0].log_softmax(-1).numpy()
        for n, (k, b, e) in enumerate(cues):
            low, high = int(t["low"][n]), int(t["high"][n])
            y = viterbi(scores[n, : high - low], LINK, link_steps)
            shift = low + items[k].begin
            content = ranges(y, 3, 4, shift)
            if content:
                out[k].append(polnear.Attribution((b + items[k].begin, e + items[k].begin), ranges(y, 1, 2, shift), content))
                cue_log = log[k, np.arange(b, e), [4] + [5] * (e - b - 1)]
                rows[k].append(calibrate.measures(cue_log, scores[n, : high - low], np.array(y)))
    if measured is not None:
        measured += [r for of_window in rows for r in of_window]
    return out


def evaluate(model, docs, windows, folder, by_kind=("indirect", "mixed", "direct")):
    import score
    model.eval()
    os.makedirs(folder, exist_ok=True)
    found = collections.defaultdict(list)
    for k in range(0, len(windows), 16):
        for w, a in zip(windows[k:k + 16], predict(model, windows[k:k + 16])):
            found[w.doc] += a
    for d, doc in enumerate(docs):
        write_ann(os.path.join(folder, doc.name + ".ann"), doc, found[d])
    counts, _ = score.score(os.path.join(POLNEAR, "dev"), folder, (None,) + by_kind)
    names = ("span.source", "span.cue", "span.content", "found", "whole", "source|found")
    row = [f"{n.split('.')[-1]} {counts[None][n].row()['F1']}" for n in names]
    return "  ".join(row + [f"R {k} {counts[k]['found'].row()['R']}" for k in by_kind])


def calibration(model, docs, windows):
    """Weights of the confidence, and the table of the model card."""
    model.eval()
    rows, right = [], []
    by_doc = collections.defaultdict(list)
    for w in windows:
        by_doc[w.doc].append(w)
    for d, of_doc in by_doc.items():
        found = [a for attributions in predict(model, of_doc, rows) for a in attributions]
        right += calibrate.judge(docs[d].attributions, found)
    weights = calibrate.fit(rows, right)
    for low, count, sure, share in calibrate.table(weights, rows, right):
        print(f"confidence {low:.1f}: {count} attributions, mean {sure}, right {share}")
    return weights


class Average:
    """Exponential moving average of the weights, which is what is kept."""

    def __init__(self, model, decay=0.998):
        self.decay, self.steps = decay, 0
        self.weights = {k: v.detach().clone() for k, v in model.state_dict().items()}

    def update(self, model):
        self.steps += 1
        decay = min(self.decay, self.steps / (self.steps + 10))
        for k, v in model.state_dict().items():
            self.weights[k].lerp_(v.detach(), 1 - decay)


def run_phase(model, windows_of_epoch, epochs, rate, args, rng, dev, name, chain=False):
    opt = torch.optim.AdamW(model.parameters(), lr=rate, weight_decay=0.01, betas=(0.9, 0.98))
    average, total, step = Average(model), None, 0
    for epoch in range(epochs):
        windows = windows_of_epoch(epoch)
        groups = list(data.batches(windows, args.batch, rng))
        total = total or epochs * len(groups)
        model.train()
        began, sums, words = time.time(), 0.0, 0
        noise = np.random.default_rng(args.seed + epoch)
        for items in groups:
            for g in opt.param_groups:
                g["lr"] = rate * min((step + 1) / 200, max(0.02, 1 - step / total))
            loss = losses(model, items, data.collate(items, args.unknown, noise), args.dropout, chain)
            opt.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 2.0)
            opt.step()
            average.update(model)
            step += 1
            sums += float(loss.detach())
            words += sum(w.end - w.begin for w in items)
        last = {k: v.clone() for k, v in model.state_dict().items()}
        model.load_state_dict(average.weights)
        print(f"{name} {epoch + 1}: loss {sums / len(groups):.3f}, {words / (time.time() - began):.0f} words/s, "
              f"{time.time() - began:.0f} s | {evaluate(model, *dev, args.out + '.dev')}", flush=True)
        if epoch + 1 < epochs:
            model.load_state_dict(last)


def restyled_gold(docs, base, rng, vocabulary, aux, share):
    """A third or so of the documents with their marks in another style; the others as they are."""
    chosen = [d for d in range(len(docs)) if rng.random() < share]
    texts = [features.restyle(docs[d].text, rng.choice(sorted(features.STYLES))) for d in chosen]
    changed = {d: f for d, f in zip(chosen, features.of_texts(texts)) if len(f.form) == len(docs[d].words)}
    feats = [changed.get(d, base[d]) for d in range(len(docs))]
    return data.gold_windows(docs, feats, vocabulary, aux)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--silver")
    parser.add_argument("--silver-documents", type=int)
    parser.add_argument("--out", default=".cache/fast.pt")
    parser.add_argument("--epochs", type=int, default=8, help="over gold and silver")
    parser.add_argument("--gold-epochs", type=int, default=1, help="over gold alone, after that")
    parser.add_argument("--gold-times", type=int, default=2, help="how often gold is seen in an epoch over both")
    parser.add_argument("--rate", type=float, default=3e-3)
    parser.add_argument("--gold-rate", type=float, default=1e-3)
    parser.add_argument("--batch", type=int, default=4096)
    parser.add_argument("--width", type=int, default=128)
    parser.add_argument("--layers", type=int, default=2)
    parser.add_argument("--inner", type=int)
    parser.add_argument("--link", type=int, default=48)
    parser.add_argument("--link-layers", type=int, default=1)
    parser.add_argument("--dropout", type=float, default=0.15)
    parser.add_argument("--unknown", type=float, default=0.1)
    parser.add_argument("--least", type=int, default=3)
    parser.add_argument("--styled", type=float, default=0.25)
    parser.add_argument("--start", help="a model of this script to go on from, with its vocabulary")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    rng = random.Random(args.seed)
    os.makedirs(os.path.dirname(args.out) or ".", exist_ok=True)

    docs = polnear.load(os.path.join(POLNEAR, "train"))
    dev_docs = polnear.load(os.path.join(POLNEAR, "dev"))
    gold, dev = (features.of_texts([d.text for d in ds]) for ds in (docs, dev_docs))
    silver_docs = data.silver_docs(args.silver, args.silver_documents) if args.silver else []
    silver = features.of_texts([d["text"] for d in silver_docs])
    start = torch.load(args.start, weights_only=False) if args.start else None
    vocabulary = data.Vocabulary(start["forms"]) if start else data.Vocabulary.count(gold + silver, args.least)
    aux = data.corenlp_labels(os.path.join(POLNEAR, "train.corenlp.tsv.xz"), docs)
    dev_windows = data.gold_windows(dev_docs, dev, vocabulary)
    silver_windows = data.silver_windows(silver_docs, silver, vocabulary)
    spelled = {}
    for text, f in [(d.text, f) for d, f in zip(docs, gold)] + [(d["text"], f) for d, f in zip(silver_docs, silver)]:
        for form, b, e in zip(f.form.tolist(), f.begin.tolist(), f.end.tolist()):
            if form not in spelled:
                spelled[form] = text[b:e].lower()
    model = Fast(len(vocabulary), args.width, args.layers, args.link, args.inner, args.link_layers)
    with torch.no_grad():
        model.word.weight.copy_(word_table(vocabulary, spelled, args.width))
    if start:
        model.load_state_dict(start["model"])
    print(f"{len(vocabulary)} words, {len(silver_docs)} silver documents", flush=True)

    def gold_of(epoch):
        return restyled_gold(docs, gold, rng, vocabulary, aux, args.styled)

    if args.epochs:
        def everything(epoch):
            return sum((gold_of(epoch) for _ in range(args.gold_times)), []) + silver_windows
        run_phase(model, everything, args.epochs, args.rate, args, rng, (dev_docs, dev_windows), "all", chain=True)
        torch.save({"model": model.state_dict(), "forms": vocabulary.forms, "args": vars(args)}, args.out + ".all")
    if args.gold_epochs:
        run_phase(model, gold_of, args.gold_epochs, args.gold_rate, args, rng, (dev_docs, dev_windows), "gold", chain=True)
    torch.save({"model": model.state_dict(), "forms": vocabulary.forms, "args": vars(args),
                "calibration": calibration(model, dev_docs, dev_windows)}, args.out)


if __name__ == "__main__":
    main()

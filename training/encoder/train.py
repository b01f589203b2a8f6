"""Fine-tunes an encoder model: python3 training/encoder/train.py --encoder mpnet --out .cache/best.pt

Gold is PolNeAR train, its marks varied each pass; silver (--silver) is news labelled by another model, whose marginals are the
targets. A checkpoint every ten minutes holds all that is needed to go on; run the same command again. Each pass ends
with the scores on PolNeAR dev, in OUT.log. Seeded.
"""
import argparse
import collections
import glob
import json
import os
import pickle
import random
import sys
import time

import torch
from torch import nn

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
import labels
import polnear
from encoder import data
from encoder.pretrained import LOADERS
from encoder.tagger import Tagger, loss, predict

POLNEAR = os.path.join(polnear.SHARED, "data", "polnear")
CHECKPOINT = 600        # seconds


def make(encoder, start=None):
    body, pieces = LOADERS[encoder]()
    model = Tagger(body)
    model.half = True
    if start:
        model.load_state_dict(torch.load(start, map_location="cpu")["model"])
    return model, pieces


def evaluate(model, docs, windows, folder):
    model.eval()
    found = labels.empty_found()
    for items in data.batches(windows, 2560):
        for w, out in zip(items, predict(model, data.collate(items))):
            found[w.doc] += [shifted(a, w.begin) for a in out]
    return labels.scores(docs, found, os.path.join(POLNEAR, "dev"), folder)


def shifted(a, by):
    def move(pieces):
        return [(b + by, e + by) for b, e in pieces]
    return polnear.Attribution(move([a.cue])[0], move(a.source), move(a.content))


def optimizer(model, rate, decay):
    """Rates fall by `decay` a layer from the top of the encoder down; heads learn faster."""
    groups = collections.defaultdict(list)
    blocks = len(model.encoder.blocks)
    for name, p in model.named_parameters():
        if not p.requires_grad:
            continue
        part = name.split(".")
        if part[0] != "encoder":
            groups[min(5e-4, 6 * rate)].append(p)
            continue
        depth = blocks - 1 - int(part[2]) if part[1] == "blocks" else blocks
        groups[rate * decay ** depth].append(p)
    return torch.optim.AdamW([{"params": p, "lr": r} for r, p in groups.items()], weight_decay=0.01)


class Stream:
    """The batches of one pass, in an order that the seed and the pass decide, so that a checkpoint's place can be found again."""

    def __init__(self, args, pieces):
        self.args, self.pieces = args, pieces
        self.gold = polnear.load(os.path.join(POLNEAR, "train"))
        self.shards = sorted(glob.glob(os.path.join(args.silver, "*.pkl")))[: args.shards] if args.silver else []

    def __call__(self, epoch):
        a = self.args
        rng = random.Random(a.seed * 1000 + epoch)
        out = []
        for k in range(a.gold_times):
            docs = data.varied(self.gold, a.seed * 1000 + 10 * epoch + k, a.varied)
            out += data.batches(data.documents(docs, self.pieces), a.budget, rng)
        part = self.shards[epoch * a.shards_a_pass:(epoch + 1) * a.shards_a_pass] if a.shards_a_pass else self.shards
        for path in part:
            with open(path, "rb") as f:
                out += data.batches(data.silver(pickle.load(f), self.pieces), a.budget, rng)
        rng.shuffle(out)
        return out


def train(args):
    torch.manual_seed(args.seed)
    model, pieces = make(args.encoder, args.start)
    model.encoder.freeze(args.freeze)
    dev_docs = polnear.load(os.path.join(POLNEAR, "dev"))
    dev = data.documents(dev_docs, pieces)
    stream = Stream(args, pieces)
    opt = optimizer(model, args.rate, args.decay)
    epoch, done, seconds = 0, 0, 0.0
    todo = stream(0)
    total = int(args.epochs * len(todo))
    warm = max(1, int(0.06 * total))
    schedule = torch.optim.lr_scheduler.LambdaLR(opt, lambda s: min((s + 1) / warm, max(0.0, (total - s) / (total - warm))))
    if os.path.exists(args.out):
        saved = torch.load(args.out, map_location="cpu")
        model.load_state_dict(saved["model"]), opt.load_state_dict(saved["opt"]), schedule.load_state_dict(saved["schedule"])
        epoch, done, seconds, total = saved["epoch"], saved["done"], saved["seconds"], saved["total"]
        torch.set_rng_state(saved["rng"])
        todo = stream(epoch) if epoch else todo
    began, kept, sums = time.time() - seconds, time.time(), collections.deque(maxlen=100)
    model.train()

    def keep():
        torch.save({"model": model.state_dict(), "opt": opt.state_dict(), "schedule": schedule.state_dict(), "epoch": epoch,
                    "done": done, "seconds": time.time() - began, "total": total, "rng": torch.get_rng_state(),
                    "config": vars(args)}, args.out + ".tmp")
        os.replace(args.out + ".tmp", args.out)

    def say(**row):
        with open(args.out + ".log", "a", encoding="utf-8") as f:
            f.write(json.dumps({"done": done, "of": total, "minutes": round((time.time() - began) / 60, 1), **row}) + "\n")

    while schedule.last_epoch < total:
        while done < len(todo) and schedule.last_epoch < total:
            value = loss(model, data.collate(todo[done]))
            opt.zero_grad()
            value.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 5.0)
            opt.step(), schedule.step()
            done += 1
            sums.append(float(value.detach()))
            if done % 50 == 0:
                say(loss=round(sum(sums) / len(sums), 4))
            if time.time() - kept > CHECKPOINT:
                keep()
                kept = time.time()
        epoch, done = epoch + 1, 0
        keep()
        say(epoch=epoch, **evaluate(model, dev_docs, dev, args.out + ".dev"))
        model.train()
        todo = stream(epoch) if schedule.last_epoch < total else []


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--encoder", choices=sorted(LOADERS), required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--start", help="weights to begin with instead of the pretrained encoder's")
    parser.add_argument("--epochs", type=float, default=3.0, help="passes; the rate falls to nothing at the end")
    parser.add_argument("--rate", type=float, default=6e-5, help="of the encoder's top layer")
    parser.add_argument("--decay", type=float, default=0.95, help="of the rate, a layer downwards")
    parser.add_argument("--freeze", type=int, default=0, help="bottom layers that stay as they are")
    parser.add_argument("--budget", type=int, default=1280, help="pieces a batch")
    parser.add_argument("--varied", type=float, default=0.3, help="share of articles with other marks")
    parser.add_argument("--gold-times", type=int, default=1, help="how often a pass sees the gold articles")
    parser.add_argument("--silver", help="folder of label.py's shards")
    parser.add_argument("--shards", type=int, default=10000)
    parser.add_argument("--shards-a-pass", type=int, default=0, help="0: all")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    os.makedirs(os.path.dirname(args.out) or ".", exist_ok=True)
    train(args)


if __name__ == "__main__":
    main()

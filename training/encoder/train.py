"""Fine-tunes an encoder model: python3 training/encoder/train.py --encoder mpnet --out .cache/teacher1.pt

Gold is PolNeAR train, its marks varied from pass to pass; silver (--silver) is what ensemble.py wrote of news. Uses a GPU where there is one.
After each pass the weights are kept, with all that is needed to go on (run the same command again), and the scores on PolNeAR dev are
written to OUT.log. Seeded.
"""
import argparse
import json
import os
import sys
import time

import numpy as np
import torch

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
import labels
import polnear
from encoder import data
from encoder.arrays import Arrays, Plan, join, unfold
from encoder.fit import fit
from encoder.pretrained import LOADERS
from encoder.reading import Ensemble, found_in
from encoder.tagger import Tagger

POLNEAR = os.path.join(polnear.SHARED, "data", "polnear")
VARIANTS = 6        # of the gold articles' marks


def make(encoder, start=None):
    body, pieces = LOADERS[encoder]()
    model = Tagger(body)
    if start:
        model.load_state_dict(torch.load(start, map_location="cpu")["model"])
    return model, pieces


def gold(pieces, share):
    """The gold articles' windows, VARIANTS times: first as they are, then with other marks in a share of them."""
    docs = polnear.load(os.path.join(POLNEAR, "train"))
    varied = [docs] + [data.varied(docs, 1000 + k, share) for k in range(1, VARIANTS)]
    return [unfold(data.documents(d, pieces), gold=True) for d in varied]


def plans(args, windows, variants, silver):
    """A Plan a pass: a share of the silver windows, each in turn, and gold in its next variants."""
    rng = np.random.default_rng(args.seed)
    ends = silver + np.cumsum([0] + variants)
    waiting, variant, out = np.zeros(0, np.int64), args.seed, []
    for _ in range(args.passes):
        want = int(args.silver_share * silver)
        while len(waiting) < want:
            waiting = np.concatenate([waiting, rng.permutation(silver)])
        order, waiting = [waiting[:want]], waiting[want:]
        for _ in range(args.gold_times):
            order.append(np.arange(ends[variant % VARIANTS], ends[variant % VARIANTS + 1]))
            variant += 1
        order = rng.permutation(np.concatenate(order))
        out.append(Plan(windows, order, args.batch, rng, out[0].width if out else None))
    return out


def windows_for(args, pieces, device):
    """All windows to train on, silver first, and a Plan a pass."""
    variants = gold(pieces, args.varied)
    silver = [Arrays(**torch.load(args.silver, weights_only=False))] if args.silver else []
    windows = join([a.to(device) for a in silver + variants])
    return windows, plans(args, windows, [len(v.doc) for v in variants], sum(len(s.doc) for s in silver))


def train(args):
    torch.manual_seed(args.seed)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    model, pieces = make(args.encoder, args.start)
    model.encoder.freeze(args.freeze)
    model.to(device)
    dev_docs = polnear.load(os.path.join(POLNEAR, "dev"))
    dev = unfold(data.documents(dev_docs, pieces), gold=False).to(device)
    windows, todo = windows_for(args, pieces, device)
    began, done, state = time.time(), 0, None
    if os.path.exists(args.out):
        saved = torch.load(args.out, map_location=device)
        model.load_state_dict(saved["model"])
        done, state = saved["passes"], saved["opt"]
        torch.manual_seed(args.seed * 1000 + done)

    def say(**row):
        with open(args.out + ".log", "a", encoding="utf-8") as f:
            f.write(json.dumps({"minutes": round((time.time() - began) / 60, 1), **row}) + "\n")

    def after(passes, opt):
        torch.save({"model": model.state_dict(), "opt": opt, "passes": passes, "config": vars(args)}, args.out + ".tmp")
        os.replace(args.out + ".tmp", args.out)
        found = found_in(Ensemble([model]), dev)
        say(passes=passes, **labels.scores(dev_docs, found, os.path.join(POLNEAR, "dev"), args.out + ".dev"))

    fit(model, windows, todo, args.rate, args.decay, say, after, done, state)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--encoder", choices=sorted(LOADERS), required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--start", help="weights to begin with instead of the pretrained encoder's")
    parser.add_argument("--passes", type=int, default=4, help="the rate falls to nothing at the end")
    parser.add_argument("--rate", type=float, default=6e-5, help="of the encoder's top layer")
    parser.add_argument("--decay", type=float, default=0.95, help="of the rate, a layer downwards")
    parser.add_argument("--freeze", type=int, default=0, help="bottom layers that stay as they are")
    parser.add_argument("--batch", type=int, default=6, help="windows")
    parser.add_argument("--varied", type=float, default=0.3, help="share of gold articles with other marks")
    parser.add_argument("--gold-times", type=int, default=1, help="how often a pass sees the gold articles")
    parser.add_argument("--silver", help="file of ensemble.py")
    parser.add_argument("--silver-share", type=float, default=0.25, help="share of the silver windows that a pass sees")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    os.makedirs(os.path.dirname(args.out) or ".", exist_ok=True)
    train(args)


if __name__ == "__main__":
    main()

"""Soft labels of news articles: python3 training/encoder/label.py .cache/best.pt models/best.sayso --silver .cache/silver

Shards of 100 articles, each with the model's marginals, for train.py and ../train_fast.py; a shard that is there is kept, so
that a run that was cut off goes on, and several may run side by side (--part). The scores are those of the exported model
in C++, several times faster than torch. Needs `./dev build sayso_features sayso_scores`.
"""
import argparse
import os
import pickle
import sys
import time

import numpy as np
import torch

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
import news
import polnear
from chain import marginals
from encoder import data
from encoder.parity import TOOL, from_tool
from encoder.pretrained import Pieces, bge_vocabulary
from labels import BIO_ALLOWED, LINK_ALLOWED


def padded(rows):
    """Matrices of different lengths as one tensor (N, longest, columns), and which rows are theirs."""
    longest = max(map(len, rows))
    live = np.arange(longest)[None] < np.array([[len(r)] for r in rows])
    return torch.from_numpy(np.stack([np.pad(r, ((0, longest - len(r)), (0, 0))) for r in rows])), torch.from_numpy(live)


def word_marginals(scores, steps):
    """Log-marginals (words, 9) of windows of scores (words, 9)."""
    out = [np.zeros(s.shape, np.float32) for s in scores]
    for layer in range(3):
        x, live = padded([s[:, 3 * layer:3 * layer + 3] for s in scores])
        for o, log in zip(out, marginals(x, live, steps[layer], BIO_ALLOWED).numpy()):
            o[:, 3 * layer:3 * layer + 3] = log[: len(o)]
    return out


def link_marginals(scores, steps):
    if not scores:
        return []
    x, live = padded(scores)
    return [log[: len(s)] for s, log in zip(scores, marginals(x, live, steps, LINK_ALLOWED).numpy())]


def labelled(tool, model_file, steps, link_steps, pieces, docs):
    """[{"name", "text", "windows": [(begin, end, log-marginals (words, 9), [(cue, low, log-marginals (words, 5))])]}]"""
    out = [{"name": d.name, "text": d.text, "windows": []} for d in docs]
    found = from_tool(tool, model_file, [d.text for d in docs])
    windows = data.documents(docs, pieces)
    logs = word_marginals([found[w.doc][0][w.begin:w.end] for w in windows], steps)
    for w, log in zip(windows, logs):
        cues = [c for c in found[w.doc][1] if w.begin <= c[0][0] < w.end]
        near = link_marginals([s for _, _, s in cues], link_steps)
        soft = [(cue, low, r.astype(np.float16)) for (cue, low, _), r in zip(cues, near)]
        out[w.doc]["windows"].append((w.begin, w.end, log.astype(np.float16), soft))
    return out


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", help="for the steps between labels")
    parser.add_argument("model")
    parser.add_argument("--tool", default=TOOL)
    parser.add_argument("--silver", default=".cache/silver")
    parser.add_argument("--documents", type=int, default=5000)
    parser.add_argument("--part", default="0/1", help="which shards: 0/2 the even ones")
    args = parser.parse_args()
    torch.set_num_threads(1)
    weights = torch.load(args.weights, map_location="cpu")["model"]
    steps, link_steps = weights["steps"], weights["link_steps"]
    pieces = Pieces(bge_vocabulary())
    os.makedirs(args.silver, exist_ok=True)
    articles = news.articles(args.documents)
    part, parts = map(int, args.part.split("/"))
    for k in range(part, (len(articles) + 99) // 100, parts):
        path = os.path.join(args.silver, f"{k:04}.pkl")
        if os.path.exists(path):
            continue
        began = time.time()
        docs = [polnear.split(name, text) for name, text in articles[100 * k:100 * k + 100]]
        with open(path + ".tmp", "wb") as f:
            pickle.dump(labelled(args.tool, args.model, steps, link_steps, pieces, docs), f)
        os.replace(path + ".tmp", path)
        words = sum(len(d.words) for d in docs)
        print(f"{path}: {words} words, {words / (time.time() - began):.0f} a second", flush=True)


if __name__ == "__main__":
    main()

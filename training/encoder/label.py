"""Soft labels of news articles: python3 training/encoder/label.py .cache/best.pt --encoder mpnet --silver .cache/silver

Shards of 100 articles, each with the model's marginals, for train.py and ../train_fast.py; a shard that is there is kept, so
that a run that was cut off goes on, and several may run side by side (--part).
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
from encoder import data
from encoder.tagger import predict
from encoder.train import make


def labelled(model, pieces, docs, budget):
    """[{"name", "text", "windows": [(begin, end, log-marginals (words, 9), [(cue, low, log-marginals (words, 5))])]}]"""
    out = [{"name": d.name, "text": d.text, "windows": []} for d in docs]
    for items in data.batches(data.documents(docs, pieces), budget):
        def keep(k, log, cues):
            w = items[k]
            soft = [((b + w.begin, e + w.begin), low + w.begin, r.astype(np.float16)) for (b, e), low, r in cues]
            out[w.doc]["windows"].append((w.begin, w.end, log.astype(np.float16), soft))
        predict(model, data.collate(items), keep=keep)
    return out


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights")
    parser.add_argument("--encoder", required=True)
    parser.add_argument("--silver", default=".cache/silver")
    parser.add_argument("--documents", type=int, default=5000)
    parser.add_argument("--part", default="0/1", help="which shards: 0/2 the even ones")
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    model, pieces = make(args.encoder, args.weights)
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
        with open(path + ".tmp", "wb") as f:
            pickle.dump(labelled(model, pieces, docs, 2560), f)
        os.replace(path + ".tmp", path)
        words = sum(len(d.words) for d in docs)
        print(f"{path}: {words} words, {words / (time.time() - began):.0f} a second", flush=True)


if __name__ == "__main__":
    main()

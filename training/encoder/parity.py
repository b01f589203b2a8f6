"""Holds the C++ encoder against torch on PolNeAR dev: python3 training/encoder/parity.py .cache/best.pt models/best.sayso

Prints the largest difference of any score, and exact span F1, found and whole of both, without the engine's rules. A model
exported with --float agrees to 1e-3 once torch's table of pieces is rounded as the file's is; one in bytes to 0.3 points. Needs `./dev build sayso_scores`.
"""
import argparse
import os
import struct
import subprocess
import sys

import numpy as np
import torch

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
import labels
import polnear
from encoder import data
from encoder.arrays import read_only, unfold
from encoder.reading import Ensemble
from encoder.tagger import REACH
from encoder.train import POLNEAR, make

TOOL = os.path.join(os.path.dirname(__file__), "..", "..", "build", "release", "sayso_scores")


def from_tool(tool, model_file, texts):
    """For each text (tokens, 9) scores and [((begin, end), low, (words, 5) scores)]."""
    blob = b"".join(struct.pack("<I", len(b)) + b for b in (t.encode("utf-8", "surrogatepass") for t in texts))
    raw = subprocess.run([tool, model_file], input=blob, stdout=subprocess.PIPE, check=True).stdout
    at, out = 0, []
    def take(kind, count):
        nonlocal at
        got = np.frombuffer(raw, kind, count, at)
        at += got.nbytes
        return got
    for _ in texts:
        n = int(take("<u4", 1)[0])
        scores = take("<f4", 9 * n).reshape(n, 9)
        cues = []
        for _ in range(int(take("<u4", 1)[0])):
            b, e, low, high = map(int, take("<u4", 4))
            cues.append(((b, e), low, take("<f4", 5 * (high - low)).reshape(-1, 5)))
        out.append((scores, cues))
    return out


def from_torch(model, windows, docs):
    """The same from torch, in f32."""
    scores = [np.zeros((len(d.words), 9), np.float32) for d in docs]
    cues = [[] for _ in docs]
    ensemble, arrays = Ensemble([model], half=None), unfold(windows, gold=False)
    for k, w in enumerate(windows):
        found, near, linked, live = ensemble(read_only(arrays, torch.tensor([k])))
        scores[w.doc][w.begin:w.end] = found[0].numpy()
        for (_, b, e), rows, words in zip(near.tolist(), linked.numpy(), live.sum(1).tolist()):
            cues[w.doc].append(((b + w.begin, e + w.begin), max(0, b - REACH) + w.begin, rows[:words]))
    return list(zip(scores, cues))


@torch.no_grad()
def round_table(table):
    scale = table.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
    table.copy_((table / scale).round().clamp(-127, 127) * scale)


def attributions(model, of_doc):
    link_steps = model.link_steps.detach().numpy()
    return labels.attributions([(c, low, labels.viterbi(s, labels.LINK, link_steps)) for c, low, s in of_doc[1]])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights")
    parser.add_argument("model")
    parser.add_argument("--articles", type=int, default=84)
    parser.add_argument("--rounded", action="store_true", help="torch with the file's table of pieces, for files of --float")
    parser.add_argument("--tool", default=TOOL)
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    model, pieces = make(torch.load(args.weights, map_location="cpu")["config"]["encoder"], args.weights)
    model.eval()
    if args.rounded:
        round_table(model.encoder.word.weight)
    docs = polnear.load(os.path.join(POLNEAR, "dev"))[: args.articles]
    ours = from_tool(args.tool, args.model, [d.text for d in docs])
    theirs = from_torch(model, data.documents(docs, pieces), docs)
    print(f"stage one: largest difference {max(np.abs(a[0] - b[0]).max() for a, b in zip(ours, theirs)):.2e}")
    pairs = [(a, b) for x, y in zip(ours, theirs) for a, b in zip(x[1], y[1]) if a[:2] == b[:2]]
    print(f"stage two: largest difference {max(np.abs(a[2] - b[2]).max() for a, b in pairs):.2e}, {len(pairs)} cues "
          f"of {sum(len(x[1]) for x in ours)} and {sum(len(y[1]) for y in theirs)}")
    for name, found in (("C++", ours), ("torch", theirs)):
        by_doc = {d: attributions(model, of_doc) for d, of_doc in enumerate(found)}
        print(name, labels.scores(docs, by_doc, os.path.join(POLNEAR, "dev"), f".cache/parity.{name}") if len(docs) == 84 else
              sum(map(len, by_doc.values())))


if __name__ == "__main__":
    main()

"""The small encoders of tests/model/data: random weights, and what torch computes with them for a text.

  python3 training/encoder/fixture.py tests/model/data

Writes tiny.sayso (f32), tiny_bytes.sayso, and tiny.txt: words; nine scores a word; then for each cue a line "begin end low" and a
line of five scores a word from low on.
"""
import os
import sys

import numpy as np
import torch

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
import polnear
from container import write
from encoder import data
from encoder.export import PRODUCTS, tensors
from encoder.parity import from_torch, round_table
from encoder.pretrained import Encoder, Pieces
from encoder.tagger import Tagger

TEXT = ("The mayor, Ann Oduya, said the bridge “will open” on Friday.\n\nNobody had told “Café Nørd” before: ‘It’s\ttrue’, "
        "she added 🙂 incomprehensibilities.\n")
WORDS = ["[PAD]", "the", "mayor", ",", "ann", "od", "##uy", "##a", "said", "bridge", "\"", "will", "open", "on", "friday", ".", "no",
         "##body", "had", "told", "cafe", "before", ":", "it", "'", "s", "true", "she", "add", "##ed", "in", "##com", "##pre", "##hen",
         "##s", "##i", "##b", "##il", "##it", "##ies", "[UNK]", "[CLS]", "[SEP]"]


def main():
    torch.manual_seed(5)
    # Numbers of the special pieces are BERT's in training code; here they are moved to the file's.
    vocabulary = {w: i for i, w in enumerate(WORDS)}
    for name, at in (("[UNK]", 100), ("[CLS]", 101), ("[SEP]", 102)):
        vocabulary[name] = at
    for i in range(103):
        if i not in vocabulary.values():
            vocabulary[f"[unused{i}]"] = i
    encoder = Encoder(width=32, layers=2, heads=2, inner=64, vocabulary=103, positions=256, eps=1e-5, relative=True)
    model = Tagger(encoder, inner=64)
    with torch.no_grad():
        for p in model.parameters():
            if p.dim() > 1:
                p.copy_(0.6 * torch.randn_like(p) / p.shape[-1] ** 0.5 * (3 if p.shape[0] in (5, 9, 103) else 1))
        model.encoder.word.weight.copy_(torch.randn_like(model.encoder.word.weight))
        round_table(model.encoder.word.weight)
    model.eval()
    docs = [polnear.split("tiny", TEXT)]
    windows = data.documents(docs, Pieces(vocabulary))
    scores, cues = from_torch(model, windows, docs)[0]
    folder = sys.argv[1]
    seen = {(kind, i, p): torch.ones(getattr(b, p).weight.shape[1]) for kind, blocks in (("block", encoder.blocks), ("link", model.link))
            for i, b in enumerate(blocks) for p in PRODUCTS}
    for name, floats in (("tiny", True), ("tiny_bytes", False)):
        write(os.path.join(folder, name + ".sayso"), tensors(model, vocabulary, {}, 0.0, floats, seen, np.zeros(6, np.float32)), 2)
    with open(os.path.join(folder, "tiny.txt"), "w", encoding="utf-8") as f:
        print(len(scores), file=f)
        for row in scores:
            print(*(f"{v:.6f}" for v in row), file=f)
        for (b, e), low, roles in cues:
            print(b, e, low, file=f)
            print(*(f"{v:.6f}" for v in roles.ravel()), file=f)
    with open(os.path.join(folder, "tiny_text.txt"), "w", encoding="utf-8", newline="") as f:
        f.write(TEXT)


if __name__ == "__main__":
    main()

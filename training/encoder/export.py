"""Writes an encoder model as model files: python3 training/encoder/export.py .cache/best.pt models/best.sayso

Products of the blocks are rounded to bytes, seven bits a weight with one scale a column; the channels of what they are applied
to are evened out first (Xiao et al. 2023, SmoothQuant) by what some training articles show. --float keeps f32, for parity
with torch. --doubt is added to the score of "no cue". Confidence is calibrated on what the exported model finds in PolNeAR dev.
Needs `./dev build sayso_features sayso_scores`.
"""
import argparse
import json
import os
import sys

import numpy as np
import torch

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
import calibrate
import labels
import polnear
from container import as_f32, as_i8, as_packed, as_text, as_u64, pad, write_parts
from encoder import data
from encoder.arrays import read_only, unfold
from encoder.pretrained import bge_vocabulary, buckets
from encoder.parity import TOOL, from_tool
from encoder.reading import Ensemble, predict
from encoder.tagger import REACH
from encoder.train import POLNEAR, make

PLACES = data.PIECES + 2
PRODUCTS = ("qkv", "out", "up", "down")
CUE_OUTSIDE = 3     # column of the scores: source, cue, content, each outside, begin, inside


def largest_inputs(model, pieces, articles=12):
    """For each product of the blocks the largest value of each channel of its input, over some training articles."""
    seen = {}
    def watch(name):
        def hook(_, inputs, __):
            most = inputs[0].detach().float().abs().reshape(-1, inputs[0].shape[-1]).amax(0)
            seen[name] = torch.maximum(seen[name], most) if name in seen else most
        return hook
    hooks = [getattr(b, p).register_forward_hook(watch((kind, i, p)))
             for kind, blocks in (("block", model.encoder.blocks), ("link", model.link))
             for i, b in enumerate(blocks) for p in PRODUCTS]
    docs = polnear.load(os.path.join(POLNEAR, "train"))[::840 // articles]
    model.eval()
    windows = unfold(data.documents(docs, pieces), gold=False)
    for k in range(len(windows.doc)):
        predict(Ensemble([model], half=None), read_only(windows, torch.tensor([k])))
    for hook in hooks:
        hook.remove()
    return seen


def evened(weight, most):
    """A factor for each channel of the input, so that rounding costs both sides alike. weight: (out, in)."""
    theirs = weight.abs().amax(0).clamp(min=1e-4)
    return (theirs / most.clamp(min=1e-4)).sqrt().clamp(1e-3, 1e3).numpy()


def block_tensors(name, block, floats, seen):
    out = {}
    for p in PRODUCTS:
        layer = getattr(block, p)
        weight = layer.weight.detach().float()
        if floats:
            out[f"{name}.{p}.weight"] = as_f32(weight.T.numpy())
        else:
            out[f"{name}.{p}.bytes"] = as_packed(weight.T.numpy(), evened(weight, seen[p]))
        out[f"{name}.{p}.bias"] = as_f32(layer.bias.detach().float().numpy())
    for p in ("norm1", "norm2"):
        norm = getattr(block, p)
        out[f"{name}.{p}.scale"], out[f"{name}.{p}.shift"] = (as_f32(t.detach().float().numpy()) for t in (norm.weight, norm.bias))
    return out


def tensors(model, vocabulary, about, doubt, floats, seen, calibration):
    m = {k: v.detach().float().numpy() for k, v in model.state_dict().items()}
    config = model.encoder.config
    width, inner = config["width"], m["roles.weight"].shape[1]
    names = [name for name, _ in sorted(vocabulary.items(), key=lambda kv: kv[1])]
    out = {"kind": as_text("encoder"), "about": as_text(json.dumps(about, sort_keys=True)),
           "heads": as_u64([config["heads"], model.link[0].heads]), "vocabulary": as_text("\n".join(names) + "\n"),
           "eps": as_f32([config["eps"], model.link[0].norm1.eps]), "position": as_f32(m["encoder.position.weight"][:PLACES]),
           "norm.scale": as_f32(m["encoder.norm.weight"]), "norm.shift": as_f32(m["encoder.norm.bias"]),
           "extra": as_f32(np.concatenate([m["extra.weight"][:-1], 3 * m["extra.weight"][-1:]])),
           "distance": as_f32(m["distance.weight"][: 2 * REACH + 1]), "cue_steps": as_f32(m["steps"][1]),
           "link_steps": as_f32(m["link_steps"]), "calibration": as_f32(calibration)}
    if config["relative"]:
        # By key - query, from 1 - PLACES to PLACES - 1; one more column rounds the row up.
        by_bucket = m["encoder.relative.weight"].T
        grid = buckets(PLACES).numpy()
        near = np.concatenate([grid[::-1, 0][:-1], grid[0], grid[0, -1:]])
        out["near"] = as_f32(by_bucket[:, near])
    def linear(name, weight, bias, columns=None):
        columns = columns or weight.shape[0]
        out[name + ".weight"], out[name + ".bias"] = as_f32(pad(weight.T, columns)), as_f32(pad(bias, columns))
    bias = m["layers.bias"].copy()
    bias[CUE_OUTSIDE] += doubt
    linear("scores", m["layers.weight"], bias, 16)
    linear("word_link", m["word.weight"][:, :width], m["word.bias"])
    linear("probability_link", pad(m["word.weight"][:, width:], 16), np.zeros(inner, np.float32))
    linear("cue_link", m["cue.weight"], m["cue.bias"])
    linear("link_scores", m["roles.weight"], m["roles.bias"], 16)
    for kind, blocks in (("link", model.link), ("block", model.encoder.blocks)):
        for i, block in enumerate(blocks):
            out.update(block_tensors(f"{kind}{i}", block, floats, {p: seen.get((kind, i, p)) for p in PRODUCTS}))
    out["word"] = as_i8(m["encoder.word.weight"])
    return out


def calibration(tool, path, steps):
    """Weights of the confidence, fitted on what the exported model finds in PolNeAR dev; prints the model card's table."""
    docs = polnear.load(os.path.join(POLNEAR, "dev"))
    rows, right = [], []
    for doc, (scores, cues) in zip(docs, from_tool(tool, path, [d.text for d in docs])):
        found = []
        for (b, e), low, roles in cues:
            tags = np.array(labels.viterbi(roles, labels.LINK, steps))
            attribution = labels.attributions([((b, e), low, tags)])
            if attribution:
                cue_log = torch.from_numpy(scores[b:e, 3:6].copy()).log_softmax(-1).numpy()
                role_log = torch.from_numpy(roles.copy()).log_softmax(-1).numpy()
                rows.append(calibrate.measures(cue_log[np.arange(e - b), [1] + [2] * (e - b - 1)], role_log, tags))
                found += attribution
        right += calibrate.judge(doc.attributions, found)
    weights = calibrate.fit(rows, right)
    for low, count, sure, share in calibrate.table(weights, rows, right):
        print(f"confidence {low:.1f}: {count} attributions, mean {sure}, right {share}")
    return weights


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights")
    parser.add_argument("out")
    parser.add_argument("--float", action="store_true", dest="floats")
    parser.add_argument("--doubt", type=float, default=0.0)
    parser.add_argument("--tool", default=TOOL)
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    saved = torch.load(args.weights, map_location="cpu")
    about = {k: saved["config"][k] for k in ("encoder", "passes", "seed", "rate")}
    model, pieces = make(about["encoder"], args.weights)
    model.eval()
    seen = {} if args.floats else largest_inputs(model, pieces)
    def written(weights):
        all_tensors = tensors(model, bge_vocabulary(), about, args.doubt, args.floats, seen, weights)
        return write_parts(args.out, all_tensors, **({"largest": 2 ** 40} if args.floats else {}))
    written(np.zeros(6, np.float32))
    for path in written(calibration(args.tool, args.out, model.link_steps.detach().numpy())):
        print(path, os.path.getsize(path))


if __name__ == "__main__":
    main()

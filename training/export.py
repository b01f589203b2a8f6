"""Writes a trained fast model as a model file: python3 training/export.py .cache/fast.pt models/fast.sayso

The container is described in src/model/model_file.h. Tables of words and affixes are rounded to 8 bits a value with one
scale a row; the rest stays f32.
"""
import json
import sys

import numpy as np
import torch

from container import as_f32, as_i8, as_text, as_u64, pad, write

def tensors(saved):
    m = {k: v.float().numpy() for k, v in saved["model"].items()}
    width = m["scale"].shape[0]
    out = {"kind": as_text("fast"), "about": as_text(json.dumps(saved.get("about", saved["args"]), sort_keys=True)),
           "forms": as_u64(saved["forms"]),
           "word": as_i8(m["word.weight"]), "prefix": as_i8(m["prefix.weight"]), "suffix": as_i8(m["suffix.weight"]),
           "small": as_f32(m["small.weight"]), "scale": as_f32(m["scale"]), "link_scale": as_f32(m["link_scale"]),
           "distance": as_f32(m["distance.weight"]), "between": as_f32(m["between.weight"]),
           "calibration": as_f32(np.asarray(saved.get("calibration", [0] * 8), np.float32))}
    out["cue_steps"], out["link_steps"] = as_f32(m["steps"][1]), as_f32(m["link_steps"])
    def linear(name, weight, bias, columns=None):
        columns = columns or weight.shape[0]
        out[name + ".weight"] = as_f32(pad(weight.T, columns))
        out[name + ".bias"] = as_f32(pad(bias, columns))
    linear("scores", np.concatenate([m["roles.weight"], m["names.weight"]]),
           np.concatenate([m["roles.bias"], m["names.bias"]]), 16)
    linear("link_scores", m["link_roles.weight"], m["link_roles.bias"], 16)
    k = m["word_link.weight"].shape[0]
    linear("word_link", m["word_link.weight"][:, :width], m["word_link.bias"])
    linear("probability_link", pad(m["word_link.weight"][:, width:], 16), np.zeros(k, np.float32))
    linear("cue_link", m["cue_link.weight"], np.zeros(k, np.float32))
    for ours, theirs in (("layer", "layers"), ("link", "link")):
        for i in range(sum(1 for name in m if name.startswith(theirs + ".") and name.endswith(".mix"))):
            p = f"{theirs}.{i}."
            out[f"{ours}{i}.scale"], out[f"{ours}{i}.mix"] = as_f32(m[p + "scale"]), as_f32(m[p + "mix"])
            linear(f"{ours}{i}.gates", m[p + "gates.weight"], m[p + "gates.bias"])
            linear(f"{ours}{i}.out", m[p + "out.weight"], m[p + "out.bias"])
    return out


def main():
    saved = torch.load(sys.argv[1], weights_only=False)
    write(sys.argv[2], tensors(saved), version=1)


if __name__ == "__main__":
    main()

"""Averages two models of one run, weight by weight, and calibrates the result: average.py A.pt B.pt SHARE-OF-B CUE-DOUBT OUT.pt

B must have gone on from A (train_fast.py --start): averages of such neighbours score as well as the better one or above
it (Wortsman et al. 2022, "Model soups"). CUE-DOUBT is added to the score of "no cue": a cue with a wrong end costs precision
and recall, so that exact spans are best with fewer cues than the likeliest labels give; 0.25 was chosen on PolNeAR dev.
"""
import os
import sys

import torch

import fast_data as data
import features
import polnear
from fast import Fast
from train_fast import POLNEAR, calibration, evaluate


CUE_OUTSIDE = 3    # row of the roles: source, cue, content, each outside, begin, inside


def main():
    a, b = (torch.load(path, weights_only=False) for path in sys.argv[1:3])
    share = float(sys.argv[3])
    b["model"] = {k: torch.lerp(a["model"][k].float(), b["model"][k].float(), share) for k in b["model"]}
    b["model"]["roles.bias"][CUE_OUTSIDE] += float(sys.argv[4])
    args, vocabulary = b["args"], data.Vocabulary(b["forms"])
    model = Fast(len(vocabulary), args["width"], args["layers"], args["link"], args["inner"], args["link_layers"])
    model.load_state_dict(b["model"])
    docs = polnear.load(os.path.join(POLNEAR, "dev"))
    windows = data.gold_windows(docs, features.of_texts([d.text for d in docs]), vocabulary)
    print(evaluate(model, docs, windows, sys.argv[5] + ".dev"))
    b["calibration"] = calibration(model, docs, windows)
    torch.save(b, sys.argv[5])


if __name__ == "__main__":
    main()

"""What several models together make of news, as silver for train.py: ensemble.py .cache/teacher*.pt --out .cache/silver.pt

The models' scores are averaged; kept are the cues they give and the marginals of all labels. An article in seven has its quotation marks
in another style. Prints the models' common scores on PolNeAR dev first. 27 million words take four models two minutes on a GPU, days on a CPU.
"""
import argparse
import json
import os
import random
import sys

import torch

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
import features
import labels
import news
import polnear
from encoder import data
from encoder.arrays import join, unfold
from encoder.reading import Ensemble, found_in, soft
from encoder.train import POLNEAR, make


def windows_of(articles, pieces, share=1 / 7, seed=5):
    """The articles' windows, 500 articles at a time."""
    rng = random.Random(seed)
    for at in range(0, len(articles), 500):
        docs = []
        for name, text in articles[at:at + 500]:
            restyled = rng.random() < share
            docs.append(polnear.split(name, features.restyle(text, rng.choice([*features.STYLES])) if restyled else text))
        yield unfold(data.documents(docs, pieces), gold=False)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", nargs="+")
    parser.add_argument("--out", required=True)
    parser.add_argument("--documents", type=int, default=30000)
    args = parser.parse_args()
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    made = [make(torch.load(w, map_location="cpu")["config"]["encoder"], w) for w in args.weights]
    pieces, ensemble = made[0][1], Ensemble([model.to(device).eval() for model, _ in made])
    docs = polnear.load(os.path.join(POLNEAR, "dev"))
    dev = unfold(data.documents(docs, pieces), gold=False).to(device)
    print(json.dumps(labels.scores(docs, found_in(ensemble, dev), os.path.join(POLNEAR, "dev"), args.out + ".dev")), flush=True)
    parts = []
    for windows in windows_of(news.articles(args.documents), pieces):
        labelled = soft(ensemble, windows.to(device)).to("cpu")
        parts.append(labelled)
        print(f"{sum(len(p.doc) for p in parts)} windows, {sum(len(p.cues) for p in parts)} cues", flush=True)
    torch.save(vars(join(parts)), args.out)


if __name__ == "__main__":
    main()

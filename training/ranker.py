"""Trains the weights of src/extract/candidates.h: who is meant by "he" and "she".

  python3 training/ranker.py [--write] [--rounds N]

Conditional log-linear model over the candidates of each question, by Adam on the log-likelihood, in plain Python. Trained on PolNeAR
train (CoreNLP's chains), OntoGUM without its news, interviews and biographies, ../shared/data/stories and two thirds of tests/stories; held
out are PolNeAR dev and those three of OntoGUM. What was "he" before is seen as the engine of the last round saw it, so the
program is built again after each round. Prints how often the first candidate is the right one where there are two or more.
"""
import argparse, glob, math, os, random, re, subprocess

import ranker_data as data

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SHARED = os.path.join(os.path.dirname(ROOT), "shared", "data")
TABLE = os.path.join(ROOT, "src", "extract", "ranker_weights.inc")
BUILD = os.path.join(ROOT, "build", "release")
CACHE = os.path.join(ROOT, ".cache", "gum")
HELD_OUT = ("news", "interview", "bio")
PASSES, BATCH, RATE, DECAY = 12, 256, 0.05, 1.0
TIMES = {"PolNeAR train, silver": 1, "OntoGUM, other": 2, "stories": 4}


def polnear(part):
    chains = data.polnear_chains(os.path.join(SHARED, "polnear", part + ".corenlp.tsv.xz"))
    for document in ask(sorted(glob.glob(os.path.join(SHARED, "polnear", part, "*.txt")))):
        name = os.path.basename(document["path"])[:-len(".txt")]
        yield from data.by_chains(document, chains.get(name, []), data.read(document["path"]))


def gum(wanted):
    os.makedirs(CACHE, exist_ok=True)
    chains = {}
    for path in sorted(glob.glob(os.path.join(SHARED, "treebank", "gum", "coref", "ontogum", "conllu", "*.conllu"))):
        if wanted(os.path.basename(path).split("_")[1]):
            copy = os.path.join(CACHE, os.path.basename(path)[:-len(".conllu")] + ".txt")
            text, chains[copy] = data.gum_document(path)
            with open(copy, "w", encoding="utf-8", newline="") as f:
                f.write(text)
    for document in ask(sorted(chains)):
        yield from data.by_chains(document, chains[document["path"]], data.read(document["path"]))


def stories():
    own = sorted(glob.glob(os.path.join(ROOT, "tests", "stories", "*.txt")))
    kept = [path for i, path in enumerate(own) if i % 3 != 2]  # each third one is kept apart
    for document in ask(kept + sorted(glob.glob(os.path.join(SHARED, "stories", "*.txt")))):
        yield from data.by_story(document)


def ask(texts):
    return data.ask(os.path.join(BUILD, "sayso_candidates"), texts)


def with_choice(questions):
    return [(right, rows) for right, rows in questions if len(rows) > 1]


def beliefs(weights, rows):
    sums = [sum(w * x for w, x in zip(weights, row)) for row in rows]
    top = max(sums)
    parts = [math.exp(s - top) for s in sums]
    return [part / sum(parts) for part in parts]


def train(questions, size):
    weights, mean, square, step = [0.0] * size, [0.0] * size, [0.0] * size, 0
    order, draw = list(questions), random.Random(1)
    for done in range(PASSES):
        draw.shuffle(order)
        for begin in range(0, len(order), BATCH):
            batch = order[begin:begin + BATCH]
            slope = [DECAY * w / len(order) for w in weights]
            for right, rows in batch:
                for i, (belief, row) in enumerate(zip(beliefs(weights, rows), rows)):
                    for j, x in enumerate(row):
                        slope[j] += (belief - (i == right)) * x / len(batch)
            step += 1
            rate = RATE * (1 - done / PASSES)
            for j, s in enumerate(slope):
                mean[j] = 0.9 * mean[j] + 0.1 * s
                square[j] = 0.999 * square[j] + 0.001 * s * s
                weights[j] -= rate * (mean[j] / (1 - 0.9**step)) / (math.sqrt(square[j] / (1 - 0.999**step)) + 1e-8)
    return weights


def report(name, questions, weights):
    found = [beliefs(weights, rows) for _, rows in questions]
    right = sum(b.index(max(b)) == gold for b, (gold, _) in zip(found, questions))
    loss = -sum(math.log(b[gold]) for b, (gold, _) in zip(found, questions)) / len(questions)
    print(f"  {name:38}{len(questions):>7}{100 * right / len(questions):>8.1f} %   log loss {loss:.3f}")


def names_in_table():
    return re.findall(r'"(\w+)"', data.read(TABLE))


def one_round():
    training = {"PolNeAR train, silver": with_choice(polnear("train")),
                "OntoGUM, other": with_choice(gum(lambda genre: genre not in HELD_OUT)),
                "stories": with_choice(stories())}
    held_out = {"held out: PolNeAR dev, silver": with_choice(polnear("dev")),
                "held out: OntoGUM news, interview, bio": with_choice(gum(lambda genre: genre in HELD_OUT))}
    names = names_in_table()
    weights = train([q for name, qs in training.items() for q in qs * TIMES[name]], len(names))
    for name, questions in (training | held_out).items():
        report(name, questions, weights)
    for name, weight in zip(names, weights):
        print(f"    {name:16}{weight:>7.2f}")
    return names, weights


def write(names, weights):
    with open(TABLE, "w", encoding="utf-8") as f:
        f.write("".join(f'{{"{name}", {weight:.2f}f}},\n' for name, weight in zip(names, weights)))
    subprocess.run(["cmake", "--build", BUILD, "--target", "sayso_candidates"], check=True, stdout=subprocess.DEVNULL)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="also writes src/extract/ranker_weights.inc and builds")
    parser.add_argument("--rounds", type=int, default=1)
    args = parser.parse_args()
    os.environ.setdefault("SAYSO_MODELS", os.path.join(ROOT, "models"))
    for number in range(1, args.rounds + 1):
        print(f"round {number}")
        names, weights = one_round()
        if args.write:
            write(names, weights)


if __name__ == "__main__":
    main()

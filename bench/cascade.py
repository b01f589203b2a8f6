"""What it changes that the encoder reads only where the fast model sees a possible cue (src/extract/tagger.cpp)."""
import json, os, subprocess

from measure import Usage, row, table


def recall(bench, model, gold, **environment):
    done = subprocess.run([bench.sayso, "eval", gold, "--model", model, "--format", "json"], capture_output=True, text=True,
                          check=True, env={**os.environ, **environment})
    return json.loads(done.stdout)["all"]["found"]


def compare(bench, models, gold):
    texts = sorted(os.path.join(gold, name) for name in os.listdir(gold) if name.endswith(".txt"))
    table("Cascade, PolNeAR dev", ("found R", "found F1", "CPU s"))
    for model in models:
        for label, environment in (("all text", {"SAYSO_CASCADE": "off"}), ("possible cues only", {})):
            found = recall(bench, model, gold, **environment)
            used = Usage(bench.extract("--jobs", "1", *texts, model=model), **environment)
            row(f"{model}, {label}", found["R"], found["F1"], f"{used.cpu:.1f}")

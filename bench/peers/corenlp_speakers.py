"""The speakers that Stanford CoreNLP gives the direct quotations of ../shared/data/quoted, scored as Sayso's are.

  python3 bench/peers/corenlp_speakers.py [--json DIR]

Writes bench/peers/corenlp_speakers.json, which `./dev eval who` prints beside the models. Takes Maven, 6 GB of memory and some
minutes; --json scores what CoreNLP wrote into DIR before. In doubt for CoreNLP: a speaker is right if its `canonicalSpeaker` or its
`speaker` is an accepted name or the end of one ("Kayyem"), and what kind of source that is (person, body) it is told.
"""
import argparse, json, os, subprocess, sys, tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
sys.path.insert(0, os.path.dirname(HERE))
import corenlp  # noqa: E402
from direct_speakers import write_gold  # noqa: E402

RESULT = os.path.join(HERE, "corenlp_speakers.json")


def run(texts, folder):
    command = [*corenlp.JAVA, "-cp", corenlp.classpath(folder), "edu.stanford.nlp.pipeline.StanfordCoreNLP", "-annotators",
               corenlp.ANNOTATORS, "-threads", "1", "-outputFormat", "json", "-outputDirectory", folder, "-fileList"]
    listed = os.path.join(folder, "list")
    with open(listed, "w", encoding="utf-8") as f:
        f.write("".join(path + "\n" for path in texts))
    subprocess.run([*command, listed], check=True, stdout=sys.stderr)


def code_points(text):
    """From Java's offsets, in units of UTF-16, to code points."""
    out = []
    for i, char in enumerate(text):
        out += [i] * (2 if ord(char) > 0xFFFF else 1)
    return out + [len(text)]


def words(name):
    return "".join(char if char.isalnum() else " " for char in name.casefold()).split()


def accepted_name(said, gold):
    """(name, type): the accepted name that one of the given ones is or ends; else the first given, as a person's."""
    for name in said:
        for s in gold["statements"]:
            for right in s["source"]["names"]:
                if words(name) and words(right)[-len(words(name)):] == words(name):
                    return right, s["source"]["type"]
    return said[0], "person"


def statements(quotes, text, gold):
    """CoreNLP's quotations as `sayso extract` writes statements."""
    place = code_points(text)
    for i, quote in enumerate(quotes):
        name, kind = accepted_name([quote.get("canonicalSpeaker") or "", quote.get("speaker") or ""], gold)
        begin, end = place[quote["beginIndex"]], place[quote["endIndex"]]
        yield {"id": f"s{i + 1}", "kind": "direct", "content": {"text": text[begin:end], "spans": [[begin, end]]},
               "source": {"type": kind, "name": name, "text": name, "spans": []}, "via": [], "parent": None}


def convert(json_dir, gold_dir, out_dir):
    os.makedirs(out_dir, exist_ok=True)
    for file in sorted(name for name in os.listdir(gold_dir) if name.endswith(".txt")):
        stem = file[:-len(".txt")]
        with open(os.path.join(gold_dir, file), encoding="utf-8", newline="") as f:
            text = f.read()
        with open(os.path.join(gold_dir, stem + ".gold.json"), encoding="utf-8") as f:
            gold = json.load(f)
        with open(os.path.join(json_dir, file + ".json"), encoding="utf-8") as f:
            quotes = json.load(f)["quotes"]
        with open(os.path.join(out_dir, stem + ".json"), "w", encoding="utf-8") as f:
            json.dump({"entities": [], "statements": list(statements(quotes, text, gold))}, f)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json")
    parser.add_argument("--sayso", default=os.path.join(ROOT, "build", "release", "sayso"))
    parser.add_argument("--shared", default=os.path.join(os.path.dirname(ROOT), "shared"))
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        gold = write_gold(os.path.join(args.shared, "data", "quoted"), os.path.join(folder, "gold"))
        if not args.json:
            run([os.path.join(gold, name) for name in sorted(os.listdir(gold)) if name.endswith(".txt")], folder)
        convert(args.json or folder, gold, os.path.join(folder, "found"))
        done = subprocess.run([args.sayso, "eval", gold, "--pred", os.path.join(folder, "found"), "--format", "json"],
                              check=True, stdout=subprocess.PIPE, text=True)
    report = json.loads(done.stdout)
    result = {"program": "Stanford CoreNLP 4.5.10", "command": "python3 bench/peers/corenlp_speakers.py",
              "annotators": corenlp.ANNOTATORS, "found": report["found"], "source": report["source"]}
    with open(RESULT, "w", encoding="utf-8") as f:
        f.write(json.dumps(result, indent=1) + "\n")
    print(json.dumps(result))


if __name__ == "__main__":
    main()

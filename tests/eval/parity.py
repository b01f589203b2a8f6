#!/usr/bin/env python3
"""Holds `sayso eval` against the reference scorers: equal JSON on gold, second annotators, and spoiled predictions.

usage: parity.py --sayso BINARY --shared DIR [--seeds N] [--model M]

Exit status 77 (skipped) where DIR is absent, unless SAYSO_REQUIRE_SHARED=1. With --model the engine's own predictions are
scored too, once from the files that `sayso extract` writes and once directly. Same seeds, same predictions.
"""
import argparse, json, os, random, re, shutil, subprocess, sys, tempfile

PRIVATE = "private reading"  # a name nobody has


def run(command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"failed: {' '.join(command)}\n{done.stderr}")
    return done.stdout


class Parity:
    def __init__(self, sayso, shared):
        self.sayso, self.shared, self.checks = sayso, shared, 0

    def reference(self, script, gold, pred, *more):
        return json.loads(run([sys.executable, os.path.join(self.shared, "eval", script), gold, pred, "--json", *more]))

    def equal(self, what, expected, command):
        got = json.loads(run([self.sayso, "eval", *command, "--format", "json"]))
        self.checks += 1
        if got == expected:
            return
        for line in differences(expected, got):
            print("  " + line)
        sys.exit(f"FAILED: {what}: expected, then got, above")

    def attributions(self, what, gold, pred):
        expected = self.reference("score.py", gold, pred, "--by-kind")
        self.equal(what, expected, [gold, "--pred", pred, "--by-kind"])
        self.equal(what + ", all kinds together", {"all": expected["all"]}, [gold, "--pred", pred])
        return expected["all"]["found"]["F1"]

    def stories(self, what, gold, pred):
        expected = self.reference("stories.py", gold, pred)
        self.equal(what, expected, [gold, "--pred", pred])
        return expected["found"]["F1"]


def differences(a, b, path=""):
    if isinstance(a, dict) and isinstance(b, dict):
        for key in sorted(a.keys() | b.keys()):
            yield from differences(a.get(key), b.get(key), f"{path}/{key}")
    elif a != b:
        yield f"{path}: {a!r} {b!r}"


# --- attributions, brat ---------------------------------------------------------------------------------------------

ROLES = ("Source", "Cue", "Content")


def read_ann(path):
    spans, out = {}, []
    for line in open(path, encoding="utf-8"):
        cell = line.rstrip("\n").split("\t")
        if re.fullmatch(r"T\d+", cell[0]):
            spans[cell[0]] = [tuple(map(int, s.split())) for s in cell[1].split(" ", 1)[1].split(";")]
        elif re.fullmatch(r"E\d+", cell[0]):
            out.append([(role.rstrip("0123456789"), spans[ref]) for role, ref in (p.split(":") for p in cell[1].split())
                        if ref in spans and not role.startswith("Attribution")])
    return out


def write_ann(path, attributions, rng):
    lines, n = [], 0
    for k, attribution in enumerate(attributions, 1):
        parts, seen = [], {}
        for role, pieces in attribution:
            n += 1
            seen[role] = seen.get(role, 0) + 1
            where = ";".join(f"{b} {e}" for b, e in pieces)
            lines.append(f"T{n}\t{role} {where}\twords")
            parts.append(f"{role}{seen[role] if seen[role] > 1 else ''}:T{n}")
        lines.append(f"E{k}\tAttribution:T9{k} " + " ".join(parts))
    end = rng.choice(["\n", "\r\n", "\r"])
    with open(path, "w", encoding=rng.choice(["utf-8", "utf-8-sig"]), newline="") as f:
        f.write(end.join(["#1\tnote", "R1\tignored Arg1:T1", *lines, ""]))


def moved(rng, piece, length):
    b, e = piece
    b, e = max(0, b + rng.choice((-9, -1, 0, 1, 7))), e + rng.choice((-6, -1, 0, 1, 12))
    return (b, e) if b < e else piece if rng.random() < 0.8 else (b, b)


def spoil(attributions, rng, length):
    """What models do to attributions: pieces moved, lost, cut, joined; roles swapped; attributions merged, doubled, nested."""
    out = []
    for attribution in attributions:
        kind = rng.random()
        if kind < 0.08:
            continue
        parts = [(role, list(pieces)) for role, pieces in attribution]
        if kind < 0.35:
            parts = [(role, [moved(rng, p, length) for p in pieces]) for role, pieces in parts]
        elif kind < 0.42 and parts:
            parts.pop(rng.randrange(len(parts)))
        elif kind < 0.5:  # cut in two, with or without a gap
            parts = [(r, [x for b, e in ps for x in (((b, (b + e) // 2), ((b + e) // 2 + rng.randrange(3), e)) if e - b > 8 else ((b, e),))])
                     for r, ps in parts]
        elif kind < 0.55 and out:
            parts += out.pop()
        elif kind < 0.6:
            parts = [(rng.choice(ROLES), pieces) for _, pieces in parts]
        elif kind < 0.64:
            out.append([(role, list(pieces)) for role, pieces in parts])
        elif kind < 0.72:  # one nested in the content
            for role, pieces in attribution:
                b, e = pieces[0]
                if role == "Content" and e - b > 20:
                    out.append([("Cue", [(b + 2, b + 6)]), ("Content", [(b + 7, e - rng.randrange(3))])])
        elif kind < 0.74:
            parts.append(("Content", [(length - 3, length + 40), (length + 50, length + 60)]))
        elif kind < 0.76:
            parts = [("Content", [(0, rng.choice((0, 1, length)))])]
        out.append(parts)
    rng.shuffle(out)
    return out


def write_spoiled(gold, pred, seed):
    rng = random.Random(seed)
    for name in sorted(os.listdir(gold)):
        if not name.endswith(".ann") or rng.random() < 0.05:
            continue
        with open(os.path.join(gold, name[:-4] + ".txt"), encoding="utf-8", newline="") as f:
            length = len(f.read())
        write_ann(os.path.join(pred, name), spoil(read_ann(os.path.join(gold, name)), rng, length), rng)


# --- stories, JSON --------------------------------------------------------------------------------------------------

KINDS, TYPES = ("direct", "indirect", "mixed"), ("person", "organization", "group", "document", "anonymous", "none")
CHANNELS = ("interview", "call", "post", "statement", "speech")


def locate(text, pieces):
    spans, start = [], 0
    for piece in pieces:
        piece, nth = (piece, 1) if isinstance(piece, str) else piece
        at = text.find(piece, start) if nth == 1 else -1
        if at < 0:
            for _ in range(nth):
                at = text.find(piece, at + 1)
        spans.append([at, at + len(piece)])
        start = at + len(piece)
    return spans


def passage(text, spans):
    return {"text": " … ".join(text[b:e] for b, e in spans), "spans": spans}


def party(rng, names, kind="person"):
    """A name as the gold has it, in other letters or marks, as text alone, or another one."""
    name = rng.choice(names) if names else None
    how = rng.random()
    if name and how < 0.1:
        name = rng.choice((name.upper(), name.replace(" ", " - "), name.replace("fi", "\ufb01").replace("ss", "ß"), PRIVATE))
    if name and how > 0.9:
        return {"type": kind, "text": name, "spans": [], "entity": None, "name": rng.choice((None, ""))}
    return {"type": rng.choice(TYPES) if how > 0.85 else kind, "text": "she", "spans": [[0, 3]], "entity": "e1", "name": name}


def predicted(text, gold, n, rng):
    spans = locate(text, gold["content"])
    if rng.random() < 0.3:
        spans = [list(moved(rng, s, len(text))) for s in spans]
    source = gold.get("source", {"type": "none"})
    parent = gold.get("parent")
    optional = lambda value, make: make(value) if value and rng.random() < 0.85 else None
    return {"id": f"s{n + 1}", "kind": gold.get("kind") if rng.random() < 0.85 else rng.choice(KINDS), "content": passage(text, spans),
            "cue": None, "source": party(rng, source.get("names"), source["type"]),
            "via": [party(rng, names) for names in gold.get("via", []) if rng.random() < 0.9],
            "addressee": optional(gold.get("addressee"), lambda names: party(rng, names)),
            "channel": optional(gold.get("channel"), lambda c: {"type": c if rng.random() < 0.9 else rng.choice(CHANNELS), "text": "", "spans": []}),
            "said_at": optional(gold.get("said_at"), lambda d: {"date": d if rng.random() < 0.9 else "1999-01-01", "text": "", "spans": []}),
            "stance": "asserts", "parent": f"s{parent + 1}" if parent is not None and rng.random() < 0.9 else None, "confidence": 0.5}


def entities(groups, rng):
    out = []
    for group in groups:
        names = [m for m in group if rng.random() < 0.85]
        cut = rng.randrange(1, len(names) + 1) if names and rng.random() < 0.3 else len(names)
        for part in (names[:cut], names[cut:]):
            if part:
                out.append({"id": f"e{len(out) + 1}", "name": part[0], "aliases": part[1:], "type": "person", "mentions": []})
    if len(out) > 1 and rng.random() < 0.3:
        out[0]["aliases"].append(out[-1]["name"])
    return out


def story(text, gold, rng):
    statements = [predicted(text, s, n, rng) for n, s in enumerate(gold["statements"])]
    for pieces in gold.get("optional", []) + [[p] for p in gold.get("not_statements", []) if rng.random() < 0.4]:
        statements.append(predicted(text, {"content": pieces, "kind": "direct", "source": {"type": "none"}}, len(statements), rng))
        if rng.random() < 0.3 and len(statements) > 1:
            statements[0]["parent"] = statements[-1]["id"]
    for _ in range(rng.randrange(4)):
        b = rng.randrange(len(text))
        extra = predicted(text, {"content": [text[b:b + rng.randrange(1, 90)]], "kind": rng.choice(KINDS)}, len(statements), rng)
        statements.append(extra)
    statements = [s for s in statements if rng.random() < 0.93]
    for s in statements:  # what a careless writer leaves out, or doubles
        if rng.random() < 0.03:
            s.pop(rng.choice(sorted(s)))
        if rng.random() < 0.03:
            s[rng.choice(("source", "addressee", "channel", "content", "via", "said_at"))] = None
        if rng.random() < 0.02:
            s.update(id="s1")
        if rng.random() < 0.03 and s.get("source"):
            s["source"].pop("type")
    if rng.random() < 0.3:
        rng.shuffle(statements)
    return {"doc": {"text": text}, "entities": entities(gold.get("same_person", []), rng), "statements": statements, "warnings": []}


def write_spoiled_stories(gold, pred, seed):
    rng = random.Random(seed)
    for file in sorted(os.listdir(gold)):
        if not file.endswith(".gold.json"):
            continue
        name = file[: -len(".gold.json")]
        with open(os.path.join(gold, name + ".txt"), encoding="utf-8", newline="") as f:
            text = f.read()
        with open(os.path.join(gold, file), encoding="utf-8") as f:
            made = story(text, json.load(f), rng)
        lose = rng.random()
        if lose < 0.03:
            continue
        with open(os.path.join(pred, name + ".json"), "w", encoding="utf-8") as f:
            content = json.dumps(made, ensure_ascii=rng.random() < 0.5)
            f.write(content if lose > 0.06 else rng.choice(("", content[:-9], "{}", '{"entities": []}')))


# --- the checks -----------------------------------------------------------------------------------------------------


def second_annotators(shared, part, folder):
    """NAME.2.ann ... -> folder/2/NAME.ann, the gold of those articles -> folder/gold."""
    source = os.path.join(shared, "data", "polnear", part + "-second-annotators")
    gold = os.path.join(folder, "gold")
    for file in os.listdir(source):
        name, number = re.fullmatch(r"(.*)\.(\d+)\.ann", file).groups()
        os.makedirs(os.path.join(folder, number), exist_ok=True)
        os.makedirs(gold, exist_ok=True)
        shutil.copy(os.path.join(source, file), os.path.join(folder, number, name + ".ann"))
        for ending in (".ann", ".txt"):
            shutil.copy(os.path.join(shared, "data", "polnear", part, name + ending), gold)
    return gold, sorted(os.path.join(folder, n) for n in os.listdir(folder) if n.isdigit())


def check_attributions(parity, folder, seeds):
    dev = os.path.join(parity.shared, "data", "polnear", "dev")
    parity.attributions("gold against itself", dev, dev)
    parity.attributions("gold against nothing", dev, folder)
    for part in ("dev", "train"):
        gold, people = second_annotators(parity.shared, part, os.path.join(folder, part))
        for pred in people:
            found = parity.attributions(f"annotator {pred}", gold, pred)
            print(f"second annotator {os.path.basename(pred)} of {part}: found F1 {found}")
    for seed in range(seeds):
        pred = os.path.join(folder, f"seed{seed}")
        os.makedirs(pred)
        write_spoiled(dev, pred, seed)
        print(f"spoiled attributions, seed {seed}: found F1 {parity.attributions(f'spoiled attributions, seed {seed}', dev, pred)}")


def check_stories(parity, folder, seeds):
    for part in ("stories", "quoted"):
        gold = os.path.join(parity.shared, "data", part)
        parity.stories(f"{part} against nothing", gold, folder)
        for seed in range(seeds):
            pred = os.path.join(folder, f"{part}{seed}")
            os.makedirs(pred)
            write_spoiled_stories(gold, pred, seed)
            found = parity.stories(f"spoiled {part}, seed {seed}", gold, pred)
            if seed < 3:
                print(f"spoiled {part}, seed {seed}: found F1 {found}")


def check_engine(parity, folder, model):
    """The engine's statements, scored directly, have the figures of the files that it writes."""
    probe = subprocess.run([parity.sayso, "extract", "--model", model, "--format", "json", os.devnull], capture_output=True, text=True)
    if probe.returncode and os.environ.get("SAYSO_REQUIRE_SHARED") != "1":
        print(f"skipped: the engine's own predictions: {probe.stderr.strip()}")
        return
    for part, form, script in (("polnear/dev", "brat", "score.py"), ("stories", "json", "stories.py"), ("quoted", "json", "stories.py")):
        gold, pred = os.path.join(parity.shared, "data", part), os.path.join(folder, part)
        texts = [os.path.join(gold, f) for f in sorted(os.listdir(gold)) if f.endswith(".txt")]
        run([parity.sayso, "extract", *texts, "--format", form, "--out-dir", pred, "--model", model])
        more = ["--by-kind"] if form == "brat" else []
        expected = parity.reference(script, gold, pred, *more)
        parity.equal(f"model {model} on {part}, from files", expected, [gold, "--pred", pred, *more])
        parity.equal(f"model {model} on {part}, directly", expected, [gold, "--model", model, *more])
        print(f"model {model} on {part}: found F1 {(expected.get('all') or expected)['found']['F1']}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sayso", required=True), parser.add_argument("--shared", required=True)
    parser.add_argument("--seeds", type=int, default=8), parser.add_argument("--model")
    args = parser.parse_args()
    if not os.path.isdir(os.path.join(args.shared, "eval")):
        print(f"skipped: the reference scorers and their data are not at {args.shared}")
        sys.exit(1 if os.environ.get("SAYSO_REQUIRE_SHARED") == "1" else 77)
    parity = Parity(args.sayso, args.shared)
    with tempfile.TemporaryDirectory() as folder:
        check_attributions(parity, folder, args.seeds)
        check_stories(parity, folder, 3 * args.seeds)
        if args.model:
            check_engine(parity, folder, args.model)
    print(f"{parity.checks} comparisons, all equal")


if __name__ == "__main__":
    main()

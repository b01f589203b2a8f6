"""Questions for the ranker with the right answer: who "he" and "she" are, by chains of coreference or by the gold of stories.

`sayso_candidates` (training/tools/candidates.cpp) asks the questions and sees the features. A chain is [id, begin, end] of a mention.
"""
import collections, json, lzma, os, re, subprocess


def ask(program, texts):
    """The lines of sayso_candidates as documents: path, names and mentions of entities, questions."""
    done = subprocess.run([program, "fast", *texts], check=True, stdout=subprocess.PIPE, text=True)
    documents = []
    for line in done.stdout.splitlines():
        kind, *fields = line.split("\t")
        if kind == "D":
            documents.append({"path": fields[0], "names": {}, "mentions": collections.defaultdict(list), "questions": []})
        elif kind == "E":
            documents[-1]["names"][int(fields[0])] = fields[1]
        elif kind == "M":
            documents[-1]["mentions"][int(fields[0])].append((int(fields[1]), int(fields[2])))
        elif kind == "Q":
            basis, *places = fields
            begin, end, first, last = map(int, places)
            documents[-1]["questions"].append({"basis": basis, "content": (begin, end), "pronoun": (first, last), "candidates": []})
        elif kind == "C":
            documents[-1]["questions"][-1]["candidates"].append((int(fields[0]), [float(value) for value in fields[1:]]))
    return documents


def read(path):
    with open(path, encoding="utf-8", newline="") as f:
        return f.read()


# ---- chains

def brackets(field):
    """("12", opens, closes) of a column like "(12", "12)", "(12)(3"."""
    for part in re.findall(r"\([^()]+\)|\([^()]+|[^()]+\)", field):
        yield part.strip("()").split("-")[0], part[0] == "(", part[-1] == ")"


class Chains:
    def __init__(self):
        self.all, self.open = [], collections.defaultdict(list)

    def word(self, field, begin, end):
        for chain, opens, closes in brackets(field):
            if opens:
                self.open[chain].append(begin)
            if closes and self.open[chain]:
                self.all.append((chain, self.open[chain].pop(), end))


def polnear_chains(path):
    """{document: chains} of CoreNLP."""
    out, chains = {}, None
    with lzma.open(path, "rt", encoding="utf-8") as f:
        for line in map(str.rstrip, f):
            if line.startswith("# doc"):
                out[line[len("# doc"):].strip()] = chains = Chains()
            elif line:
                fields = line.split("\t")
                chains.word(fields[9], int(fields[1]), int(fields[2]))
    return {name: chains.all for name, chains in out.items()}


def gum_document(path):
    """(text, chains) of a file of OntoGUM; a paragraph's sentences on one line, an empty line between paragraphs."""
    text, chains, paragraph, whole, last = "", Chains(), False, (0, 0), 0
    for line in read(path).splitlines():
        paragraph |= line.startswith("# newpar ") or line == "# newpar"
        if line.startswith("# sent_id") and text:
            text, paragraph = text.rstrip() + ("\n\n" if paragraph else " "), False
        if not line or line.startswith("#"):
            continue
        fields = line.split("\t")
        misc = dict(part.split("=", 1) for part in fields[9].split("|") if "=" in part)
        if "-" in fields[0]:  # "daughter's", whose parts follow
            whole, last = (len(text), len(text) + len(fields[1])), int(fields[0].split("-")[1])
            text += fields[1] + ("" if misc.get("SpaceAfter") == "No" else " ")
            at = whole[0]
        elif "." not in fields[0]:
            if int(fields[0]) <= last:
                begin = at
                at = end = min(at + len(fields[1]), whole[1])
            else:
                begin, end = len(text), len(text) + len(fields[1])
                text += fields[1] + ("" if misc.get("SpaceAfter") == "No" else " ")
            last = 0 if fields[0] == str(last) else last
            chains.word(misc.get("Entity", ""), begin, end)
    return text, chains.all


def is_name_of(mention, chained, text):
    """Whether a chain's mention is of whom the name inside it names: "the mayor, Ann Cole", "Ann Cole, the mayor"."""
    (begin, end), (first, last) = mention, chained
    return first <= begin and end <= last and (last - end <= 2 or (first == begin and text[end:end + 1] == ","))


def by_chains(document, chains, text):
    """(index of the right candidate, features of all) for each question that the chains answer."""
    chain_of = {(begin, end): chain for chain, begin, end in chains}
    places = collections.defaultdict(list)
    for chain, begin, end in chains:
        places[chain].append((begin, end))
    sources = {q["pronoun"] for q in document["questions"] if q["basis"] == "pronoun"}
    for q in document["questions"]:
        place = q["pronoun"] if q["basis"] == "pronoun" else q["content"]
        chain = chain_of.get(place)
        if chain is None or q["basis"] not in ("read", "pronoun") or (q["basis"] == "read" and place in sources):
            continue
        votes = [sum(any(is_name_of(m, place, text) for place in places[chain]) for m in document["mentions"][entity])
                 for entity, _ in q["candidates"]]
        if max(votes) > 0 and votes.count(max(votes)) == 1:
            yield votes.index(max(votes)), [features for _, features in q["candidates"]]


# ---- stories

def fold(name):
    return " ".join(re.findall(r"\w+", name.casefold()))


def places_of(text, pieces):
    start = 0
    for piece in pieces:
        piece, nth = (piece, 1) if isinstance(piece, str) else piece
        at = start - 1 if nth == 1 and text.find(piece, start) >= 0 else -1
        for _ in range(nth):
            at = text.find(piece, at + 1)
        start = at + len(piece)
        yield at, start


def by_story(document):
    text = read(document["path"])
    with open(os.path.splitext(document["path"])[0] + ".gold.json", encoding="utf-8") as f:
        gold = [(list(places_of(text, s["content"])), s["source"]) for s in json.load(f)["statements"] if "source" in s]

    def shared(q, places):
        begin, end = q["content"]
        return sum(max(0, min(end, last) - max(begin, first)) for first, last in places)

    for q in document["questions"]:
        if q["basis"] not in ("pronoun", "description") or not gold:
            continue
        places, source = max(gold, key=lambda one: shared(q, one[0]))
        names = {fold(name) for name in source.get("names", [])}
        right = [i for i, (entity, _) in enumerate(q["candidates"]) if fold(document["names"][entity]) in names]
        if right and 2 * shared(q, places) >= q["content"][1] - q["content"][0]:
            yield right[0], [features for _, features in q["candidates"]]

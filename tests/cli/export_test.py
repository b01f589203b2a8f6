#!/usr/bin/env python3
"""`sayso export`, and what `sayso add` makes of it: usage: export_test.py SAYSO [unittest options]

Status 77: skipped, the program finds no model. With SAYSO_TEST_POSTGRES ("postgresql://…/{}?…") records lie in databases of that server.
"""
import collections, csv, io, json, os, pathlib, re, subprocess, sys, tempfile, time, unittest, xml.etree.ElementTree as ET

from program import SAYSO, run

ROOT = pathlib.Path(__file__).resolve().parents[2]
STORIES = sorted((ROOT / "tests/stories").glob("*.txt"))[:24]
MILL = ("Mill on Weir Lane to close\n\n“We held on as long as we could,” Ilse Torvald told reporters on Monday. “There is no money left.”\n\n"
        "The owner, Café Brandt, denied that the site had been sold, according to the Hill Herald.\n")
TEI = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
VALIDATORS = ROOT / "build/validators/bin/python"
databases = iter(range(1_000_000))


def article(text=MILL, **fields):
    return json.dumps({"text": text} | fields) + "\n"


class Export(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.dir = folder.name

    def new_record(self):
        address = os.environ.get("SAYSO_TEST_POSTGRES")
        if not address:
            return os.path.join(self.dir, f"{next(databases)}.db")
        name = f"export_{os.getpid()}_{next(databases)}"
        subprocess.run(["psql", "-qX", address.format("postgres"), "-c", f'CREATE DATABASE "{name}"'], check=True)
        return address.format(name)

    def add(self, record, *args, **options):
        done = run("add", record, "--model", "fast", "--format", "json", *args, **options)
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        return [json.loads(line) for line in done.stdout.splitlines()]

    def export(self, record, *args):
        done = run("export", record, *args)
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        return done.stdout.decode()

    def lines(self, record, *args):
        return [json.loads(line) for line in self.export(record, *args).splitlines()]

    def record_of(self, *documents):
        record = self.new_record()
        self.add(record, stdin="".join(documents).encode())
        return record

    def record_of_stories(self):
        record = self.new_record()
        self.add(record, *map(str, STORIES), "--date", "2026-03-02", "--outlet", "Hill Herald")
        return record


class ThereAndBack(Export):
    def test_both_json_forms_give_an_equal_record(self):
        record = self.record_of_stories()
        exports = {form: self.export(record, "--format", form) for form in ("jsonl", "json", "csv", "webannotation", "claimreview", "tei")}
        self.assertEqual(exports["json"].count("\n"), len(STORIES))
        for form in ("jsonl", "json"):
            other = self.new_record()
            outcomes = collections.Counter(one["outcome"] for one in self.add(other, stdin=exports[form].encode()))
            self.assertEqual(outcomes, {"added": len(STORIES)})
            for again, expected in exports.items():
                self.assertEqual(self.export(other, "--format", again), expected, f"{form}, then {again}")
            # Once more adds nothing.
            outcomes = collections.Counter(one["outcome"] for one in self.add(other, stdin=exports[form].encode()))
            self.assertEqual(outcomes, {"known": len(STORIES)})

    def test_documents_without_statements_and_odd_ones(self):
        documents = [article("Nothing was said.", id="1"), article(MILL, id="two\u0000\uffff", title="a\tb", outlet="“Ö”\r\n"), article(" ", id="3"),
                     article(MILL + "\u2028\u0001\U0001F600 “Yes", id="4", authors=["A, B", "By C"], url="https://hill.example/a b<c>")]
        record = self.record_of(*documents)
        first = self.export(record)
        self.assertEqual([line["doc"]["id"] for line in map(json.loads, first.splitlines()) if "text" in line["doc"]], ["1", "two\0\uffff", "3", "4"])
        other = self.new_record()
        self.add(other, stdin=first.encode())
        self.assertEqual(self.export(other), first)

    def test_versions(self):
        record = self.new_record()
        for text in (MILL, MILL.replace("no money", "hardly any money")):
            self.add(record, stdin=article(text, url="https://hill.example/1").encode())
        self.assertEqual(self.export(record, "--format", "json").count("\n"), 1)
        everything = self.export(record, "--all")
        other = self.new_record()
        outcomes = [one["outcome"] for one in self.add(other, stdin=everything.encode())]
        self.assertEqual(outcomes, ["added", "new_version"])
        self.assertEqual(self.export(other, "--all"), everything)

    def test_the_statements_given_are_kept_though_the_program_finds_others(self):
        record = self.record_of(article(id="1"))
        whole = self.lines(record, "--format", "json")[0]
        whole["statements"] = whole["statements"][:1]
        whole["statements"][0]["stance"] = "orders"
        whole["model"] = "by hand"
        other = self.new_record()
        self.add(other, stdin=json.dumps(whole).encode())
        self.assertEqual(self.lines(other, "--format", "json"), [whole])
        # So does `sayso extract`, as another form of the same.
        done = run("extract", "--format", "json", stdin=json.dumps(whole).encode())
        self.assertEqual(json.loads(done.stdout)["statements"], whole["statements"])

    def test_what_is_wrong_is_said_and_the_rest_taken(self):
        record = self.record_of(article(id="1"))
        whole = self.lines(record, "--format", "json")[0]

        def broken(change):
            copy = json.loads(json.dumps(whole))
            change(copy, copy["statements"][0])
            return json.dumps(copy)

        cases = {
            "a span that is not in the text": lambda d, s: s["content"]["spans"].append([0, 9999]),
            "stands at its spans": lambda d, s: s["content"].update(text="something else"),
            "an entity that is not there": lambda d, s: s["source"].update(entity="e99"),
            "a statement that is not there": lambda d, s: s.update(parent="s99"),
            "none of its values": lambda d, s: s.update(kind="shouted"),
            "'via' is no array": lambda d, s: s.pop("via"),
            "'id' is missing": lambda d, s: d["doc"].pop("id"),
            "from 0 to 1": lambda d, s: s.update(confidence=7),
        }
        for message, change in cases.items():
            other = self.new_record()
            done = run("add", other, "--model", "fast", "--format", "json", stdin=f"{broken(change)}\n{json.dumps(whole)}\n".encode())
            self.assertEqual(done.returncode, 2, message)
            self.assertIn(message, done.stderr.decode())
            self.assertIn("sayso: -:1: ", done.stderr.decode())
            self.assertEqual([json.loads(line)["outcome"] for line in done.stdout.splitlines()], ["added"], message)
        # What `sayso extract --format jsonl` writes has no text.
        lines = run("extract", "--format", "jsonl", "--model", "fast", stdin=article(id="1").encode()).stdout
        done = run("add", self.new_record(), stdin=lines)
        self.assertEqual(done.returncode, 2)
        self.assertIn("a statement without its document's text", done.stderr.decode())

    def test_nothing_is_kept_of_a_document_that_breaks_off(self):
        whole = self.export(self.record_of(article(id="1"), article(id="2"))).encode()
        ends = [i + 1 for i, byte in enumerate(whole) if byte == ord("\n")]
        lines = len(ends) // 2
        for cut in (ends[lines] + 40, ends[-2]):  # amid the second document: within a line, at a line's end
            other = self.new_record()
            done = run("add", other, "--model", "fast", "--format", "json", stdin=whole[:cut])
            self.assertEqual(done.returncode, 2)
            self.assertIn(f"sayso: -:{lines + 1}: statements of our own form, but they break off: of {lines} lines ", done.stderr.decode())
            self.assertEqual([json.loads(line)["id"] for line in done.stdout.splitlines()], ["1"])
            self.assertEqual([one["outcome"] for one in self.add(other, stdin=whole)], ["known", "added"])
            self.assertEqual(self.export(other).encode(), whole)


class Formats(Export):
    def test_jsonl_is_that_of_extract_and_more(self):
        record = self.record_of_stories()
        texts, seen = {}, 0
        for line in self.lines(record):
            if "text" in line["doc"]:
                texts[line["doc"]["path"]] = line["doc"].pop("text")
                self.assertEqual(list(line)[-4:], ["entities", "warnings", "model", "lines"])
                entities = [line.pop(key) for key in ("entities", "warnings", "model", "lines")][0]
            self.assertEqual(list(line)[:4], ["doc", "id", "kind", "content"])
            where = line["content"]
            self.assertEqual(where["text"], " … ".join(texts[line["doc"]["path"]][b:e] for b, e in where["spans"]))
            for entity in line["source"]["entities"]:
                self.assertLess(int(entity[1:]) - 1, len(entities))
            seen += 1
        self.assertEqual(seen, len(list(csv.DictReader(io.StringIO(self.export(record, "--format", "csv"), newline="")))))

    def test_brat_has_the_texts_that_its_offsets_count_in(self):
        record, out = self.record_of_stories(), pathlib.Path(self.dir, "brat")
        self.export(record, "--format", "brat", "--out-dir", str(out))
        self.assertEqual(sorted(p.stem for p in out.glob("*.ann")), [p.stem for p in STORIES])
        for story in STORIES:
            text = (out / f"{story.stem}.txt").read_bytes().decode()
            self.assertEqual(text, story.read_bytes().decode())
            for line in (out / f"{story.stem}.ann").read_text(encoding="utf-8").splitlines():
                if not line.startswith("T"):
                    continue
                _, where, words = line.split("\t")
                pieces = [tuple(map(int, piece.split())) for piece in where.split(" ", 1)[1].split(";")]
                self.assertEqual(words, " ".join(text[b:e] for b, e in pieces))

    def test_files_of_documents(self):
        record = self.record_of(article(id="one"), article(id="two"))
        for form, ending in (("json", ".json"), ("claimreview", ".jsonl"), ("webannotation", ".jsonl"), ("tei", ".xml")):
            out = pathlib.Path(self.dir, form)
            self.export(record, "--format", form, "--out-dir", str(out))
            self.assertEqual(sorted(p.name for p in out.iterdir()), [f"one{ending}", f"two{ending}"])
        ET.parse(pathlib.Path(self.dir, "tei", "one.xml"))


class WebAnnotation(Export):
    """The MUSTs of https://www.w3.org/TR/annotation-model/ that concern what is written."""

    MOTIVATIONS = {"assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting", "identifying", "linking",
                   "moderating", "questioning", "replying", "tagging"}

    def test_annotations(self):
        record = self.record_of_stories()
        texts = {line["doc"]["path"]: line["doc"]["text"] for line in self.lines(record, "--format", "json")}
        statements = [line for line in self.lines(record) if "id" in line]
        annotations = self.lines(record, "--format", "webannotation")
        self.assertEqual(len(annotations), len(statements))
        self.assertEqual(len({a["id"] for a in annotations}), len(annotations))
        sources = collections.defaultdict(set)
        for annotation, statement in zip(annotations, statements):
            self.assertEqual(annotation["@context"], "http://www.w3.org/ns/anno.jsonld")  # 3.1: 1 or more, this one among them
            self.assertEqual(annotation["type"], "Annotation")
            self.assertRegex(annotation["id"], r"^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$")
            self.assertIn(annotation["motivation"], self.MOTIVATIONS)
            for body in annotation["body"]:
                self.assertEqual(body["type"], "TextualBody")
                self.assertIsInstance(body["value"], str)  # 3.2.4: exactly 1
                self.assertTrue(body["value"])
                self.assertIn(body["purpose"], self.MOTIVATIONS)
            self.assertEqual(len(annotation["target"]), len(statement["content"]["spans"]))  # 3.1: 1 or more
            text = texts[statement["doc"]["path"]]
            for target, span in zip(annotation["target"], statement["content"]["spans"]):
                self.check_target(target, text, span)
                sources[target["source"]["id"]].add(statement["doc"]["path"])
        self.assertTrue(all(len(paths) == 1 for paths in sources.values()))

    def check_target(self, target, text, span):
        self.assertEqual(target["type"], "SpecificResource")
        self.assertIn(":", target["source"]["id"])  # 4: exactly 1 source, an IRI
        quote, position = target["selector"]
        self.assertEqual(quote["type"], "TextQuoteSelector")  # 4.2.4: exactly 1 exact; not more than 1 prefix, suffix
        self.assertEqual(position, {"type": "TextPositionSelector", "start": span[0], "end": span[1]})  # 4.2.5: not negative
        begin, end = span
        self.assertEqual((quote["prefix"], quote["exact"], quote["suffix"]), (text[max(0, begin - 32):begin], text[begin:end], text[end:end + 32]))


class ClaimReview(Export):
    """Types and properties as schema.org defines them: which a type has, and what may stand there."""

    HAS = {"ClaimReview": {"claimReviewed": str, "inLanguage": str, "itemReviewed": ("Claim",)},
           "Claim": {"text": str, "author": ("Person", "Organization"), "dateCreated": str, "isBasedOn": ("CreativeWork",), "creditText": str,
                     "firstAppearance": ("NewsArticle",), "appearance": ("NewsArticle",)},
           "Quotation": {"spokenByCharacter": ("Person", "Organization")},
           "NewsArticle": {"url": str, "headline": str, "datePublished": str, "publisher": ("Organization",)},
           "Person": {"name": str}, "Organization": {"name": str}, "CreativeWork": {"name": str}}

    def check(self, node):
        types = node["@type"] if isinstance(node["@type"], list) else [node["@type"]]
        properties = {key: kind for one in types for key, kind in self.HAS[one].items()}
        for key, value in node.items():
            if key.startswith("@"):
                continue
            self.assertIn(key, properties, types)
            for one in value if isinstance(value, list) else [value]:
                if properties[key] is str:
                    self.assertIsInstance(one, str)
                else:
                    first = one["@type"][0] if isinstance(one["@type"], list) else one["@type"]
                    self.assertIn(first, properties[key])
                    self.check(one)
        for key in ("dateCreated", "datePublished"):
            self.assertRegex(node.get(key, "2026-01-01"), r"^\d{4}-\d\d-\d\d$")

    def test_all_of_the_stories(self):
        nodes = self.lines(self.record_of_stories(), "--format", "claimreview")
        self.assertGreater(len(nodes), 100)
        for node in nodes:
            self.assertEqual(node["@context"], "https://schema.org")
            self.assertEqual(node["@type"], "ClaimReview")
            self.check(node)

    def test_a_wording_in_several_documents_is_one_claim(self):
        record = self.record_of(*(article(MILL.replace("Weir Lane", lane), url=f"https://{outlet}.example/1", outlet=outlet, date=day, title=lane)
                                  for lane, outlet, day in (("Weir Lane", "post", "2026-03-05"), ("Ford Lane", "herald", "2026-03-03"),
                                                            ("Mill Lane", "echo", "2026-03-09"))))
        held = [node for node in self.lines(record, "--format", "claimreview") if "held on" in node["claimReviewed"]]
        self.assertEqual(len(held), 1)
        claim = held[0]["itemReviewed"]
        self.assertEqual(claim["@type"], ["Claim", "Quotation"])
        self.assertEqual(claim["spokenByCharacter"], [{"@type": "Person", "name": "Ilse Torvald"}])
        self.assertEqual(claim["firstAppearance"]["url"], "https://herald.example/1")
        self.assertEqual([one["publisher"]["name"] for one in claim["appearance"]], ["herald", "post", "echo"])
        self.assertEqual(claim["firstAppearance"], claim["appearance"][0])


class Tei(Export):
    def tei(self, record):
        text = self.export(record, "--format", "tei")
        return text, ET.fromstring(text.encode())

    def test_ids_references_and_words(self):
        record = self.record_of_stories()
        documents = self.lines(record, "--format", "json")
        _, corpus = self.tei(record)
        ids = [e.get(XML_ID) for e in corpus.iter() if e.get(XML_ID)]
        self.assertEqual(len(ids), len(set(ids)))
        for element in corpus.iter():
            for attribute in ("who", "toWhom", "ref", "corresp", "next", "prev", "ana"):
                for target in element.get(attribute, "").split():
                    self.assertIn(target.lstrip("#"), set(ids), attribute)
        self.assertEqual(len(corpus.findall(f"{TEI}TEI")), len(documents))
        for element, document in zip(corpus.findall(f"{TEI}TEI"), documents):
            words = "\n\n".join("".join(p.itertext()) for p in element.iter(f"{TEI}p") if p not in element.findall(f".//{TEI}teiHeader//{TEI}p"))
            squeeze = lambda text: re.sub(r"\s+", " ", text).strip()
            self.assertEqual(squeeze(words), squeeze(document["doc"]["text"]))
            self.check_statements(element, document)

    def check_statements(self, element, document):
        pieces = collections.defaultdict(list)
        for said in element.iter(f"{TEI}said"):
            pieces[said.get(XML_ID).rsplit(".", 1)[0].rsplit("-", 1)[1]].append(said)
        self.assertEqual(set(pieces), {s["id"] for s in document["statements"]})
        for s in document["statements"]:
            words = "".join("".join(piece.itertext()) for piece in pieces[s["id"]])
            squeeze = lambda text: re.sub(r"\s+", "", text)
            self.assertEqual(squeeze(words), squeeze(s["content"]["text"].replace(" … ", "") if len(s["content"]["spans"]) > 1 else s["content"]["text"]))
            self.assertEqual(pieces[s["id"]][0].get("direct"), {"direct": "true", "indirect": "false", "mixed": "unknown"}[s["kind"]])

    def test_characters_that_xml_does_not_allow(self):
        _, corpus = self.tei(self.record_of(article("A\u0000\u0001\ufffe<&>\"“Yes,” he said.\r\n", id="x\u0002", title="]]>")))
        self.assertIn("\ufffd\ufffd\ufffd<&>\"“Yes,” he said.", "".join(corpus.itertext()))

    def test_valid_by_the_published_schema(self):
        if not VALIDATORS.exists():
            self.skipTest("no public schema here: ./dev test fetches it")
        record = self.record_of_stories()
        extra = self.record_of(article("“A “b", id="q"), article(" ", id="empty"), article(MILL, id="who", authors=["A"], url="https://hill.example/?a=1&b=2"))
        empty, nothing = self.new_record(), pathlib.Path(self.dir, "nothing.jsonl")
        nothing.touch()
        subprocess.run([SAYSO, "add", empty, nothing, "--model", "fast"], stdout=subprocess.DEVNULL, check=True)
        for one in (record, extra, empty):
            path = pathlib.Path(self.dir, "corpus.xml")
            path.write_text(self.export(one, "--format", "tei"), encoding="utf-8")
            done = subprocess.run([VALIDATORS, ROOT / "tests/cli/tei_validator.py", path], capture_output=True, text=True)
            self.assertEqual((done.returncode, done.stdout), (0, ""), done.stderr)


class Streams(Export):
    def many(self, count):
        """A record of many documents that came with their statements, so that nothing has to be extracted."""
        record = self.record_of(article(id="1"))
        whole = self.lines(record, "--format", "json")[0]
        other = self.new_record()
        source = subprocess.Popen([SAYSO, "add", other, "--model", "fast"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
        for number in range(count):
            whole["doc"]["id"] = f"story {number}"
            source.stdin.write(json.dumps(whole).encode() + b"\n")
        source.stdin.close()
        self.assertEqual(source.wait(), 0)
        return other

    def most_memory(self, record, form):
        """Of its own, in KiB, while it writes; the file that is mapped is not counted."""
        process = subprocess.Popen([SAYSO, "export", record, "--format", form], stdout=subprocess.PIPE)
        most, size = 0, 0
        while piece := process.stdout.read(1 << 16):
            size += len(piece)
            status = pathlib.Path(f"/proc/{process.pid}/status").read_text()
            most = max([most, *(int(n) for n in re.findall(r"RssAnon:\s+(\d+)", status))])
        process.stdout.close()
        self.assertEqual(process.wait(), 0)
        return most, size

    def test_memory_does_not_grow_with_the_record(self):
        small, large = self.many(100), self.many(2000)
        for form in ("jsonl", "claimreview", "tei"):
            (few, _), (many, size) = self.most_memory(small, form), self.most_memory(large, form)
            if form != "claimreview":
                self.assertGreater(size, 2_000_000)
            # An allocator keeps some of what it is given back.
            self.assertLess(many - few, 12288, form)

    def test_a_closed_pipe_is_no_error(self):
        record = self.many(300)
        process = subprocess.Popen([SAYSO, "export", record], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        process.stdout.read(100)
        process.stdout.close()
        self.assertEqual((process.wait(timeout=60), process.stderr.read()), (0, b""))
        process.stderr.close()

    def test_a_full_disk_is_one(self):
        record = self.record_of(article(id="1"))
        with open("/dev/full", "wb") as full:
            done = subprocess.run([SAYSO, "export", record], stdout=full, stderr=subprocess.PIPE)
        self.assertEqual((done.returncode, done.stderr), (2, b"sayso: standard output: No space left on device\n"))

    def test_what_is_no_record(self):
        done = run("export", os.path.join(self.dir, "absent.db"))
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"absent.db: no such record", done.stderr)
        self.assertFalse(os.path.exists(os.path.join(self.dir, "absent.db")))
        done = run("export", "postgresql://desk:hush@127.0.0.1:1/news")
        self.assertEqual(done.returncode, 2)
        self.assertTrue(done.stderr.startswith(b"sayso: postgresql://desk@127.0.0.1:1/news: "), done.stderr)
        self.assertNotIn(b"hush", done.stderr)


if __name__ == "__main__":
    if b"not found" in run("extract", "--model", "fast", stdin=b"x").stderr:
        print("export: skipped: no model")
        sys.exit(77)
    unittest.main()

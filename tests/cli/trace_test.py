#!/usr/bin/env python3
"""`sayso trace`, and `sayso verify` on a record, as their users run them: usage: trace_test.py SAYSO [unittest options]

Status 77: skipped, the program finds no model.
"""
import json, os, shutil, tempfile, unittest

from program import run

WORDS = "We will not sell the old mill to Halcyon Fields before the harvest is in."
STORIES = [
    ("Hill Herald", "2025-03-31", "“%s” Mayor Ann Cole told reporters on Monday. She left by boat.\n" % WORDS),
    ("Valley Echo", "2025-04-01", "VELDEN (AP) — It rained. “%s” Mayor Ann Cole said on the bridge.\n" % WORDS),
    ("Dune Post", "2025-04-02", "DUNE (AP) — No sale. “%s” Mayor Ann Cole told a small crowd.\n" % WORDS),
    ("Port Courier", "2025-04-03", "A market day. “%s” Mayor Ann Cole told the market.\n" % WORDS.replace("not ", "")),
]
KEYS = {"quotation", "first_seen", "witnesses", "readings", "lineage", "independent_sources", "odd_witnesses", "near_groups", "near_threshold", "circles", "ambiguous", "reported",
        "origin", "more", "covers"}


class OnARecord(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.dir = folder.name
        cls.record = os.path.join(cls.dir, "said.db")
        cls.add(range(len(STORIES)), cls.record)

    @classmethod
    def add(cls, numbers, record):
        path = os.path.join(cls.dir, "stories.jsonl")
        with open(path, "w", encoding="utf-8") as f:
            for i in numbers:
                outlet, date, text = STORIES[i]
                f.write(json.dumps({"url": f"https://example.org/{i}", "outlet": outlet, "published": date, "text": text}) + "\n")
        done = run("add", record, path, "--model", "fast")
        assert done.returncode == 0, done.stderr

    def ask(self, *args, status=0):
        done = run(*args)
        self.assertEqual(done.returncode, status, done.stderr.decode())
        return done.stdout.decode()

    def test_all_variants(self):
        found = json.loads(self.ask("trace", self.record, WORDS, "--format", "json"))
        self.assertEqual(set(found), KEYS)
        self.assertEqual([w["document"]["outlet"] for w in found["witnesses"]], [outlet for outlet, _, _ in STORIES])
        self.assertEqual(found["first_seen"], "2025-03-31")
        self.assertEqual([r["witnesses"] for r in found["readings"]], [[0, 1, 2], [3]])
        self.assertTrue(found["readings"][1]["sense_changed"])
        self.assertEqual([w["witness"] for w in found["odd_witnesses"]], [3])
        self.assertEqual([(e["type"], e["from"], e["name"]) for e in found["lineage"]],
                         [("credited", 1, "Associated Press"), ("credited", 2, "Associated Press")])
        self.assertEqual((found["independent_sources"]["least"], found["independent_sources"]["most"]), (3, 3))
        for witness in found["witnesses"]:
            text = STORIES[witness["document"]["number"] - 1][2]
            self.assertIn("sell the old mill", " ".join(text[b:e] for b, e in witness["spans"]))

    def test_a_statement_by_its_number(self):
        witness = json.loads(self.ask("trace", self.record, WORDS, "--format", "json"))["witnesses"][0]
        found = json.loads(self.ask("trace", self.record, str(witness["statement"]), "--format", "json"))
        self.assertEqual(len(found["witnesses"]), 4)
        self.ask("trace", self.record, "999999", status=2)

    def test_nearly_the_same_article(self):
        record = os.path.join(self.dir, "near.db")
        path = os.path.join(self.dir, "near.jsonl")
        rest = " ".join("The council met on the %s floor and heard about barge %d, its crew and the price of coal." % (floor, i)
                        for i, floor in enumerate(("first", "second", "third", "fourth", "fifth", "sixth")))
        with open(path, "w", encoding="utf-8") as f:
            for outlet, date in (("Hill Herald", "2025-03-31"), ("Valley Echo", "2025-04-01")):
                f.write(json.dumps({"url": f"https://{outlet[:4].lower()}.example/1", "outlet": outlet, "published": date,
                                    "text": f"“{WORDS}” Mayor Ann Cole told the {outlet} reporters. {rest}"}) + "\n")
        self.assertEqual(run("add", record, path, "--model", "fast").returncode, 0)
        found = json.loads(self.ask("trace", record, WORDS))
        self.assertEqual((found["near_groups"], found["near_threshold"]), ([[0, 1]], 0.7))
        self.assertEqual(found["independent_sources"]["most"], 1)
        self.assertIn("70 % and more", " ".join(self.ask("trace", record, WORDS, "--format", "text").split()))

    def test_the_stories_of_the_examples(self):
        record = os.path.join(self.dir, "demo.db")
        examples = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "examples")
        stories = sorted(os.path.join(examples, f) for f in os.listdir(examples) if f[:2].isdigit())
        self.assertEqual(run("add", record, *stories, "--model", "fast").returncode, 0)
        found = json.loads(self.ask("trace", record, "We did not use a machine to finish her lines"))
        self.assertEqual([r["sense_changed"] for r in found["readings"]], [False, True])
        first = found["witnesses"][found["readings"][1]["witnesses"][0]]
        self.assertEqual((first["document"]["outlet"], first["document"]["published"]), ("The Popcorn Ledger", "2026-03-04"))
        self.assertEqual(found["independent_sources"]["least"], 1)
        stated = {(found["witnesses"][e["from"]]["document"]["path"][-26:], e["name"]) for e in found["lineage"] if e["type"] == "stated"}
        self.assertIn(("/02-halyard-film-voice.txt"[-26:], "Port Ansel Courier"), stated)
        cut = json.loads(self.ask("verify", record, "I will pull the film", "--by", "Maren Tolliver", status=1))
        self.assertEqual((cut["verdict"], cut["sense_changed"]), ("altered", True))
        self.assertTrue(cut["witnesses"][0]["cut"]["before"].startswith("If her children ask me to"))

    def test_nobody_has_it(self):
        found = json.loads(self.ask("trace", self.record, "The weather was fine in Port Ansel.", "--format", "json", status=1))
        self.assertEqual((found["witnesses"], found["covers"]["documents"]), ([], 4))

    def test_text_and_graph(self):
        text = self.ask("trace", self.record, WORDS, "--format", "text")
        self.assertLessEqual(max(map(len, text.splitlines())), 80)
        self.assertIn("3 independent sources", " ".join(text.split()))
        self.assertTrue(self.ask("trace", self.record, WORDS, "--format", "dot").startswith("digraph"))

    def test_verify(self):
        found = json.loads(self.ask("verify", self.record, WORDS, "--by", "Ann Cole"))
        self.assertEqual([w["verdict"] for w in found["witnesses"]], ["verbatim"] * 3 + ["altered"])
        self.assertTrue(found["disputed"])  # one has left out "not"
        self.assertEqual(found["covers"], {"documents": 4, "outlets": 4, "first": "2025-03-31", "last": "2025-04-03"})

    def test_bad_usage(self):
        for args in ((), (self.record,), (self.record, "a", "b"), (self.record, "?!"), ("/nowhere/said.db", WORDS), (self.record, WORDS, "--format", "xml")):
            self.ask("trace", *args, status=2)

    def test_the_index_is_made_where_it_is_not_there_or_damaged(self):
        record = os.path.join(self.dir, "other.db")
        self.add([0], record)
        self.assertTrue(os.path.exists(record + ".index/manifest"))  # by add
        self.add([1], record)
        segments = lambda: [os.path.join(record + ".index", f) for f in os.listdir(record + ".index") if f.endswith(".words")]
        for damage in (lambda: shutil.rmtree(record + ".index"), lambda: os.truncate(record + ".index/manifest", 20),
                       lambda: os.truncate(segments()[0], 40), lambda: os.remove(segments()[0]),
                       lambda: shutil.copyfile(self.record + ".index/manifest", record + ".index/manifest")):
            damage()
            found = json.loads(self.ask("trace", record, WORDS))
            self.assertEqual(len(found["witnesses"]), 2)

    def test_a_record_that_was_replaced(self):
        record = os.path.join(self.dir, "replaced.db")
        self.add([3, 2, 1], record)
        for ending in ("", "-wal", "-shm"):
            if os.path.exists(record + ending):
                os.remove(record + ending)
        self.add([0], record)
        found = json.loads(self.ask("trace", record, WORDS))
        self.assertEqual([w["document"]["outlet"] for w in found["witnesses"]], ["Hill Herald"])


if __name__ == "__main__":
    unittest.main()

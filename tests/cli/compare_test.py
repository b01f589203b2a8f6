#!/usr/bin/env python3
"""`sayso compare` as its users run it: usage: compare_test.py SAYSO [unittest options]"""
import json, os, subprocess, sys, tempfile, unittest

SAYSO = os.path.abspath(sys.argv.pop(1)) if len(sys.argv) > 1 else "sayso"
SOLD, UNSOLD = "We have sold the mill to Imogen Halse.", "We have not sold the mill to Imogen Halse."
KEYS = {"id", "same_utterance", "relation", "edits", "sense_changed", "score"}


def run(*args, stdin=""):
    return subprocess.run([SAYSO, "compare", *args], input=stdin.encode(), capture_output=True, timeout=120)


def lines(done):
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


class TwoWordings(unittest.TestCase):
    def test_json(self):
        done = run(SOLD, UNSOLD)
        self.assertEqual(done.returncode, 0, done.stderr)
        found = lines(done)[0]
        self.assertEqual(set(found), KEYS - {"id"})
        self.assertEqual((found["same_utterance"], found["relation"], found["sense_changed"]), (True, "altered", True))
        edit = found["edits"][0]
        self.assertEqual((edit["type"], edit["a"], edit["b"], edit["touches"], edit["sense_critical"]), ("insert", "", "not", "negation", True))
        self.assertEqual(UNSOLD[slice(*edit["b_span"])], "not")

    def test_text_is_at_most_80_columns_wide(self):
        done = run("--format", "text", " ".join([SOLD] * 6), " ".join([UNSOLD] * 6))
        self.assertEqual(done.returncode, 0)
        text = done.stdout.decode()
        self.assertIn("negation", text)
        self.assertLessEqual(max(map(len, text.splitlines())), 80)
        self.assertNotIn("\x1b", text)

    def test_bad_usage(self):
        for args in ((), ("one",), ("one", "two", "three"), ("--pairs", "x", "one"), ("--format", "xml", "a", "b"), ("--pairs", "/nowhere")):
            done = run(*args)
            self.assertEqual(done.returncode, 2, args)
            self.assertTrue(done.stderr.startswith(b"sayso: "), args)

    def test_bytes_that_are_no_text(self):
        done = subprocess.run([SAYSO, "compare", b"\xff\xfe mill", b"mill"], capture_output=True, timeout=60)
        self.assertEqual(done.returncode, 0)
        json.loads(done.stdout)


class Pairs(unittest.TestCase):
    def test_lines_in_lines_out(self):
        pairs = [{"id": "p1", "a": {"text": SOLD}, "b": {"text": UNSOLD, "outlet": "Hill Herald", "date": "2026-01-02", "speaker": "Ann Cole",
                                                          "before": "x", "after": None}},
                 {"id": 7, "a": {"text": SOLD}, "b": {"text": "The weather was fine."}}]
        done = run("--pairs", "-", stdin="".join(json.dumps(p) + "\n" for p in pairs))
        self.assertEqual(done.returncode, 0, done.stderr)
        found = lines(done)
        self.assertEqual([f["id"] for f in found], ["p1", 7])
        self.assertEqual([f["relation"] for f in found], ["altered", "different_utterance"])
        self.assertTrue(all(set(f) == KEYS for f in found))

    def test_one_bad_line_loses_no_other(self):
        good = json.dumps({"id": 1, "a": {"text": SOLD}, "b": {"text": SOLD}})
        done = run("--pairs", "-", stdin=good + "\nnonsense\n{\"id\": 2, \"a\": {}}\n\n" + good + "\n")
        self.assertEqual(done.returncode, 2)
        self.assertEqual([f["relation"] for f in lines(done)], ["identical", "identical"])
        self.assertIn(b"-:2: ", done.stderr)
        self.assertIn(b"-:3: no text in \"a\"", done.stderr)

    def test_a_file(self):
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as f:
            f.write(json.dumps({"a": {"text": SOLD}, "b": {"text": SOLD}}))
            f.flush()
            self.assertIsNone(lines(run("--pairs", f.name))[0]["id"])

    LETTER = "In a letter to the council Ann Cole made her case. “We must keep the old mill and its weir for the people of Weston,” she wrote.\n"
    HEARING = "Ann Cole testified at a hearing on Monday. “We should keep the old mill and its race for the people of Weston,” Cole said.\n"

    def with_documents(self, folder):
        texts = {"d1": self.LETTER, "d2": self.HEARING}
        sides = []
        for name, text in texts.items():
            begin, end = text.index("“") + 1, text.index("”")
            sides.append({"doc": name, "begin": begin, "end": end, "text": text[begin:end], "outlet": name})
        pairs, documents = os.path.join(folder, "pairs.jsonl"), os.path.join(folder, "documents.jsonl")
        with open(pairs, "w") as f:
            f.write(json.dumps({"id": 1, "a": sides[0], "b": sides[1], "same_utterance": False, "relation": "different_utterance", "sense_changed": False}))
        with open(documents, "w") as f:
            f.writelines(json.dumps({"id": name, "text": text}) + "\n" for name, text in texts.items())
        return pairs, documents

    def test_in_the_documents_that_they_were_taken_from(self):
        with tempfile.TemporaryDirectory() as folder:
            pairs, documents = self.with_documents(folder)
            self.assertTrue(lines(run("--pairs", pairs))[0]["same_utterance"])
            done = run("--pairs", pairs, "--documents", documents)
            self.assertEqual((done.returncode, done.stderr), (0, b""))
            self.assertFalse(lines(done)[0]["same_utterance"])
            self.assertEqual(run("--pairs", pairs, "--documents", "/nowhere").returncode, 2)
            self.assertEqual(run("--documents", documents, "a", "b").returncode, 2)

    def test_eval_reads_the_documents_too(self):
        with tempfile.TemporaryDirectory() as folder:
            pairs, documents = self.with_documents(folder)
            predicted = []
            for more in ([], ["--documents", documents]):
                done = subprocess.run([SAYSO, "eval", pairs, "--format", "json", *more], capture_output=True, timeout=120)
                self.assertEqual(done.returncode, 0, done.stderr)
                predicted.append(json.loads(done.stdout)["same_utterance"]["pred"])
            self.assertEqual(predicted, [1, 0])


if __name__ == "__main__":
    unittest.main()

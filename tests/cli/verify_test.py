#!/usr/bin/env python3
"""`sayso verify` as its users run it: usage: verify_test.py SAYSO [unittest options]"""
import json, os, subprocess, sys, tempfile, unittest

SAYSO = os.path.abspath(sys.argv.pop(1)) if len(sys.argv) > 1 else "sayso"
STORY = """VELDEN, March 31, 2025 - Mayor Ann Cole said the old mill would stay.

"It has stood here for two hundred years," Cole told reporters. "We will not sell the mill to anybody, unless the roof falls in."
"""
OTHER = """VELDEN, April 2, 2025 - The mill is safe.

"It has stood here for two hundred years," Mayor Ann Cole told the council on Monday.
"""
FOUND = "It has stood here for two hundred years."
KEYS = {"verdict", "quotation", "by", "sense_changed", "disputed", "edits", "witnesses", "more", "near", "covers"}
WITNESS = {"verdict", "document", "statement", "speaker", "speaker_text", "printed", "text", "spans", "edits", "sense_changed", "cut", "share", "utterance"}


class Verify(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        for name, text in (("story.txt", STORY), ("other.txt", OTHER)):
            with open(os.path.join(self.folder.name, name), "w", encoding="utf-8") as f:
                f.write(text)

    def tearDown(self):
        self.folder.cleanup()

    def run_sayso(self, *args, timeout=120, **more):
        return subprocess.run([SAYSO, *args], cwd=self.folder.name, capture_output=True, timeout=timeout, **more)

    def verify(self, *args, status):
        done = self.run_sayso("verify", *args, "--model", "fast", "--format", "json")
        self.assertEqual(done.returncode, status, done.stderr.decode())
        found = json.loads(done.stdout)
        self.assertEqual(set(found), KEYS)
        for witness in found["witnesses"] + found["near"]:
            self.assertEqual(set(witness), WITNESS)
        return found

    def test_verbatim(self):
        found = self.verify("--against", "story.txt", "other.txt", FOUND, status=0)
        self.assertEqual(found["verdict"], "verbatim")
        self.assertEqual([w["document"]["path"] for w in found["witnesses"]], ["story.txt", "other.txt"])
        for witness, text in zip(found["witnesses"], (STORY, OTHER)):
            self.assertEqual(" ".join(text[b:e] for b, e in witness["spans"]), FOUND.rstrip("."))

    def test_the_quotation_may_come_first(self):
        self.assertEqual(self.verify(FOUND, "--against", "story.txt", status=0)["verdict"], "verbatim")

    def test_a_cut_that_turns_the_sense(self):
        found = self.verify("--against", "story.txt", "We will not sell the mill to anybody", status=1)
        self.assertEqual((found["verdict"], found["sense_changed"]), ("altered", True))
        self.assertIn("unless the roof falls in", found["witnesses"][0]["cut"]["after"])

    def test_other_speaker(self):
        found = self.verify("--against", "story.txt", FOUND, "--by", "Rufus Tolmin", status=1)
        self.assertEqual((found["verdict"], found["by"]), ("other_speaker", "Rufus Tolmin"))

    def test_not_found_says_what_was_searched(self):
        found = self.verify("--against", "story.txt", "The weather was fine in Port Ansel.", status=1)
        self.assertEqual(found["verdict"], "not_found")
        self.assertEqual(found["covers"], {"documents": 1, "outlets": 0, "first": "2025-03-31", "last": "2025-03-31"})

    def test_text_is_at_most_80_columns_wide(self):
        for quotation in (FOUND, FOUND.replace("two", "three"), "We will not sell the mill to anybody", "Nobody was there to see it"):
            done = self.run_sayso("verify", "--against", "story.txt", "other.txt", quotation, "--format", "text", "--model", "fast")
            text = done.stdout.decode()
            self.assertLessEqual(max(map(len, text.splitlines())), 80)
            self.assertNotIn("\x1b", text)
            self.assertIn("Searched: 2 documents", text)

    def test_an_input_that_is_not_there(self):
        done = self.run_sayso("verify", "--against", "nowhere.txt", "story.txt", FOUND, "--model", "fast")
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"sayso: nowhere.txt: ", done.stderr)
        self.assertEqual(json.loads(done.stdout)["verdict"], "verbatim")

    def test_bad_usage(self):
        for args in ((), ("one",), ("a", "b", "c"), ("--against", FOUND), ("--against", "story.txt", "?!"), ("nowhere.sayso", FOUND),
                     ("story.txt", FOUND), ("--format", "xml", "a", "b"), ("--limit", "0", "a", "b")):
            done = self.run_sayso("verify", *args)
            self.assertEqual(done.returncode, 2, args)
            self.assertTrue(done.stderr.startswith(b"sayso: "), args)

    def test_odd_quotations(self):
        for quotation in ("mill", "the of and", "mill " * 20_000, "\u753a\u306e\u58f0 mill \u0644\u0627", b"\xff\xfe mill"):
            done = self.run_sayso("verify", "--against", "story.txt", quotation, "--model", "fast")
            self.assertEqual(done.returncode, 1, done.stderr)
            json.loads(done.stdout)


if __name__ == "__main__":
    unittest.main()

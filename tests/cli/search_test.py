#!/usr/bin/env python3
"""`sayso search` as its users run it: usage: search_test.py SAYSO [unittest options]

Status 77: skipped, the program finds no model.
"""
import csv, io, json, os, unittest

from program import on_terminal, run
from record_fixture import WithRecord, documents, main

CONTRACT = {"id", "kind", "content", "cue", "source", "via", "addressee", "channel", "said_at", "stance", "parent", "confidence"}


class Search(WithRecord):
    def contents(self, *args, **options):
        return [s["content"]["text"] for s in self.object("search", *args, **options)["statements"]]

    def test_one_object_with_the_keys_of_the_contract(self):
        found = self.object("search", "ferry strike")
        self.assertEqual(set(found), {"total", "at_least", "next", "who", "corrected", "notes", "statements"})
        first = found["statements"][0]
        self.assertLessEqual(CONTRACT, set(first))
        self.assertEqual(set(first) - CONTRACT, {"statement", "document", "doc", "person", "marks", "copies"})
        self.assertEqual((first["person"]["name"], first["doc"]["outlet"]), ("Imogen Halse", "Valley Post"))
        self.assertEqual([c["outlet"] for c in first["copies"]], ["Hill Herald"])
        marked = [first["content"]["text"][b:e] for b, e in first["marks"]]
        self.assertEqual(marked, ["ferry", "strike"])
        self.assertEqual((found["total"], found["at_least"], found["next"]), (2, False, None))

    def test_filters(self):
        self.assertEqual(len(self.contents("--by", "Oakshott")), 2)
        self.assertEqual(len(self.contents("--by", "Bertram Oakshott", "--outlet", "valley post")), 1)
        self.assertEqual(len(self.contents("--by", "Oakshott", "--since", "2026-04")), 1)
        self.assertEqual(len(self.contents("--by", "Oakshott", "--until", "2026-03")), 1)
        self.assertEqual(len(self.contents("--by", "Oakshott", "--by", "Quay Shipping")), 3)
        self.assertEqual(len(self.contents("--type", "anonymous")), 1)
        self.assertEqual(len(self.contents("--by", "officials")), 1)
        self.assertEqual(self.contents("asked -crews"), ["“We were never asked,”"])
        self.assertEqual(len(self.contents("--channel", "statement")), 1)

    def test_nothing_found(self):
        self.assertEqual(self.contents("zeppelin", status=1), [])
        done = run("search", self.record, "zeppelin", "--format", "text")
        self.assertEqual((done.returncode, done.stderr), (1, b"sayso: nothing found\n"))

    def test_what_was_understood_is_said(self):
        self.assertIn("showing results for “government”", self.text("search", "goverment"))
        self.assertIn("nobody is called Imogen Hasle; similar: Imogen Halse", self.text("search", "--by", "Imogen Hasle"))
        self.assertIn("no outlet called Oxmoor Echo", self.text("search", "--outlet", "Oxmoor Echo", status=1))

    def test_text_and_a_terminal(self):
        plain = self.text("search", "ferry strike")
        self.assertIn("2 statements, best first", plain)
        self.assertIn("also in Hill Herald (1 document)", plain)
        shown, status = on_terminal("search", self.record, "ferry strike")
        self.assertEqual(status, 0)
        self.assertIn("\x1b[1;33mferry\x1b[0m", shown)

    def test_facets(self):
        facets = self.object("search", "--facets")["facets"]
        self.assertEqual(set(facets), {"outlet", "person", "kind", "month", "channel"})
        self.assertEqual({f["outlet"] for f in facets["outlet"]}, {"Hill Herald", "Valley Post"})
        self.assertEqual([f["month"] for f in facets["month"]], ["2026-03", "2026-04"])
        self.assertIn("outlet     Hill Herald", self.text("search", "--facets"))

    def test_pages(self):
        whole = self.contents()
        pages, after = [], []
        while True:
            found = self.object("search", "--limit", "2", *after)
            pages += [s["content"]["text"] for s in found["statements"]]
            self.assertLessEqual(len(found["statements"]), 2)
            if not found["next"]:
                break
            after = ["--after", found["next"]]
        self.assertEqual(pages, whole)
        self.assertIn("more: --after ", self.text("search", "--limit", "1"))

    def test_lines_and_rows(self):
        lines = [json.loads(line) for line in self.ask("search", "--format", "jsonl").splitlines()]
        rows = list(csv.DictReader(io.StringIO(self.ask("search", "--format", "csv"))))
        self.assertEqual([l["content"]["text"] for l in lines], [r["content"] for r in rows])
        self.assertEqual([str(l["statement"]) for l in lines], [r["record_statement"] for r in rows])

    def test_odd_queries_are_no_errors(self):
        for query in ("((", "\"", "AND", "NOT", "-", "*", "ferry OR", "a:b", "💥", "x" * 5000, "'; DROP TABLE documents", "\\", "NEAR(a b)", "^ferry", "{tags}: x"):
            self.assertIn(run("search", self.record, "--", query).returncode, (0, 1), query)

    def test_bad_usage(self):
        for args in (["--kind", "loud"], ["--since", "soon"], ["--limit", "0"], ["--by", "#99999"], ["--after", "here"], ["--format", "brat"]):
            done = run("search", self.record, *args)
            self.assertEqual(done.returncode, 2, args)
            self.assertTrue(done.stderr.startswith(b"sayso: "), args)
        missing = os.path.join(self.folder.name, "nowhere.db")
        for args in ([missing], [missing, "--since-last", "x"]):
            self.assertEqual(run("search", *args).returncode, 2)
            self.assertFalse(os.path.exists(missing))


class Addressees(WithRecord):
    def test_who_is_nobody_in_particular(self):
        self.add(documents([("Oxmoor Echo", "2026-01-05", "Gates", "“The gates are shut,” Imogen Halse told reporters.\n")]).replace("/0", "/gates"))
        found = self.object("search", "--to", "reporters")["statements"]
        self.assertEqual([s["content"]["text"] for s in found], ["“The gates are shut,”"])
        self.object("search", "--by", "reporters", status=1)


class SinceLast(WithRecord):
    def test_only_what_is_new(self):
        self.assertEqual(len(self.object("search", "ferry", "--since-last", "ferries")["statements"]), 3)
        self.assertEqual(self.object("search", "ferry", "--since-last", "ferries", status=1)["statements"], [])
        self.add(documents([("Oxmoor Echo", "2026-01-05", "Old ferry", "x")]).replace('"x"', '"“An old ferry sank,” Imogen Halse said."').replace("/0", "/new"))
        new = self.object("search", "--since-last", "ferries")["statements"]  # the name remembers the query
        self.assertEqual([s["content"]["text"] for s in new], ["“An old ferry sank,”"])
        self.assertEqual(run("search", self.record, "talks", "--since-last", "ferries").returncode, 2)

    def test_pages_of_what_is_new(self):
        self.object("search", "quay", "--since-last", "quays", status=1)  # nothing yet
        self.add(documents([("Oxmoor Echo", "2026-01-05", "Quays", "“The quay is closed,” Imogen Halse said. “The quay is open,” Bertram Oakshott said. “The quay has gone,” Halse said.\n")])
                 .replace("/0", "/quays"))
        found = self.object("search", "--since-last", "quays", "--limit", "2")
        rest = self.object("search", "--since-last", "quays", "--limit", "2", "--after", found["next"])
        self.assertEqual((found["total"], len(found["statements"]), len(rest["statements"]), rest["next"]), (3, 2, 1, None))
        self.object("search", "--since-last", "quays", status=1)


if __name__ == "__main__":
    main()

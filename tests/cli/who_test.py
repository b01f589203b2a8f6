#!/usr/bin/env python3
"""`sayso who` and `sayso stats` as their users run them: usage: who_test.py SAYSO [unittest options]

Status 77: skipped, the program finds no model.
"""
import csv, io, json, os, sqlite3, unittest

from program import run
from record_fixture import WithRecord, documents, main


class Who(WithRecord):
    def id_of(self, name):
        return str(self.object("who", name)["person"]["id"])

    def test_who_is_quoted_most(self):
        people = self.object("who")["people"]
        self.assertEqual({p["person"] for p in people}, {"Imogen Halse", "Bertram Oakshott"})
        self.assertEqual([p["statements"] for p in people], sorted((p["statements"] for p in people), reverse=True))
        self.assertEqual(self.object("who", "--type", "organization")["people"][0]["person"], "Quay Shipping")
        self.assertEqual(self.object("who", "--limit", "1")["left_out"], 1)
        self.assertIn("Imogen Halse", self.text("who"))
        self.assertEqual(self.object("who", "--since", "2030", status=1)["people"], [])

    def test_a_person(self):
        page = self.object("who", "Mayor", "Halse")
        self.assertEqual(page["person"]["name"], "Imogen Halse")
        self.assertEqual({o["outlet"] for o in page["person"]["outlets"]}, {"Hill Herald", "Valley Post"})
        self.assertGreaterEqual(len(page["statements"]), 2)
        shown = self.text("who", "Imogen Halse")
        self.assertIn("outlet", shown)
        self.assertIn("The ferry strike will end", shown)

    def test_lines_and_rows(self):
        people = self.object("who")["people"]
        self.assertEqual([json.loads(line) for line in self.ask("who", "--format", "jsonl").splitlines()], people)
        why = self.object("who", "Imogen Halse", "--why")["joinings"]
        self.assertEqual([json.loads(line) for line in self.ask("who", "Imogen Halse", "--why", "--format", "jsonl").splitlines()], why)
        rows = csv.DictReader(io.StringIO(self.ask("who", "Imogen Halse", "--why", "--format", "csv")))
        self.assertEqual([(int(r["document"]), r["reasons"]) for r in rows], [(j["document"], j["reasons"]) for j in why])
        done = run("who", self.record, "Imogen Halse", "--why", "--limit", "1", "--format", "jsonl")
        self.assertEqual((len(done.stdout.splitlines()), done.stderr), (1, b"sayso: 1 document left out\n"))

    def test_nobody(self):
        self.assertEqual(self.object("who", "Zebedee Quirk", status=1)["who"][0]["people"], [])
        self.assertIn("similar:\n  #", self.text("who", "Imogen Hasle", status=1))

    def test_why(self):
        why = self.object("who", "Imogen Halse", "--why")["joinings"]
        self.assertEqual(len(why), 2)
        self.assertIn("same full name", why[1]["reasons"])
        self.assertIn("same full name", self.text("who", "Imogen Halse", "--why"))


class Curator(WithRecord):
    def id_of(self, name):
        return str(self.object("who", name)["person"]["id"])

    def test_merge_rename_split_undo_and_log(self):
        halse, oakshott = self.id_of("Imogen Halse"), self.id_of("Bertram Oakshott")
        before = len(self.object("who", halse)["statements"])
        self.assertIn(f"merged #{oakshott} Bertram Oakshott into #{halse}", self.text("who", "--merge", halse, oakshott))
        self.assertEqual(self.id_of("Bertram Oakshott"), halse)
        self.text("who", "--undo")
        self.assertEqual(len(self.object("who", halse)["statements"]), before)
        self.text("who", "--rename", halse, "Dame Imogen")
        self.assertEqual(self.object("who", "Dame Imogen")["person"]["id"], int(halse))
        document = str(self.object("who", halse, "--why")["joinings"][0]["document"])
        self.assertIn("split #", self.text("who", "--split", halse, document))
        self.assertLess(len(self.object("who", halse)["statements"]), before)
        log = [json.loads(line) for line in self.ask("who", "--log", "--format", "json").splitlines()]
        self.assertEqual([(d["action"], d["undone"]) for d in log], [("merge", True), ("rename", False), ("split", False)])
        self.text("who", "--undo", "3")
        self.assertEqual(len(self.object("who", halse)["statements"]), before)

    def test_the_log_has_the_programs_own_decisions(self):
        halse, quay = self.id_of("Imogen Halse"), self.id_of("Quay Shipping")
        with sqlite3.connect(self.record) as db:
            number = db.execute("INSERT INTO decisions (made, action, person, other, details) VALUES ('2026-01-01T00:00:00Z', 'join', ?, ?, 'same full name')", (halse, quay)).lastrowid
            db.execute("UPDATE people SET merged_into = ? WHERE id = ?", (halse, quay))
        db.close()
        log = lambda *args: [json.loads(line) for line in self.ask("who", "--log", "--format", "json", *args).splitlines()]
        self.assertEqual([(d["action"], d["other"]) for d in log() if d["id"] == number], [("join", int(quay))])
        done = run("who", self.record, "--log", "--limit", "1", "--format", "text")
        self.assertIn("found #", done.stdout.decode())
        self.assertEqual(len(done.stdout.splitlines()), 1)
        self.assertEqual(b"left out" in done.stderr, len(log()) > 1)
        while run("who", self.record, "--undo").returncode == 0:
            pass
        self.assertIn(b"`sayso who --log` lists", run("who", self.record, "--undo").stderr)
        self.ask("who", "--undo", str(number))
        self.assertTrue(log()[-1]["undone"])
        self.assertEqual(self.id_of("Quay Shipping"), quay)

    def test_bad_usage(self):
        halse = self.id_of("Bertram Oakshott")
        for args in (["--merge", halse], ["--merge", halse, halse], ["--merge", halse, "999999"], ["--split", halse], ["--split", halse, "999999"],
                     ["--rename", halse], ["--undo", "77"], ["--merge", "--undo", halse], ["999999"], ["--people", "/nowhere.csv"]):
            done = run("who", self.record, *args)
            self.assertEqual(done.returncode, 2, args)
            self.assertTrue(done.stderr.startswith(b"sayso: "), args)
        missing = os.path.join(self.folder.name, "nowhere.db")
        self.assertEqual(run("who", missing, "--merge", "1", "2").returncode, 2)
        self.assertFalse(os.path.exists(missing))


class KnownPeople(WithRecord):
    def test_a_list(self):
        path = os.path.join(self.folder.name, "people.csv")
        with open(path, "w", encoding="utf-8") as f:
            f.write("Person;Also known as;Wikidata;Sex\nImogen Halse;Dame Imogen|The Iron Dame;http://www.wikidata.org/entity/Q1;F\n;x;;\nBertram Oakshott;;Q2;male\n")
        done = run("who", self.record, "--people", path, "--format", "json")
        self.assertEqual(json.loads(done.stdout), {"added": 0, "matched": 2, "wrong": 1})
        self.assertEqual((done.returncode, done.stderr.decode()), (2, f"sayso: {path}:3: no name\n"))
        page = self.object("who", "The Iron Dame")["person"]
        self.assertEqual((page["name"], page["wikidata"], page["gender"]), ("Imogen Halse", "Q1", "female"))
        stats = self.object("stats", "--by", "gender")
        self.assertEqual({r["gender"] for r in stats["rows"]}, {"female", "male", None})
        self.assertEqual(stats["all"]["women"] + stats["all"]["men"] + next(r["statements"] for r in stats["rows"] if r["gender"] is None), stats["all"]["statements"])

    def test_a_list_that_is_none(self):
        path = os.path.join(self.folder.name, "none.csv")
        with open(path, "w") as f:
            f.write("a,b\n1,2\n")
        done = run("who", self.record, "--people", path)
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"needs a column `name`", done.stderr)


class LongStats(WithRecord):
    def test_months_and_names(self):
        outlet = "The Oxmoor and Weirside Advertiser with the Valley Gazette, the Hill Herald and the Harbour Post"
        days = [f"2025-{month:02}-01" for month in range(1, 13)] + ["2025-12-02", "2025-11-02"]
        self.add(documents([(outlet, day, "Quays", f"“The quay has {i} gates,” Imogen Halse said.\n") for i, day in enumerate(days)]).replace("news.example", "long.example"))
        self.assertIn(outlet, self.ask("stats", "--by", "outlet,kind", "--format", "text"))  # whole in a pipe
        months = next(line for line in self.text("stats").splitlines() if "month " in line)
        self.assertIn("2025-12 2", self.text("stats"))
        self.assertNotIn("2025-10 1", months)

    def test_days_that_are_none(self):
        for typed in ("2025-13", "soon", "20256"):
            self.assertIn(f"'{typed}' is no day, month or year", run("stats", self.record, "--since", typed).stderr.decode())
            self.assertIn(f"'{typed}' is no day, month or year", run("stats", self.record, "--until", typed).stderr.decode())


class Stats(WithRecord):
    def test_overview(self):
        stats = self.object("stats")
        self.assertEqual(stats["all"]["documents"], 3)
        for by in ("outlet", "person", "kind", "channel", "stance", "type", "month"):
            self.assertEqual(sum(r["statements"] for r in stats[by]), stats["all"]["statements"], by)
        self.assertNotIn("women", stats["all"])  # never guessed
        shown = self.text("stats")
        self.assertIn("3 documents, 2026-0", shown)
        self.assertIn("outlet     Hill Herald", shown)

    def test_by_two_things(self):
        rows = self.object("stats", "--by", "outlet,kind")["rows"]
        self.assertEqual({(r["outlet"]) for r in rows}, {"Hill Herald", "Valley Post"})
        table = list(csv.DictReader(io.StringIO(self.ask("stats", "--by", "outlet,kind", "--format", "csv"))))
        self.assertEqual([int(r["statements"]) for r in table], [r["statements"] for r in rows])
        self.assertIn("anonymous", self.text("stats", "--by", "outlet"))

    def test_the_overview_as_a_table(self):
        stats = self.object("stats")
        table = list(csv.DictReader(io.StringIO(self.ask("stats", "--format", "csv"))))
        self.assertEqual([(r["value"], int(r["statements"])) for r in table if r["by"] == "outlet"], [(r["outlet"], r["statements"]) for r in stats["outlet"]])
        self.assertEqual({r["by"] for r in table}, {"outlet", "person", "kind", "channel", "stance", "type", "month"})

    def test_filters(self):
        self.assertEqual(self.object("stats", "--who", "Oakshott")["all"]["statements"], 2)
        self.assertEqual(self.object("stats", "--query", "ferry strike")["all"]["statements"], 2)
        self.assertEqual(self.object("stats", "--by", "month", "--until", "2026-03")["rows"][0]["month"], "2026-03")
        limited = self.object("stats", "--by", "person", "--limit", "1")
        self.assertGreater(limited["left_out"], 0)
        self.assertIn("more", self.text("stats", "--by", "person", "--limit", "1"))

    def test_bad_usage(self):
        for args in (["--by", "colour"], ["--by", ""]):
            self.assertEqual(run("stats", self.record, *args).returncode, 2, args)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""`sayso add` as its users run it: usage: add_test.py SAYSO [unittest options]

Status 77: skipped, the program finds no model.
"""
import json, os, re, shutil, signal, sqlite3, subprocess, sys, tempfile, unittest

from program import SAYSO, on_terminal, run

STORY = ("Mill on Weir Lane to close\n\n"
         "“We held on as long as we could,” Ilse Torvald told reporters on Monday. “There is no money left.”\n\n"
         "The owner, Café Brandt, denied that the site had been sold. Torvald said that talks would go on.\n")
KEYS = ["id", "path", "outcome", "document", "version", "statements", "near", "changes"]


def article(number, text=STORY):
    return json.dumps({"url": f"https://hillherald.example/{number}", "outlet": "Hill Herald", "text": text}) + "\n"


class Add(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.dir = folder.name
        self.record = os.path.join(self.dir, "said.db")

    def write(self, name, content):
        path = os.path.join(self.dir, name)
        with open(path, "wb") as f:
            f.write(content if isinstance(content, bytes) else content.encode())
        return path

    def add(self, *args, record=None, **options):
        return run("add", record or self.record, "--model", "fast", *args, **options)

    def added(self, *args, **options):
        """The lines of a run without complaints."""
        done = self.add("--format", "json", *args, **options)
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        return [json.loads(line) for line in done.stdout.splitlines()]

    def rows(self, sql, record=None):
        with sqlite3.connect(f"file:{record or self.record}?mode=ro", uri=True) as db:
            return db.execute(sql).fetchall()


class Outcomes(Add):
    def test_added_known_and_a_new_version(self):
        path = self.write("story.txt", STORY)
        first, = self.added(path)
        self.assertEqual(list(first), KEYS)
        self.assertEqual((first["path"], first["outcome"], first["version"], first["changes"]), (path, "added", 1, []))
        self.assertGreaterEqual(first["statements"], 3)
        known, = self.added(path)
        self.assertEqual(known, first | {"outcome": "known"})
        self.write("story.txt", STORY.replace("no money", "hardly any money"))
        second, = self.added(path)
        self.assertEqual((second["outcome"], second["version"]), ("new_version", 2))
        change, = second["changes"]
        self.assertEqual((change["change"], "no money" in change["before"], "hardly any money" in change["after"]), ("reworded", True, True))

    def test_again_and_another_model(self):
        path = self.write("story.txt", STORY)
        self.added(path)
        self.assertEqual(self.added("--again", path)[0]["outcome"], "again")
        model, = self.rows("SELECT model FROM documents")
        self.assertRegex(model[0], "^fast-[0-9a-f]{8}$")
        with sqlite3.connect(self.record) as db:
            db.execute("UPDATE documents SET model = 'fast-00000000'")
        self.assertEqual(self.added(path)[0]["outcome"], "again")
        self.assertEqual(self.rows("SELECT model FROM documents"), [model])

    def test_every_column_is_documented(self):
        self.added(self.write("story.txt", STORY))
        documented, table = {}, None
        with open(os.path.join(os.path.dirname(__file__), "..", "..", "docs", "record.md"), encoding="utf-8") as f:
            for line in f:
                cells = re.fullmatch(r"\| (?:`(\w+)` )?\|((?: `\w+`,?)*) \|.*\n", line)
                if not cells:
                    continue
                table = cells[1] or table
                documented.setdefault(table, set()).update(re.findall(r"\w+", cells[2]))
        for name, in self.rows("SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%STRICT%'"):
            columns = {row[1] for row in self.rows(f"PRAGMA table_info({name})")}
            self.assertEqual(columns - {"id"}, documented.get(name, set()) - {"id"}, name)

    def test_corrected_metadata_are_taken(self):
        wrong = {"url": "https://hillherald.example/1", "outlet": "Post", "title": "Wrong titel", "date": "2050-09-30", "text": STORY}
        right = wrong | {"outlet": "The Post", "title": "Right title", "date": "2020-09-30"}
        outcomes = [self.added("-", stdin=json.dumps(one).encode())[0]["outcome"] for one in (wrong, right, right)]
        self.assertEqual(outcomes, ["added", "again", "known"])
        self.assertEqual(self.rows("SELECT title, o.name, published FROM documents JOIN outlets o ON o.id = outlet"), [("Right title", "The Post", "2020-09-30")])
        self.added("--again", "--date", "2021-01-01", "--outlet", "Changed", "-", stdin=json.dumps(right).encode())
        self.assertEqual(self.rows("SELECT o.name, published FROM documents JOIN outlets o ON o.id = outlet"), [("Changed", "2021-01-01")])

    def test_text_says_what_changed_and_how_many(self):
        path = self.write("story.txt", STORY)
        self.assertRegex(self.add("--format", "text", path).stdout.decode(), r"^1 document added; \d+ statements\n$")
        self.assertEqual(self.add("--format", "text", path).stdout, b"1 already known\n")
        self.write("story.txt", STORY.replace("no money", "hardly any money"))
        shown, status = on_terminal("add", self.record, "--model", "fast", path)
        self.assertEqual(status, 0)
        self.assertIn(": version 2\n  reworded  ", shown)
        self.assertRegex(shown, r"\n1 new version; \d+ statements\n$")
        self.assertLessEqual(max(map(len, shown.splitlines())), 80 + len(self.dir))

    def test_one_bad_input_is_reported_and_the_others_are_added(self):
        done = self.add("--format", "text", "/nonesuch.txt", self.write("story.txt", STORY))
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"sayso: /nonesuch.txt: ", done.stderr)
        self.assertIn(b"1 document added;", done.stdout)
        self.assertIn(b"1 could not be read", done.stdout)


class Order(Add):
    def test_any_number_of_jobs_makes_the_same_record(self):
        # The same page over and over, its text going to and fro, among others of many lengths.
        versions = [STORY, STORY.replace("Torvald", "Brandt"), STORY, STORY * 2]
        lines = "".join(article(i % 7, versions[(i // 7) % 4]) + article(100 + i, STORY.replace("Torvald", f"Torvald{i}") * (i % 9 + 1))
                        for i in range(60))
        self.added("-", stdin="".join(article(i) for i in range(5)).encode())  # some of it is known before
        records = {}
        for jobs in ("1", "8"):
            record = os.path.join(self.dir, f"{jobs}.db")
            shutil.copy(self.record, record)
            said = self.added("--jobs", jobs, "-", record=record, stdin=lines.encode())
            tables = [self.rows(f"SELECT {columns} FROM {table} ORDER BY 1, 2, 3", record) for table, columns in (
                ("documents", "id, key, version, latest, hash, model, said, named, people"), ("people", "id, name, type, sketch"),
                ("statements", "*"), ("person_documents", "*"),
                ("changes", "*"))]
            records[jobs] = (said, tables)
        self.assertEqual(records["1"], records["8"])
        self.assertEqual({line["outcome"] for line in records["1"][0]}, {"added", "known", "new_version"})

    def test_what_comes_slowly_is_added_at_once(self):
        process = subprocess.Popen([SAYSO, "add", self.record, "--model", "fast", "--format", "json"], stdin=subprocess.PIPE,
                                   stdout=subprocess.PIPE)
        for number in range(3):
            process.stdin.write(article(number).encode())
            process.stdin.flush()
            line = json.loads(process.stdout.readline())  # comes although the input goes on
            self.assertEqual(len(self.rows("SELECT id FROM documents")), number + 1)
            self.assertEqual((line["outcome"], line["document"]), ("added", number + 1))
        process.stdin.close()
        self.assertEqual((process.stdout.read(), process.wait()), (b"", 0))
        process.stdout.close()


class Ends(Add):
    def test_an_interrupt_keeps_what_is_done(self):
        for number, name in ((signal.SIGINT, "int"), (signal.SIGTERM, "term")):
            record = os.path.join(self.dir, name + ".db")
            process = subprocess.Popen([SAYSO, "add", record, "--model", "fast", "--format", "json"], stdin=subprocess.PIPE,
                                       stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            process.stdin.write(article(1).encode())
            process.stdin.flush()
            self.assertEqual(json.loads(process.stdout.readline())["outcome"], "added")
            process.send_signal(number)  # while it waits for the pipe, which stays open
            self.assertEqual(process.wait(60), 128 + number)
            self.assertRegex(process.stderr.read().decode(), r"^sayso: interrupted; in the record are: 1 document added; \d+ statements\n$")
            self.assertEqual(len(self.rows("SELECT id FROM documents", record)), 1)
            for pipe in (process.stdin, process.stdout, process.stderr):
                pipe.close()

    def test_a_closed_pipe_is_no_error(self):
        process = subprocess.Popen([SAYSO, "add", self.record, "--model", "fast", "--format", "json", "-"], stdin=subprocess.PIPE,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        process.stdout.close()
        _, complaints = process.communicate("".join(article(i) for i in range(20)).encode(), timeout=60)
        self.assertEqual((process.returncode, complaints), (0, b""))
        self.assertEqual(len(self.rows("SELECT id FROM documents")), 20)


class BadRecords(Add):
    def refuses(self, content, says):
        record, story = self.write("bad.db", content), self.write("story.txt", STORY)
        done = self.add(story, record=record)
        self.assertEqual((done.returncode, done.stdout), (2, b""))
        self.assertTrue(done.stderr.decode().startswith(f"sayso: {record}: "), done.stderr)
        self.assertIn(says, done.stderr.decode())
        with open(record, "rb") as f:
            self.assertEqual(f.read(), content)
        self.assertFalse(os.path.exists(record + "-wal") or os.path.exists(record + "-journal"))

    def bytes_of(self, *sql):
        path = os.path.join(self.dir, "made.db")
        with sqlite3.connect(path) as db:
            for statement in sql:
                db.execute(statement)
        db.close()
        with open(path, "rb") as f:
            return f.read()

    def test_no_database(self):
        self.refuses(STORY.encode() * 50, "not a database")

    def test_a_database_of_another_program(self):
        self.refuses(self.bytes_of("CREATE TABLE bookmarks (id)"), "another program")

    def test_a_newer_record(self):
        self.refuses(self.bytes_of("CREATE TABLE documents (id)", "PRAGMA application_id=1398897011", "PRAGMA user_version=99"), "newer Sayso")

    def test_a_damaged_record(self):
        self.added(self.write("story.txt", STORY))
        with open(self.record, "rb") as f:
            content = f.read()
        self.refuses(content[:4096 * 2] + b"\xa5" * (len(content) - 4096 * 2), "")

    def test_no_such_folder_and_a_folder(self):
        story = self.write("story.txt", STORY)
        for record, says in ((os.path.join(self.dir, "none", "said.db"), b"the folder is not there"), (self.dir, b"a directory, not a record")):
            done = self.add(story, record=record)
            self.assertEqual(done.returncode, 2)
            self.assertIn(says, done.stderr)

    def test_a_folder_that_may_not_be_written_to(self):
        user = {"user": 65534, "group": 65534} if os.geteuid() == 0 else {}
        os.chmod(self.dir, 0o555)
        self.addCleanup(os.chmod, self.dir, 0o755)
        try:
            done = subprocess.run([SAYSO, "add", self.record, "--model", "fast"], input=STORY.encode(), capture_output=True, **user)
        except OSError as reason:
            self.skipTest(f"cannot run as nobody: {reason}")
        self.assertEqual((done.returncode, done.stdout), (2, b""))
        self.assertIn(b"said.db: the folder may not be written to", done.stderr)


if __name__ == "__main__":
    if b"model" in run("extract", stdin=b"Nothing.").stderr:
        sys.exit(77)
    unittest.main()

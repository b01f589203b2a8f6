#!/usr/bin/env python3
"""What `sayso add` reported is in the record, whatever happens: usage: add_kill_test.py SAYSO [TIMES]

Kills the program TIMES times (500 unless told) with SIGKILL at random points, each time going on with the same record; lets readers work
all the while; fills a small disk. Status 77: skipped, the program finds no model.
"""
import json, os, random, signal, sqlite3, subprocess, sys, tempfile, threading, time

from program import SAYSO, run

TIMES = int(sys.argv[1]) if len(sys.argv) > 1 else 500
WORDS = "mill ferry council harbour vote price strike school bridge winter talks owner inquiry letter plan".split()
NAMES = ["Ilse Torvald", "Bo Lund", "Ann Cole", "Maren Tolliver", "Rufus Halse", "Café Brandt", "Jo Reyes"]


def article(chance, number):
    """A story of some length; the same page comes again with another text."""
    said = lambda: (f"“The {chance.choice(WORDS)} will not be the end of the {chance.choice(WORDS)} number {chance.randrange(1000)},” "
                    f"{chance.choice(NAMES)} said.")
    text = "\n\n".join(" ".join(said() for _ in range(3)) for _ in range(chance.randint(1, 12)))
    return {"id": str(number), "url": f"https://hillherald.example/{number % 700}", "outlet": "Hill Herald", "text": text}


class Checks:
    """Collects what is wrong, so that all of it is shown."""

    def __init__(self):
        self.wrong = []

    def expect(self, good, what):
        if not good:
            self.wrong.append(what)

    def sound(self, path):
        """The record is whole, and every document has all that its row promises."""
        with sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=60) as db:
            self.expect(db.execute("PRAGMA integrity_check").fetchall() == [("ok",)], "integrity_check")
            self.expect(not db.execute("PRAGMA foreign_key_check").fetchall(), "foreign_key_check")
            for table in ("statement_words", "people_words"):
                sound = db.execute(f"SELECT count(*) FROM {table} WHERE {table} MATCH 'the OR a OR ilse'").fetchone() is not None
                self.expect(sound, f"{table} answers")
            doubled = db.execute("SELECT key FROM documents WHERE latest = 1 GROUP BY key HAVING count(*) > 1").fetchall()
            self.expect(not doubled, f"two latest versions: {doubled[:3]}")
        db.close()

    def holds(self, path, acknowledged):
        """Whatever was reported: the document in that version, with as many statements, numbered without a gap."""
        with sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=60) as db:
            there = {id: (version, count, promised) for id, version, count, promised in db.execute(
                "SELECT d.id, d.version, count(s.id), d.statements FROM documents d LEFT JOIN statements s ON s.document = d.id "
                "AND s.id >= d.first_statement AND s.id < d.first_statement + d.statements GROUP BY d.id")}
        db.close()
        for line in acknowledged:
            version, count, _ = there.get(line["document"], (0, 0, 0))
            self.expect((version, count) == (line["version"], line["statements"]), f"{line} but {version, count}")
        for id, (_, count, promised) in there.items():
            self.expect(promised == count, f"document {id} is half there: {count} statements of {promised}")
        return there


def reported(path):
    with open(path, "rb") as out:  # with a place of its own: the program goes on writing where it is
        said = out.read()
    return [json.loads(line) for line in said[:said.rfind(b"\n") + 1].splitlines()]


def killed_run(record, portions, last, moment):
    """What a run reported that was killed: stories come in portions, each when the one before has been reported, so that they are
    committed in portions; `moment` seconds after portion `last` came, it ends."""
    with tempfile.NamedTemporaryFile() as out:
        process = subprocess.Popen([SAYSO, "add", record, "--model", "fast", "--format", "json"], stdin=subprocess.PIPE, stdout=out,
                                   stderr=subprocess.PIPE)
        for number, stories in enumerate(portions[:last + 1]):
            process.stdin.write("".join(json.dumps(story) + "\n" for story in stories).encode())
            process.stdin.flush()
            while number < last and len(reported(out.name)) < sum(map(len, portions[:number + 1])) and process.poll() is None:
                time.sleep(0.005)
        time.sleep(moment)
        process.send_signal(signal.SIGKILL)
        process.wait(60)
        complaints = process.stderr.read().decode()
        process.stdin.close()
        process.stderr.close()
        return reported(out.name), complaints


class Reader(threading.Thread):
    """Asks the record over and over while others write and die."""

    def __init__(self, record):
        super().__init__(daemon=True)
        self.record, self.over, self.reads, self.failures = record, False, 0, []

    def run(self):
        while not self.over:
            try:
                db = sqlite3.connect(f"file:{self.record}?mode=ro", uri=True, timeout=5)
                db.execute("SELECT count(*), max(id) FROM statements_view").fetchall()
                db.close()
                self.reads += 1
            except sqlite3.OperationalError as reason:
                self.failures.append(str(reason))
            time.sleep(0.02)


def kill_many_times(checks, folder):
    chance, record = random.Random(6), os.path.join(folder, "said.db")
    run("add", record, "--model", "fast", stdin=json.dumps(article(chance, 0)).encode())
    reader, seen, number, count, between = Reader(record), {}, 1, 0, 0
    reader.start()
    for times in range(TIMES):
        portions = [[article(chance, number + 10 * portion + i) for i in range(10)] for portion in range(3)]
        number += 30
        acknowledged, complaints = killed_run(record, portions, chance.randrange(3), chance.uniform(0, 0.25))
        checks.expect(not complaints, complaints)
        count += len(acknowledged)
        between += len(acknowledged) > 0
        seen.update({line["document"]: line for line in acknowledged})
        if times % 25 == 24 or times == TIMES - 1:
            checks.holds(record, seen.values())
            checks.sound(record)
    reader.over = True
    reader.join()
    checks.expect(not [f for f in reader.failures if "locked" in f], f"readers: {reader.failures[:3]}")
    checks.expect(between > TIMES / 2, f"only {between} of {TIMES} runs were killed behind a commit")
    print(f"killed {TIMES} times, {between} of them behind a commit: {count} documents reported, all of them in the record; {reader.reads} reads beside")


def fill_a_disk(checks, folder):
    disk = os.path.join(folder, "disk")
    os.mkdir(disk)
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "none", disk], capture_output=True)
    if mounted.returncode:
        return print(f"no full disk: mounting is not permitted here ({mounted.stderr.decode().strip()})")
    try:
        record, chance = os.path.join(disk, "said.db"), random.Random(7)
        for _ in range(2):  # the second run finds it full
            stories = "".join(json.dumps(article(chance, number)) + "\n" for number in range(3000))
            done = run("add", record, "--model", "fast", "--format", "json", stdin=stories.encode())
            complaint = done.stderr.decode()
            checks.expect(done.returncode == 2 and f"sayso: {record}: the disk is full\n" in complaint, f"full disk: {done.returncode} {complaint}")
            checks.holds(record, [json.loads(line) for line in done.stdout.splitlines()])
            checks.sound(record)
        print("full disk: said so, the record is whole")
    finally:
        subprocess.run(["umount", disk], check=True)


def main():
    if b"model" in run("extract", stdin=b"Nothing.").stderr:
        return 77
    checks = Checks()
    with tempfile.TemporaryDirectory() as folder:
        kill_many_times(checks, folder)
        fill_a_disk(checks, folder)
    print("\n".join(checks.wrong[:20]), end="\n" if checks.wrong else "")
    return 1 if checks.wrong else 0


if __name__ == "__main__":
    sys.exit(main())

"""A small record of invented articles for the tests of the commands that ask one."""
import json, os, sys, tempfile, unittest

from program import run

ARTICLES = [
    ("Hill Herald", "2026-03-01", "Ferry strike to end",
     "“The ferry strike will end before the summer,” Imogen Halse said on Sunday. Halse, the mayor of Oxmoor, denied that the harbour had been sold.\n"),
    ("Valley Post", "2026-03-02", "Ferry talks fail",
     "“The ferry strike will end before the summer,” Imogen Halse said.\n\nTwo officials said that talks about the ferries had failed. "
     "“We were never asked,” Bertram Oakshott told the Valley Post.\n"),
    ("Hill Herald", "2026-04-09", "Government resigns",
     "The government has resigned over the ferry port, Quay Shipping said in a statement. “Nobody asked the crews,” Bertram Oakshott said.\n"),
]


def documents(articles=ARTICLES):
    return "".join(json.dumps({"url": f"https://news.example/{i}", "outlet": outlet, "date": day, "title": title, "text": text}) + "\n"
                   for i, (outlet, day, title, text) in enumerate(articles))


class WithRecord(unittest.TestCase):
    """Each class has a record of its own; each test may change it."""

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.record = os.path.join(cls.folder.name, "said.db")
        cls.add(documents())

    @classmethod
    def add(cls, lines):
        done = run("add", cls.record, "--model", "fast", "-", stdin=lines.encode())
        assert done.returncode == 0, done.stderr

    def ask(self, command, *args, status=0):
        done = run(command, self.record, *args)
        self.assertEqual(done.returncode, status, done.stderr.decode())
        return done.stdout.decode()

    def object(self, command, *args, status=0):
        return json.loads(self.ask(command, *args, "--format", "json", status=status))

    def text(self, command, *args, status=0):
        """What people see: at most 80 columns, and no colours where it is no terminal."""
        out = self.ask(command, *args, "--format", "text", status=status)
        wide = [line for line in out.splitlines() if len(line) > 80 and "https://" not in line]
        self.assertEqual(wide, [])
        self.assertNotIn("\x1b", out)
        return out


def main():
    if b"no model" in run("extract", "--model", "fast", stdin=b"x").stderr:
        print("skipped: no model fast")
        sys.exit(77)
    unittest.main()

#!/usr/bin/env python3
"""All tests of the record once more, with records in PostgreSQL, on a server that is started for them.

usage: postgres_test.py TEST_RECORD [FILTER]
"""
import os
import subprocess
import sys

import postgres_server


def main():
    program, *arguments = sys.argv[1:]
    try:
        with postgres_server.started("local all guarded scram-sha-256\nlocal all all trust\n") as address:
            environment = dict(os.environ, SAYSO_TEST_POSTGRES=address)
            filters = [f"--gtest_filter={arguments[0]}"] if arguments else []
            return subprocess.run([program, "--gtest_brief=1", *filters], env=environment).returncode
    except postgres_server.NoServer as missing:
        print(f"postgres: skipped: {missing}")
        return 77


sys.exit(main())

"""A PostgreSQL server for tests: on a Unix socket in a temporary folder, gone afterwards.

    with postgres_server.started() as address:      # "postgresql://postgres@/{}?host=/tmp/…"
        subprocess.run([program, "add", address.format("news"), …])

Raises NoServer where Debian's package `postgresql` is not there.
"""
import contextlib
import os
import pathlib
import pwd
import shutil
import subprocess
import tempfile

SETTINGS = ["-c", "listen_addresses=", "-c", "fsync=off", "-c", "full_page_writes=off", "-c", "max_connections=50"]


class NoServer(Exception):
    pass


def programs():
    folders = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: float(path.parent.name))
    if not folders or not (folders[-1] / "initdb").exists():
        raise NoServer("no PostgreSQL here; Debian's package is called postgresql")
    return folders[-1]


def as_server():
    """Who runs the server: initdb refuses root."""
    if os.geteuid() != 0:
        return []
    try:
        pwd.getpwnam("postgres")
    except KeyError as missing:
        raise NoServer("no user postgres to run a server as") from missing
    return ["runuser", "-u", "postgres", "--"]


@contextlib.contextmanager
def started(access="local all all trust\n"):
    binaries, user = programs(), as_server()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="sayso-pg-"))
    data = folder / "data"
    if user:
        shutil.chown(folder, "postgres", "postgres")
    run = lambda *command: subprocess.run([*user, *map(str, command)], check=True, cwd=folder, stdout=subprocess.DEVNULL)
    try:
        run(binaries / "initdb", "-D", data, "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8", "-A", "trust", "-N")
        (data / "pg_hba.conf").write_text(access)
        options = " ".join([*SETTINGS, "-c", f"unix_socket_directories={folder}"])
        run(binaries / "pg_ctl", "-D", data, "-l", folder / "log", "-o", options, "-w", "start")
        try:
            yield f"postgresql://postgres@/{{}}?host={folder}"
        finally:
            run(binaries / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)

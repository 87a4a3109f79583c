#!/usr/bin/env python3
"""Holds PDF files to PDF/UA-1 and PDF/A-2a, and to what no validator sees.

    tests/pdf-assertions.py [--text TEXT] FILE...   exit 0 when all holds, 1 with each failing key
    tests/pdf-assertions.py --prove FILE            breaks copies of FILE one thing at a time: each key must fail

In: files, read through `qpdf --json`, `pdftotext`, `mutool` and `pdfinfo` (the last three where they are there);
--text names the plain text that the report must say. Out: a line for each failure, "FILE: KEY: what is wrong".
"""
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "pdf"))
import checks
import prove
import reader


def failures(path, wanted=None, only=None):
    """The failures of one file, as (key, what); `only` asks for one key."""
    found = []
    if only in (None, "check"):
        clean = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True)
        found = [] if clean.returncode == 0 else [("check", clean.stderr.strip() or clean.stdout.strip())]
    try:
        pdf = reader.Pdf(path)
    except reader.Unreadable as why:
        return found + [("check", str(why))]
    for key, check in checks.all_checks(wanted):
        if only not in (None, key):
            continue
        try:
            found += [(key, what) for what in check(pdf)]
        except (KeyError, TypeError, IndexError, ValueError, AttributeError) as why:
            found.append((key, "cannot be judged: %s: %s" % (type(why).__name__, why)))
    return found


def proof(path):
    """Breaks copies; says which breaks went unseen."""
    wanted = checks.said(reader.Pdf(path))
    unseen = 0
    with tempfile.TemporaryDirectory() as folder:
        for key, what, broken in prove.broken_copies(path, folder):
            keys = {found for found, _ in failures(broken, wanted, key)} if broken else set()
            if key not in keys:
                unseen += 1
                print("%s: %s: not seen when %s%s" % (path, key, what, "" if broken else " (nothing to break)"))
    missing = [key for key, _ in checks.all_checks(None) if key not in prove.keys()]
    for key in missing:
        print("%s: no break proves it" % key)
    print("%d breaks, %d unseen" % (len(prove.BREAKS), unseen))
    return unseen + len(missing)


def main(arguments):
    wanted = None
    if len(arguments) == 2 and arguments[0] == "--prove":
        return 1 if proof(arguments[1]) else 0
    if len(arguments) > 2 and arguments[0] == "--text":
        with open(arguments[1], encoding="utf-8") as file:
            wanted = file.read()
        arguments = arguments[2:]
    if not arguments or arguments[0].startswith("--"):
        print(__doc__)
        return 2
    failed = False
    for path in arguments:
        for key, what in failures(path, wanted):
            failed = True
            print("%s: %s: %s" % (path, key, what))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

#!/usr/bin/env python3
"""Runs a command and says what it cost: measure.py COMMAND…  prints CPU seconds, wall seconds, peak RSS in MiB, exit code.

The command's own output goes to standard error. CPU and RSS are those of the command and its children.
"""
import resource
import subprocess
import sys
import time

start = time.monotonic()
code = subprocess.call(sys.argv[1:], stdin=subprocess.DEVNULL, stdout=sys.stderr)
wall = time.monotonic() - start
used = resource.getrusage(resource.RUSAGE_CHILDREN)
peak_kib = used.ru_maxrss / (1024 if sys.platform == 'darwin' else 1)
print('%.2f %.2f %.0f %d' % (used.ru_utime + used.ru_stime, wall, peak_kib / 1024, code))

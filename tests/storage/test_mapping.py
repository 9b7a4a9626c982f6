import subprocess
import sys

TWO_AT_ONCE = """
import threading
from mat_desktop.storage.mapping import map_everything
wrong = []
def go():
    try:
        map_everything()
    except Exception as fault:
        wrong.append(fault)
threads = [threading.Thread(target=go) for _ in range(4)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
raise SystemExit(str(wrong[0]) if wrong else 0)
"""


def test_opening_while_the_program_reads_ahead_maps_everything_once():
    found = subprocess.run([sys.executable, "-c", TWO_AT_ONCE], capture_output=True, text=True, check=False)
    assert (found.returncode, found.stderr) == (0, "")

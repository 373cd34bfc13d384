"""``python -m backupjobs_sim`` is the command ``backupjobs-sim``."""

import subprocess
import sys

from .simulator import find_command

if __name__ == "__main__":
    # Not exec: on Windows that returns to the shell before the simulator has ended.
    try:
        sys.exit(subprocess.call([find_command(), *sys.argv[1:]]))
    except KeyboardInterrupt:
        sys.exit(130)

"""`python -m bench`: all benchmarks, one after the other, on an otherwise idle machine."""

import os
import subprocess
import sys

PARTS = ("panel", "server", "browser")


def main() -> None:
    for part in PARTS:
        load, _, _ = os.getloadavg()
        print(f"\n## {part} (load average {load:.1f} before)\n", flush=True)
        subprocess.run([sys.executable, "-m", f"bench.{part}"], check=True)


if __name__ == "__main__":
    main()

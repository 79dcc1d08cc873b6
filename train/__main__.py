"""`make train`: fit every weight of the reader again, each on what the ones before it give.

Same seeds; the same bytes again for all but the encoder.
"""

import subprocess
import sys

PARTS = (("words",), ("people",), ("encoder",), ("events", "fit"), ("telling", "fit"))
"""Words, people and their roles, the encoder, events and whose they are, then when, where, by whom and how firmly.

Each is a program of its own, so that it reads the weights that the one before it wrote.
"""

for part, *arguments in PARTS:
    subprocess.run([sys.executable, "-m", f"train.{part}", *arguments], check=True)

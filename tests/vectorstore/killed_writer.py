"""Run by test_killed.py: adds plan after plan until it is killed. Arguments: library folder, plans folder."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.vectorstore.conftest import modules_by_hand
from vectorstore import StoreSettings, open_library

if __name__ == "__main__":
    sys.modules.update(modules_by_hand())
    with open_library(StoreSettings(Path(sys.argv[1]))) as library:
        library.warm()
        for path in sorted(Path(sys.argv[2]).iterdir()):
            sys.stdout.write(f"{library.add(path).name}\n")
            sys.stdout.flush()

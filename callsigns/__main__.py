"""``python -m callsigns``: the command, where the script is not on the path."""

from __future__ import annotations

from callsigns.cli import main

if __name__ == "__main__":
    main()

"""`python -m odcgen`."""

from odcgen.cli import main

if __name__ == "__main__":
    main()

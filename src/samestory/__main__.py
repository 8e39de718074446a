"""`python -m samestory` is `samestory`."""

from samestory.cli import main

if __name__ == "__main__":
    main()

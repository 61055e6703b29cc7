"""Two texts drawn beside each other, and JSON of the same."""

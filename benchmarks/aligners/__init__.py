"""What `alignment.py` compares: documents whose beads are known, aligners, and a scorer."""

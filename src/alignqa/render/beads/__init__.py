"""What an alignment looks like: one file an output."""

"""What a report looks like: one file an output."""

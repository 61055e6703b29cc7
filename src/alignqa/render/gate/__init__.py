"""What the gate's verdict looks like: one file an output."""

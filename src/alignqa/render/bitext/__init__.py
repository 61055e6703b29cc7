"""What `alignqa convert` writes: one file a format."""

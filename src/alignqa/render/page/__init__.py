"""The parts of the HTML page: text made harmless, sides with marks, notes, ribbon, style, script."""

"""Plants a negation in a text, or takes one out, with the right inflection."""

from flips.english import english_flips
from flips.flip import Flip
from flips.japanese import japanese_flips

__all__ = ["Flip", "english_flips", "japanese_flips"]

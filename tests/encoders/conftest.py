from __future__ import annotations

import os

# Read when huggingface_hub is first imported: no test may wait for a network.
os.environ["HF_HUB_OFFLINE"] = "1"
os.environ["TOKENIZERS_PARALLELISM"] = "false"

#!/usr/bin/env python3
"""Writes quantiles of symmetric beta distributions, which mixing shares are drawn from.

    python3 make_mixing.py

needs SciPy (Debian: python3-scipy).
"""

import json
from pathlib import Path

from scipy.stats import beta

ALPHAS = [0.1, 0.2, 0.4, 1.0, 2.5]
CELLS = 20

if __name__ == "__main__":
    quantiles = {str(alpha): [float(beta.ppf(at / CELLS, alpha, alpha)) for at in range(CELLS + 1)] for alpha in ALPHAS}
    (Path(__file__).parent / "mixing.json").write_text(json.dumps(quantiles, indent=1) + "\n")

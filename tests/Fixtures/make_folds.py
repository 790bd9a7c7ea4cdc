#!/usr/bin/env python3
"""Writes folds.json: how scikit-learn's StratifiedKFold shares classes out among folds.

Run with a Python that has scikit-learn:  python3 tests/Fixtures/make_folds.py
"""
import json
import pathlib

import numpy
from sklearn.model_selection import StratifiedKFold


def case(counts, folds):
    """Counts by fold and class of the validation parts. Classes first appear in the order of their numbers, as scikit-learn counts them."""
    labels = numpy.repeat(numpy.arange(len(counts)), counts)
    parts = StratifiedKFold(n_splits=folds).split(numpy.zeros(len(labels)), labels)
    return {
        "counts": counts,
        "folds": folds,
        "shares": [numpy.bincount(labels[validation], minlength=len(counts)).tolist() for _, validation in parts],
    }


cases = [
    case([50, 50, 50], 5),
    case([7, 11, 13], 3),
    case([100, 10, 3], 3),
    case([17, 29, 31, 5], 4),
    case([33, 34], 10),
    case([2, 3], 2),
]
path = pathlib.Path(__file__).with_name("folds.json")
path.write_text(json.dumps({"cases": cases}, indent=1) + "\n")

#!/usr/bin/env python3
"""Writes the reference numbers of the metrics with scikit-learn and PyTorch, single-threaded and in float64.

    python3 make_metrics.py

needs scikit-learn and PyTorch 1.13 or later (Debian: python3-sklearn, python3-torch). Floats are written in the shortest form that reads
back exactly. Run it again only to add a case: the committed file is what the tests compare with.
"""

import json
import warnings
from pathlib import Path

import numpy
import sklearn
import torch
from sklearn import metrics

warnings.simplefilter("ignore")
torch.set_num_threads(1)
torch.set_default_dtype(torch.float64)

SAMPLES = 41


def top(scores, labels, k):
    """Of equal scores the lower class comes first; scikit-learn has it the other way round, so the columns are turned."""
    turned = scores.shape[1] - 1 - labels
    return metrics.top_k_accuracy_score(turned, scores[:, ::-1], k=k, labels=numpy.arange(scores.shape[1]))


def of_classes(scores, labels):
    said = scores.argmax(1)
    classes = scores.shape[1]
    shares = torch.tensor(scores).softmax(1).numpy()
    areas = [metrics.roc_auc_score(labels == c, shares[:, c]) for c in range(classes) if 0 < (labels == c).sum() < len(labels)]
    numbers = {
        "accuracy": metrics.accuracy_score(labels, said),
        "top2_accuracy": top(scores, labels, 2),
        "top3_accuracy": top(scores, labels, 3),
        "balanced_accuracy": metrics.balanced_accuracy_score(labels, said),
        "perplexity": torch.nn.functional.cross_entropy(torch.tensor(scores), torch.tensor(labels)).exp().item(),
        "auroc": float(numpy.mean(areas)) if areas else None,
    }
    if len(areas) == classes:
        numbers["auroc"] = metrics.roc_auc_score(labels, shares, multi_class="ovr", average="macro")
    for average, suffix in (("macro", ""), ("micro", "_micro")):
        numbers |= decisions(labels, said, average, suffix)
    return {
        "scores": scores.ravel().tolist(), "classes": classes, "labels": labels.tolist(), "numbers": numbers,
        "confusion": metrics.confusion_matrix(labels, said, labels=numpy.arange(classes)).ravel().tolist(),
    }


def decisions(truth, said, average, suffix=""):
    numbers = metrics.precision_recall_fscore_support(truth, said, average=average, zero_division=0)
    return {f"precision{suffix}": numbers[0], f"recall{suffix}": numbers[1], f"f1{suffix}": numbers[2]}


def of_yes_and_no(scores, truth):
    said = (scores > 0).astype(int)
    numbers = decisions(truth, said, "binary") | {
        "accuracy": metrics.accuracy_score(truth, said),
        "balanced_accuracy": metrics.balanced_accuracy_score(truth, said),
        "auroc": metrics.roc_auc_score(truth, scores) if 0 < truth.sum() < len(truth) else None,
    }
    return {"scores": scores.tolist(), "truth": truth.tolist(), "numbers": numbers}


def of_labels(scores, truth):
    said = (scores > 0).astype(int)
    numbers = {"accuracy": (said == truth).mean(), "auroc": metrics.roc_auc_score(truth, scores, average="macro")}
    for average, suffix in (("macro", ""), ("micro", "_micro")):
        numbers |= decisions(truth, said, average, suffix)
    return {"scores": scores.ravel().tolist(), "labels": scores.shape[1], "truth": truth.ravel().tolist(), "numbers": numbers}


def of_values(output, target):
    return {
        "output": output.ravel().tolist(), "target": target.ravel().tolist(), "values": output.shape[1],
        "numbers": {
            "mse": metrics.mean_squared_error(target, output),
            "mae": metrics.mean_absolute_error(target, output),
            "r2": metrics.r2_score(target, output),
        },
    }


def main():
    random = numpy.random.default_rng(7)
    scores = random.normal(size=(SAMPLES, 5)) * 2
    labels = numpy.where(random.random(SAMPLES) < 0.6, scores.argmax(1), random.integers(0, 5, SAMPLES))
    # Equal rows for ties between samples, equal scores within a row for ties between classes; rounded rows would not do: the softmax of
    # the same scores in another order differs in the last bit, so that whether they tie depends on who computes it.
    tied = scores[numpy.arange(SAMPLES) % 23]
    tied[::3, 1] = tied[::3, 0] = tied[::3, :].max(1)
    few = labels % 3
    never = scores.copy()
    never[:, 4] -= 50
    rare = numpy.where(labels == 4, 0, labels)

    yes = random.normal(size=SAMPLES)
    truth = (yes + random.normal(size=SAMPLES) > 0).astype(int)
    many = random.normal(size=(SAMPLES, 4))
    held = (many + random.normal(size=many.shape) > 0.3).astype(int)

    output = random.normal(size=(SAMPLES, 3)) + 1000
    target = output + random.normal(size=output.shape) * 0.7
    constant = target.copy()
    constant[:, 1] = 5

    content = {
        "sklearn": sklearn.__version__, "torch": torch.__version__.split("+")[0], "samples": SAMPLES,
        "classes": {
            "plain": of_classes(scores, labels), "ties": of_classes(tied, labels), "two absent": of_classes(scores, few),
            "neither meant nor said": of_classes(never, rare), "one class": of_classes(scores, labels * 0 + 2),
        },
        "binary": {
            "plain": of_yes_and_no(yes, truth), "ties": of_yes_and_no(numpy.round(yes), truth),
            "no yes": of_yes_and_no(yes, truth * 0), "never said": of_yes_and_no(yes - 50, truth),
        },
        "labels": {"plain": of_labels(many, held), "ties": of_labels(numpy.round(many), held), "never said": of_labels(many - 9, held)},
        "values": {
            "plain": of_values(output - 1000, target - 1000), "far from 0": of_values(output, target),
            "constant": of_values(output, constant), "met": of_values(constant, constant),
        },
    }
    path = Path(__file__).parent / "metrics.json"
    path.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8", newline="\n")


main()

#!/usr/bin/env python3
"""Writes the reference numbers of the objectives' losses and their gradients with PyTorch, single-threaded and in float64.

    python3 make_losses.py

needs PyTorch 1.13 or later (Debian: python3-torch). Floats are written in the shortest form that reads back exactly. Run it again only to
add a case: the committed file is what the tests compare with.
"""

import json
from pathlib import Path

import torch
from torch.nn import functional

torch.set_num_threads(1)
torch.set_default_dtype(torch.float64)

SAMPLES = 11


def numbers(tensor):
    return tensor.detach().reshape(-1).tolist()


def case(output, target, loss, **more):
    """The mean over the whole, and its gradient with respect to the output."""
    leaf = output.clone().requires_grad_()
    value = loss(leaf, target)
    value.backward()
    return {
        "output": numbers(output), "outputShape": list(output.shape), "target": numbers(target), "targetShape": list(target.shape),
        "loss": value.item(), "gradient": numbers(leaf.grad), **more,
    }


def classes(random):
    scores = torch.randn(SAMPLES, 4, generator=random) * 2
    labels = torch.randint(0, 3, (SAMPLES,), generator=random)
    shares = torch.rand(SAMPLES, 4, generator=random)
    shares /= shares.sum(1, keepdim=True)
    weights = [0.5, 2.0, 0.0, 1.5]
    cases = {}
    for name, target in (("indices", labels), ("shares", shares)):
        for weight in (None, weights):
            for smoothing in (0.0, 0.2):
                tensor = None if weight is None else torch.tensor(weight)
                cases[f"{name}{'' if weight is None else ', weighted'}{', smoothed' if smoothing else ''}"] = case(
                    scores, target, lambda o, t, w=tensor, s=smoothing: functional.cross_entropy(o, t, weight=w, label_smoothing=s),
                    weights=weight or [], smoothing=smoothing)
    return cases


def tokens(random):
    scores = torch.randn(SAMPLES, 6, 5, generator=random)
    target = torch.randint(0, 5, (SAMPLES, 6), generator=random)
    padded = target.clone()
    for sample in range(SAMPLES):
        padded[sample, 1 + sample % 6:] = -100
    cases = {}
    for name, wanted, ignored in (("all", target, -100), ("padded", padded, -100), ("padding is 0", padded.clamp_min(0), 0)):
        for smoothing in (0.0, 0.2):
            cases[f"{name}{', smoothed' if smoothing else ''}"] = case(
                scores, wanted,
                lambda o, t, i=ignored, s=smoothing: functional.cross_entropy(
                    o.flatten(0, 1), t.flatten(), ignore_index=i, label_smoothing=s),
                ignored=ignored, smoothing=smoothing)
    return cases


def yes_and_no(random):
    score = torch.randn(SAMPLES, generator=random) * 3
    truth = torch.randint(0, 2, (SAMPLES,), generator=random).double()
    scores = torch.randn(SAMPLES, 3, generator=random) * 3
    held = torch.randint(0, 2, (SAMPLES, 3), generator=random).double()
    loss = functional.binary_cross_entropy_with_logits
    return {
        "one": case(score, truth, loss, weights=[]),
        "one, weighted": case(score, truth, lambda o, t: loss(o, t, pos_weight=torch.tensor([2.5])), weights=[2.5]),
        "labels": case(scores, held, loss, weights=[]),
        "labels, weighted": case(scores, held, lambda o, t: loss(o, t, pos_weight=torch.tensor([2.5, 0.5, 1.0])), weights=[2.5, 0.5, 1.0]),
        "shares, weighted": case(
            scores, held * 0.8 + 0.1, lambda o, t: loss(o, t, pos_weight=torch.tensor([2.5, 0.5, 1.0])), weights=[2.5, 0.5, 1.0]),
    }


def values(random):
    output = torch.randn(SAMPLES, 2, generator=random) * 2
    target = torch.randn(SAMPLES, 2, generator=random)
    return {
        "mse": case(output, target, functional.mse_loss),
        "mae": case(output, target, functional.l1_loss),
        "huber": case(output, target, functional.huber_loss),
        "huber, 0.3": case(output, target, lambda o, t: functional.huber_loss(o, t, delta=0.3)),
    }


def main():
    random = torch.Generator().manual_seed(11)
    content = {
        "torch": torch.__version__.split("+")[0], "samples": SAMPLES, "classes": classes(random), "tokens": tokens(random),
        "binary": yes_and_no(random), "values": values(random),
    }
    path = Path(__file__).parent / "objectives.json"
    path.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8", newline="\n")


main()

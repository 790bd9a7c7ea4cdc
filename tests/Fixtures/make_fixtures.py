#!/usr/bin/env python3
"""Writes the reference numbers of the runtime's tests with PyTorch, single-threaded and in float64.

    python3 make_fixtures.py

needs PyTorch 1.13 or later (Debian: python3-torch). Floats are written in the shortest form that reads back exactly.
Run it again only to add a case: the committed files are what the tests compare with.
"""

import json
import math
from pathlib import Path

import torch

torch.set_num_threads(1)
torch.set_default_dtype(torch.float64)

FOLDER = Path(__file__).parent


def write(name, content):
    content = {"torch": torch.__version__.split("+")[0], **content}
    (FOLDER / f"{name}.json").write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8", newline="\n")


def numbers(tensor):
    return tensor.detach().reshape(-1).tolist()


def clipping():
    generator = torch.Generator().manual_seed(2)
    cases = []
    for scale, largest in [(0.01, 1.0), (10.0, 1.0), (10.0, 0.5), (1.0, 100.0)]:
        gradients = [torch.randn(4, 3, generator=generator) * scale, torch.randn(5, generator=generator) * scale]
        parameters = [torch.zeros_like(gradient).requires_grad_() for gradient in gradients]
        for parameter, gradient in zip(parameters, gradients):
            parameter.grad = gradient.clone()
        norm = torch.nn.utils.clip_grad_norm_(parameters, largest)
        cases.append({
            "max": largest, "norm": norm.item(), "gradients": [numbers(gradient) for gradient in gradients],
            "clipped": [numbers(parameter.grad) for parameter in parameters],
        })
    write("clipping", {"cases": cases})


def losses():
    generator = torch.Generator().manual_seed(3)
    scores = torch.randn(7, 5, generator=generator) * 3
    labels = torch.randint(0, 5, (7,), generator=generator)
    output = torch.randn(7, 2, generator=generator)
    target = torch.randn(7, 2, generator=generator)
    smoothed = {}
    for smoothing in (0.0, 0.1, 0.3):
        leaf = scores.clone().requires_grad_()
        loss = torch.nn.functional.cross_entropy(leaf, labels, label_smoothing=smoothing)
        loss.backward()
        smoothed[str(smoothing)] = {"loss": loss.item(), "gradient": numbers(leaf.grad)}
    weight = labels.remainder(2) + 1.0
    each = torch.nn.functional.cross_entropy(scores, labels, reduction="none")
    write("losses", {
        "scores": numbers(scores), "labels": labels.tolist(), "crossEntropy": smoothed,
        "output": numbers(output), "target": numbers(target), "mse": torch.nn.functional.mse_loss(output, target).item(),
        "mae": torch.nn.functional.l1_loss(output, target).item(),
        "accuracy": (scores.argmax(1) == labels).double().mean().item(),
        "weight": numbers(weight), "weightedMean": ((each * weight).sum() / weight.sum()).item(),
    })


def closed_form(step, lr, least, warmup, total):
    if step < warmup:
        return lr * (step + 1) / warmup
    done = 1.0 if step >= total else (step - warmup) / (total - warmup)
    return least + (lr - least) * 0.5 * (1 + math.cos(math.pi * done))


def annealing(lr, least, total):
    optimizer = torch.optim.SGD([torch.zeros(1)], lr=lr)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=total, eta_min=least)
    rates = []
    for _ in range(total):
        rates.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        schedule.step()
    return rates


def schedules():
    cases = []
    for lr, least, warmup, total in [(1e-3, 0.0, 0, 60), (0.1, 1e-4, 10, 60), (0.5, 0.01, 1, 7), (1e-3, 0.0, 60, 60)]:
        cases.append({
            "lr": lr, "min": least, "warmup": warmup, "total": total,
            "rates": [closed_form(step, lr, least, warmup, total) for step in range(total + 3)],
            "torch": annealing(lr, least, total - warmup) if warmup < total else [],
        })
    write("schedules", {"cases": cases})


clipping()
losses()
schedules()

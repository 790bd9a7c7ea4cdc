#!/usr/bin/env python3
"""Writes the reference numbers of averaged weights with PyTorch's torch.optim.swa_utils, single-threaded and in float64.

    python3 make_averages.py

needs PyTorch 1.13 (Debian: python3-torch). Weights before, on the way and after are in pt/averages.pt, rates in averages.json.
"""

import json
from pathlib import Path

import torch
from torch.optim.swa_utils import SWALR, AveragedModel, update_bn

torch.set_num_threads(1)
torch.set_default_dtype(torch.float64)
torch.manual_seed(6)

FOLDER = Path(__file__).parent
STEPS = 12
DECAY = 0.6


def net():
    return torch.nn.Sequential(
        torch.nn.Linear(4, 6, bias=False), torch.nn.BatchNorm1d(6), torch.nn.ReLU(),
        torch.nn.Linear(6, 5), torch.nn.BatchNorm1d(5, momentum=0.3), torch.nn.Linear(5, 3))


def snapshot(model):
    return {name: tensor.clone() for name, tensor in model.state_dict().items()}


def averages():
    batches = [torch.randn(size, 4) * 2 + 1 for size in (8, 8, 8, 3)]
    model = net()
    optimizer = torch.optim.SGD(model.parameters(), lr=0.2, momentum=0.5)
    averaged = {
        "ema": AveragedModel(model, avg_fn=lambda average, weight, count: DECAY * average + (1 - DECAY) * weight),
        "warmed": AveragedModel(model, avg_fn=lambda average, weight, count: average + (1 - decay(count)) * (weight - average)),
        "swa": AveragedModel(model),
    }
    steps, paths = [], {name: [] for name in averaged}
    for step in range(STEPS):
        optimizer.zero_grad()
        model(batches[step % len(batches)]).square().mean().backward()
        optimizer.step()
        steps.append(snapshot(model))
        for name, average in averaged.items():
            average.update_parameters(model)
            paths[name].append(dict((key, value.clone()) for key, value in average.module.named_parameters()))
    final = averaged["swa"].module
    update_bn(batches, final)
    final.eval()
    torch.save({
        "batches": batches, "steps": steps, **paths, "final": snapshot(final), "output": final(batches[0]).detach(),
    }, FOLDER / "pt" / "averages.pt")


def decay(count):
    return min(DECAY, (1 + count) / (10 + count))


def rates():
    cases = []
    for anneal in ("cos", "linear"):
        for epochs, start, length, swa_lr in [(12, 6, 4, 0.02), (12, 9, 10, 0.3), (8, 4, 0, 0.05), (6, 5, 1, 0.01), (5, 0, 2, 0.01)]:
            optimizer = torch.optim.SGD([torch.zeros(1)], lr=0.1)
            schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=epochs, eta_min=1e-3)
            path = []
            for epoch in range(epochs):
                if epoch == start:
                    averaging = SWALR(optimizer, swa_lr=swa_lr, anneal_epochs=length, anneal_strategy=anneal)
                elif epoch > start:
                    averaging.step()
                path.append(optimizer.param_groups[0]["lr"])
                optimizer.step()
                if epoch < start:
                    schedule.step()
            cases.append({"anneal": anneal, "epochs": epochs, "start": start, "length": length, "swaLr": swa_lr, "rates": path})
    content = {"torch": torch.__version__.split("+")[0], "lr": 0.1, "minLr": 1e-3, "decay": DECAY, "cases": cases}
    (FOLDER / "averages.json").write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8", newline="\n")


averages()
rates()

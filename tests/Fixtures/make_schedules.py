#!/usr/bin/env python3
"""Writes the reference learning rates of whole runs, and of reductions on a plateau, with PyTorch in float64.

    python3 make_schedules.py

needs PyTorch 1.13 or later (Debian: python3-torch). Floats are written in the shortest form that reads back exactly.
Settings are written as on the command line. Run it again only to add a case.
"""

import json
import math
import random
from pathlib import Path

import torch
from torch.optim import lr_scheduler as schedulers

FOLDER = Path(__file__).parent


def write(name, content):
    content = {"torch": torch.__version__.split("+")[0], **content}
    (FOLDER / f"{name}.json").write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8", newline="\n")


def run(lr, make, steps):
    """The rate that the optimizer has at each of the steps."""
    optimizer = torch.optim.SGD([torch.zeros(1)], lr=lr)
    scheduler = make(optimizer)
    rates = []
    for step in range(steps):
        rates.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        if step < steps - 1:
            scheduler.step()
    return rates


def warmup(lr, steps):
    """LinearLR from lr / steps up to lr at the last of the steps."""
    if steps <= 1:
        return [lr] * steps
    return run(lr, lambda optimizer: schedulers.LinearLR(optimizer, 1 / steps, 1.0, steps - 1), steps)


def curves():
    cases = []

    def case(schedule, make, lr=0.1, per_epoch=7, epochs=9, warm=0, **settings):
        total = per_epoch * epochs
        rates = warmup(lr, warm) + run(lr, make(lr, per_epoch, total, total - warm), total - warm)
        assert len(rates) == total
        if warm:
            settings["Warmup"] = f"{warm}steps"
        cases.append({
            "schedule": schedule, "lr": lr, "stepsPerEpoch": per_epoch, "epochs": epochs, "warmup": warm,
            "settings": {name: str(value) for name, value in settings.items()}, "rates": rates,
        })

    def cosine(least):
        return lambda lr, per_epoch, total, left: lambda optimizer: schedulers.CosineAnnealingLR(optimizer, left, least)

    def linear(least):
        return lambda lr, per_epoch, total, left: lambda optimizer: schedulers.LinearLR(optimizer, 1.0, least / lr, left)

    def restarts(period, multiplier, least):
        return lambda lr, per_epoch, total, left: lambda optimizer: schedulers.CosineAnnealingWarmRestarts(
            optimizer, period, multiplier, least)

    def drops(period, gamma):
        return lambda lr, per_epoch, total, left: lambda optimizer: schedulers.StepLR(optimizer, period, gamma)

    def milestones(points, gamma, warm=0):
        return lambda lr, per_epoch, total, left: lambda optimizer: schedulers.MultiStepLR(
            optimizer, [point - warm for point in points], gamma)

    def exponential(gamma):
        return lambda lr, per_epoch, total, left: lambda optimizer: schedulers.ExponentialLR(optimizer, gamma ** (1 / per_epoch))

    def polynomial(power):
        return lambda lr, per_epoch, total, left: lambda optimizer: schedulers.PolynomialLR(optimizer, left, power)

    def one_cycle(**options):
        return lambda lr, per_epoch, total, left: lambda optimizer: schedulers.OneCycleLR(
            optimizer, lr, total_steps=total, cycle_momentum=False, **options)

    for warm in (0, 1, 10):
        case("Cosine", cosine(1e-3), warm=warm, CosineMinLr=0.001)
        case("Linear", linear(0.0), warm=warm, LinearMinLr=0.0)
        case("Linear", linear(0.02), warm=warm, LinearMinLr=0.02)
        case("CosineRestarts", restarts(14, 1, 0.0), warm=warm, CosineRestarts=2, CosineRestartsMinLr=0.0, CosineRestartsMultiplier=1)
        case("CosineRestarts", restarts(7, 2, 0.01), warm=warm, CosineRestarts=1, CosineRestartsMinLr=0.01, CosineRestartsMultiplier=2)
        case("CosineRestarts", restarts(5, 3, 0.0), warm=warm, CosineRestarts="5steps", CosineRestartsMinLr=0.0,
             CosineRestartsMultiplier=3)
        case("StepDecay", drops(21, 0.1), warm=warm, StepDecay=3, StepDecayGamma=0.1)
        case("StepDecay", drops(5, 0.7), warm=warm, StepDecay="5steps", StepDecayGamma=0.7)
        case("Milestones", milestones([21, 42, 56], 0.1, warm), warm=warm, StepDecayMilestones="3,6,8", StepDecayGamma=0.1)
        case("Exponential", exponential(0.9), warm=warm, Exponential=0.9)
        case("Polynomial", polynomial(0.9), warm=warm, Polynomial=0.9, PolynomialMinLr=0)
        case("Polynomial", polynomial(2.0), warm=warm, Polynomial=2, PolynomialMinLr=0)
    for anneal in ("cos", "linear"):
        for three in (False, True):
            for percent, div, final in [(0.3, 25.0, 1e4), (0.45, 10.0, 100.0)]:
                case("OneCycle", one_cycle(anneal_strategy=anneal, three_phase=three, pct_start=percent, div_factor=div,
                                           final_div_factor=final),
                     OneCyclePctStart=percent, OneCycleDivFactor=div, OneCycleFinalDivFactor=final,
                     OneCycleAnneal="cosine" if anneal == "cos" else "linear", OneCycleThreePhase=str(three).lower())
    case("OneCycle", one_cycle(pct_start=0.0), OneCyclePctStart=0.0, OneCycleDivFactor=25.0, OneCycleFinalDivFactor=1e4,
         OneCycleAnneal="cosine", OneCycleThreePhase="false")
    # one step in all
    one = {"per_epoch": 1, "epochs": 1}
    case("Cosine", cosine(1e-3), **one, CosineMinLr=0.001)
    case("Linear", linear(0.0), **one, LinearMinLr=0)
    case("CosineRestarts", restarts(1, 1, 0.0), **one, CosineRestarts=1, CosineRestartsMinLr=0.0, CosineRestartsMultiplier=1)
    case("StepDecay", drops(1, 0.1), **one, StepDecay=1, StepDecayGamma=0.1)
    case("Exponential", exponential(0.9), **one, Exponential=0.9)
    case("Polynomial", polynomial(0.9), **one, Polynomial=0.9, PolynomialMinLr=0)
    case("OneCycle", one_cycle(), **one, OneCyclePctStart=0.3, OneCycleDivFactor=25.0, OneCycleFinalDivFactor=1e4,
         OneCycleAnneal="cosine", OneCycleThreePhase="false")
    write("rates", {"cases": cases})


def recorded(seed, length, start=2.0, noise=0.05, rate=0.1, floor=0.4):
    """A loss that falls, lies on a plateau and shakes."""
    chance = random.Random(seed)
    return [floor + (start - floor) * math.exp(-rate * at) + noise * (chance.random() - 0.5) for at in range(length)]


def plateaus():
    nan, inf = math.nan, math.inf
    losses = recorded(1, 80)
    scores = [1 - value / 2 for value in recorded(2, 80)]
    flat = [1.0] * 30
    broken = [3.0, 2.0, nan, nan, 1.9, nan, nan, nan, inf, 1.8, nan, 1.7, 1.7, 1.7, 1.7, 1.7]
    negative = [-0.5 - 0.1 * math.sin(at) for at in range(30)]
    series = {"losses": losses, "scores": scores, "flat": flat, "broken": broken, "negative": negative}
    cases = []
    for name, values in series.items():
        for mode in ("min", "max"):
            for options in [
                {}, {"patience": 0}, {"patience": 3}, {"patience": 2, "cooldown": 4}, {"patience": 1, "factor": 0.5, "min_lr": 0.01},
                {"patience": 2, "threshold": 0.02}, {"patience": 2, "threshold": 0.02, "threshold_mode": "abs"},
                {"patience": 2, "threshold": 0.0, "threshold_mode": "abs", "cooldown": 1, "factor": 0.3},
                {"patience": 0, "min_lr": 0.2}, {"patience": 0, "factor": 0.01},
            ]:
                settings = {"factor": 0.1, "patience": 5, "threshold": 1e-4, "threshold_mode": "rel", "cooldown": 0, "min_lr": 0, **options}
                optimizer = torch.optim.SGD([torch.zeros(1)], lr=0.1)
                scheduler = schedulers.ReduceLROnPlateau(optimizer, mode=mode, **settings)
                rates = []
                for value in values:
                    scheduler.step(value)
                    rates.append(optimizer.param_groups[0]["lr"])
                cases.append({"series": name, "lr": 0.1, "mode": mode, **settings, "rates": rates})
    write("plateaus", {"series": {name: [str(value) for value in values] for name, values in series.items()}, "cases": cases})


curves()
plateaus()

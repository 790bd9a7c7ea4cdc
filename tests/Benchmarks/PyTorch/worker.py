"""Trains on request: reads lines `MODEL PRECISION SAMPLES`, answers each with milliseconds per batch.

Arguments: threads, folder of Fashion-MNIST. The first line written is `ready`, torch's version and the BLAS that it uses.
The loop is what PyTorch's tutorials write: TensorDataset, DataLoader, AdamW, loss.item() at each batch.
"""
import contextlib
import math
import os
import sys
import time

import torch
from torch.utils.data import DataLoader, TensorDataset

import models
import pictures

BATCH = 64
LR = 1e-3
WARMUP = 50
ACCUMULATE = 2


def train(name, precision, inputs, targets):
    model = {"cnn": models.Cnn, "transformer": models.RowTransformer}.get(name, models.Mlp)()
    everything = name == "everything"
    accumulate = ACCUMULATE if everything else 1
    loader = DataLoader(TensorDataset(inputs, targets), batch_size=BATCH, shuffle=True, num_workers=0)
    optimizer = torch.optim.AdamW(model.parameters(), lr=LR, weight_decay=1e-4)
    steps = math.ceil(len(loader) / accumulate)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: rate(step, steps)) if everything else None
    criterion = torch.nn.CrossEntropyLoss(label_smoothing=0.1 if everything else 0.0)
    model.train()
    total = 0.0
    start = time.perf_counter()
    for batch, (x, y) in enumerate(loader, 1):
        with autocast(precision):
            loss = criterion(model(x), y)
        (loss / accumulate if everything else loss).backward()
        total += loss.item()
        if batch % accumulate == 0 or batch == len(loader):
            if everything:
                torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            if schedule:
                schedule.step()
    seconds = time.perf_counter() - start
    assert math.isfinite(total)
    return seconds * 1000 / len(loader)


def rate(step, steps):
    if step < WARMUP:
        return (step + 1) / WARMUP
    return 0.5 * (1 + math.cos(math.pi * (step - WARMUP) / max(1, steps - WARMUP)))


def autocast(precision):
    return torch.autocast("cpu", dtype=torch.bfloat16) if precision == "bf16" else contextlib.nullcontext()


def blas():
    """MKL, OpenBLAS, the slow reference, or unknown: by what is loaded, since Debian chooses it when the process starts."""
    torch.ones(2, 2) @ torch.ones(2, 2)
    if torch.backends.mkl.is_available():
        return "MKL"
    if not os.path.exists("/proc/self/maps"):
        return "unknown"
    with open("/proc/self/maps") as maps:
        loaded = maps.read()
    return "OpenBLAS" if "openblas" in loaded else "reference" if "libblas" in loaded else "unknown"


def main():
    torch.set_num_threads(int(sys.argv[1]))
    loaded = {}
    print("ready", torch.__version__, blas(), flush=True)
    for line in sys.stdin:
        name, precision, samples = line.split()
        if samples not in loaded:
            loaded = {samples: pictures.load(sys.argv[2], int(samples))}
        print(train(name, precision, *loaded[samples]), flush=True)


main()

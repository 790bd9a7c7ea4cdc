"""Reads a folder of pictures on request: answers each line with milliseconds per batch.

Arguments: folder, workers, batch size, side of the square that pictures are brought to (0 for their own size).
What torchvision's users write: ImageFolder, ToTensor, Normalize, a DataLoader whose workers stay.
"""
import sys
import time

import torch
from torch.utils.data import DataLoader
from torchvision import datasets, transforms


def main():
    folder, workers, batch, side = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
    torch.set_num_threads(1)
    fit = [transforms.Resize(side), transforms.CenterCrop(side)] if side else []
    steps = fit + [transforms.ToTensor(), transforms.Normalize([0.5] * 3, [0.25] * 3)]
    data = datasets.ImageFolder(folder, transforms.Compose(steps))
    loader = DataLoader(data, batch_size=batch, shuffle=True, num_workers=workers, persistent_workers=workers > 0)
    print("ready", torch.__version__, flush=True)
    for _ in sys.stdin:
        start = time.perf_counter()
        batches = sum(1 for _ in loader)
        print((time.perf_counter() - start) * 1000 / batches, flush=True)


main()

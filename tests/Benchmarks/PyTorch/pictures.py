"""The same pictures as in tests/Benchmarks/Data/Pictures.cs."""
import gzip
import os

import torch


def load(folder, count):
    """Normalised inputs [count, 1, 28, 28] and labels [count]."""
    images = os.path.join(folder, "train-images-idx3-ubyte.gz")
    if os.path.exists(images):
        with gzip.open(images) as file:
            pixels = torch.frombuffer(bytearray(file.read(16 + count * 784))[16:], dtype=torch.uint8)
        with gzip.open(os.path.join(folder, "train-labels-idx1-ubyte.gz")) as file:
            labels = torch.frombuffer(bytearray(file.read(8 + count))[8:], dtype=torch.uint8)
    else:
        pixels = torch.randint(0, 256, (count * 784,), dtype=torch.uint8)
        labels = torch.randint(0, 10, (count,), dtype=torch.uint8)
    inputs = pixels.reshape(count, 1, 28, 28).float()
    return (inputs - inputs.mean()) / inputs.std(unbiased=False), labels.long()

#!/usr/bin/env python3
"""Writes what torchvision's tensor backend makes of small images: every operation of its policies at every magnitude, jitter, flip, crop.

    python3 make_augmentations.py

needs PyTorch 1.13 and torchvision 0.14 (Debian: python3-torch, python3-torchvision). Results are kept as the first 16 digits of the
SHA-256 of their bytes, since they are equal or they are not.
"""

import base64
import hashlib
import json
from pathlib import Path

import torch
import torchvision.transforms.functional as F
from torchvision.transforms import InterpolationMode
from torchvision.transforms import autoaugment

torch.set_num_threads(1)
torch.manual_seed(8)

FOLDER = Path(__file__).parent
BINS = 31
FACTORS = [round(0.1 * at, 1) for at in range(21)]
HUES = [round(-0.5 + 0.05 * at, 2) for at in range(21)]


def picture(channels, height, width):
    """Soft shapes with noise: every byte occurs, and neighbours are alike."""
    y = torch.linspace(-1, 1, height)[:, None]
    x = torch.linspace(-1, 1, width)[None, :]
    planes = [127.5 + 100 * torch.sin(2.5 * x * (at + 1) + 1.7 * y - at) for at in range(channels)]
    return (torch.stack([plane.expand(height, width) for plane in planes]) + 25 * torch.randn(channels, height, width)).clamp(0, 255).byte()


def flat():
    """A constant channel, one of two values, and one of single steps."""
    image = torch.full((3, 5, 7), 77, dtype=torch.uint8)
    image[1, :, 3:] = 200
    image[2] = torch.arange(35, dtype=torch.uint8).reshape(5, 7)
    return image


IMAGES = {
    "colours": picture(3, 20, 24),
    "wide": picture(3, 37, 61),
    "grey": picture(1, 28, 28),
    "flat": flat(),
    "tiny": picture(1, 2, 2),
}


def digest(image):
    return hashlib.sha256(image.contiguous().numpy().tobytes()).hexdigest()[:16]


def applied(image, operation, magnitude):
    return digest(autoaugment._apply_op(image, operation, magnitude, interpolation=InterpolationMode.NEAREST, fill=None))


def rows(image, space):
    for operation, (magnitudes, signed) in space.items():
        for at, magnitude in enumerate(magnitudes.reshape(-1).tolist()):
            for sign in (1.0, -1.0) if signed else (1.0,):
                yield [operation, at, sign * magnitude, applied(image, operation, sign * magnitude)]


def policies(image):
    size = image.shape[-2:]
    narrow = autoaugment.AutoAugment()._augmentation_space(BINS, size)
    wide = autoaugment.TrivialAugmentWide(BINS)._augmentation_space(BINS)
    return {"narrow": list(rows(image, narrow)), "wide": list(rows(image, wide))}


def jitters(image):
    return {
        "brightness": [[factor, digest(F.adjust_brightness(image, factor))] for factor in FACTORS],
        "contrast": [[factor, digest(F.adjust_contrast(image, factor))] for factor in FACTORS],
        "saturation": [[factor, digest(F.adjust_saturation(image, factor))] for factor in FACTORS],
        "hue": [[factor, digest(F.adjust_hue(image, factor))] for factor in HUES],
    }


def crops(image, padding=4):
    height, width = image.shape[-2:]
    padded = F.pad(image, [padding])
    return {
        "padding": padding,
        "results": [[top, left, digest(F.crop(padded, top, left, height, width))]
                    for top in range(2 * padding + 1) for left in range(2 * padding + 1)],
    }


def described(image):
    return {
        "shape": list(image.shape),
        "bytes": base64.b64encode(image.numpy().tobytes()).decode(),
        "policies": policies(image),
        "jitters": jitters(image),
        "horizontal": digest(F.hflip(image)),
        "vertical": digest(F.vflip(image)),
        "crops": crops(image),
    }


def tables():
    """The paper's policies, as torchvision has them: 25 of two operations, each with its probability and its magnitude's bin of 10."""
    return {policy.name: autoaugment.AutoAugment(policy).policies for policy in autoaugment.AutoAugmentPolicy}


def bins():
    """The magnitudes of AutoAugment's 10 bins on an image of 20 rows and 24 columns."""
    space = autoaugment.AutoAugment()._augmentation_space(10, (20, 24))
    return {operation: magnitudes.reshape(-1).tolist() for operation, (magnitudes, _) in space.items()}


if __name__ == "__main__":
    fixture = {"images": {name: described(image) for name, image in IMAGES.items()}, "tables": tables(), "bins": bins()}
    (FOLDER / "augmentations.json").write_text(json.dumps(fixture, separators=(",", ":")) + "\n")

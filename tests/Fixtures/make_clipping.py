#!/usr/bin/env python3
"""Writes the reference numbers of clipping by other norms than the 2-norm and by value, with PyTorch in float64.

    python3 make_clipping.py

needs PyTorch 1.13 or later (Debian: python3-torch). Every p is one that float32 holds, since PyTorch 1.13 rounds it to that.
"""

import json
import math
from pathlib import Path

import torch

torch.set_num_threads(1)
torch.set_default_dtype(torch.float64)

FOLDER = Path(__file__).parent


def gradients(scale):
    generator = torch.Generator().manual_seed(11)
    return [torch.randn(4, 3, generator=generator) * scale, torch.randn(5, generator=generator) * scale]


def clipped(given, clip):
    parameters = [torch.zeros_like(gradient).requires_grad_() for gradient in given]
    for parameter, gradient in zip(parameters, given):
        parameter.grad = gradient.clone()
    norm = clip(parameters)
    return norm, [parameter.grad.reshape(-1).tolist() for parameter in parameters]


def main():
    cases = []
    for order in (0.5, 1, 1.5, 2, 3, math.inf):
        for scale, largest in ((10.0, 0.5), (0.01, 100.0)):
            given = gradients(scale)
            norm, after = clipped(given, lambda parameters: torch.nn.utils.clip_grad_norm_(parameters, largest, norm_type=order))
            cases.append({"type": str(order), "max": largest, "norm": norm.item(),
                          "gradients": [gradient.reshape(-1).tolist() for gradient in given], "clipped": after})
    values = []
    for largest in (0.5, 1.0, 100.0):
        given = gradients(1.0)
        _, after = clipped(given, lambda parameters: torch.nn.utils.clip_grad_value_(parameters, largest))
        norm = torch.cat([gradient.reshape(-1) for gradient in given]).norm().item()
        values.append({"max": largest, "norm": norm, "gradients": [gradient.reshape(-1).tolist() for gradient in given], "clipped": after})
    content = {"torch": torch.__version__.split("+")[0], "norms": cases, "values": values}
    (FOLDER / "clipping_types.json").write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8", newline="\n")


main()

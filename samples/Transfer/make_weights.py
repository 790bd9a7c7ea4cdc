#!/usr/bin/env python3
"""Writes the weights of a ResNet-18 as torchvision makes it, with random numbers: this needs no network.

    python3 make_weights.py                    # resnet18.pt, 45 MB, beside this script
    python3 make_weights.py --fixture FOLDER   # for the tests: all names and shapes, and a network of 4 channels with its answers

needs PyTorch and torchvision (Debian: python3-torchvision). To start from weights that were trained on ImageNet, save
`torchvision.models.resnet18(weights="DEFAULT").state_dict()` instead, on a machine with a network.
"""

import argparse
import json
from pathlib import Path

import torch
from torchvision.models import resnet18
from torchvision.models.resnet import BasicBlock, ResNet

WIDTH = 4
FULL_WIDTH = 64


class NarrowResNet(ResNet):
    """torchvision's own network with fewer channels: the same layers under the same names."""

    def __setattr__(self, name, value):
        super().__setattr__(name, WIDTH if name == "inplanes" and value == FULL_WIDTH else value)

    def _make_layer(self, block, planes, blocks, stride=1, dilate=False):
        return super()._make_layer(block, planes * WIDTH // FULL_WIDTH, blocks, stride, dilate)


def narrow():
    model = NarrowResNet(BasicBlock, [2, 2, 2, 2])
    model.fc = torch.nn.Linear(8 * WIDTH, 5)
    with torch.no_grad():
        for _ in range(3):
            model(torch.randn(8, 3, 32, 32) * 2)       # statistics of their own for every BatchNorm
    return model.eval()


def fixture(folder):
    model = narrow().half().double()                   # numbers that half precision holds exactly
    pictures = torch.randn(2, 3, 40, 32, dtype=torch.float64)
    half = {name: tensor.half() if tensor.is_floating_point() else tensor for name, tensor in model.state_dict().items()}
    torch.save(half, folder / "resnet18_narrow.pt")
    torch.save({"pictures": pictures, "scores": model(pictures).detach()}, folder / "resnet18_answers.pt")
    names = {name: list(tensor.shape) for name, tensor in resnet18().state_dict().items()}
    (folder / "resnet18_names.json").write_text(json.dumps(names) + "\n", encoding="utf-8", newline="\n")


parser = argparse.ArgumentParser()
parser.add_argument("--fixture", type=Path, metavar="FOLDER")
arguments = parser.parse_args()
torch.manual_seed(0)
torch.set_num_threads(1)
if arguments.fixture:
    fixture(arguments.fixture)
else:
    torch.save(resnet18().state_dict(), Path(__file__).parent / "resnet18.pt")

#!/usr/bin/env python3
"""Writes small files with torch.save, good ones and hostile ones, and the numbers that are in the good ones.

    python3 make_pt_files.py

needs PyTorch 1.13 (Debian: python3-torch). The committed files in pt/ are what the tests read; none of the hostile ones is ever
loaded by Python here.
"""

import builtins
import json
import os
from pathlib import Path

import torch

FOLDER = Path(__file__).parent / "pt"
FOLDER.mkdir(exist_ok=True)
torch.manual_seed(4)
torch.set_num_threads(1)


class Net(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = torch.nn.Conv2d(2, 3, 2, bias=False)
        self.bn = torch.nn.BatchNorm2d(3)
        self.fc = torch.nn.Linear(3, 2)

    def forward(self, x):
        return self.fc(torch.relu(self.bn(self.conv(x))).mean((2, 3)))


def trained():
    model = Net()
    optimizer = torch.optim.Adam(model.parameters())
    model(torch.randn(4, 2, 5, 5)).square().mean().backward()
    optimizer.step()
    return model, optimizer


def views():
    base = torch.arange(24, dtype=torch.float32)
    return {
        "base": base,
        "matrix": base.view(4, 6),
        "transposed": base.view(4, 6).t(),
        "columns": base.view(4, 6)[:, 1:5:2],
        "tail": base[20:],
        "channels_last": base.view(1, 2, 3, 4).contiguous(memory_format=torch.channels_last),
        "scalar": base[7],
        "empty": base[:0].view(0, 3),
    }


def dtypes():
    numbers = torch.tensor([[0.0, 1.0, -2.5], [3.0, 100.25, -0.125]])
    kinds = [torch.float64, torch.float32, torch.float16, torch.bfloat16, torch.int64, torch.int32, torch.int16, torch.int8]
    every = {str(kind)[6:]: numbers.to(kind) for kind in kinds}
    return {**every, "uint8": numbers.abs().to(torch.uint8), "bool": numbers > 0, "large": torch.tensor([2**62 + 1, -(2**40)])}


def flat(value, name=""):
    if isinstance(value, torch.Tensor):
        return {name: value.detach()}
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, (list, tuple)) else []
    found = {}
    for key, inner in items:
        found.update(flat(inner, f"{name}.{key}" if name else str(key)))
    return found


def good():
    model, optimizer = trained()
    files = {
        "state_dict": model.state_dict(),
        "tensor": torch.arange(6, dtype=torch.float32).view(2, 3) / 8,
        "parameters": dict(model.named_parameters()),
        "checkpoint": {"model": model.state_dict(), "optimizer": optimizer.state_dict(), "epoch": 3, "best": 0.25, "shape": torch.Size([2])},
        "data_parallel": torch.nn.DataParallel(model).state_dict(),
        "dtypes": dtypes(),
        "views": views(),
        "many": {f"block{index}.weight": torch.tensor([float(index)]) for index in range(60)},
    }
    expected = {}
    for name, value in files.items():
        torch.save(value, FOLDER / f"{name}.pt")
        expected[name] = {
            key: {"dtype": str(tensor.dtype)[6:], "shape": list(tensor.shape), "values": tensor.reshape(-1).tolist()}
            for key, tensor in flat(value).items()
        }
    torch.save(files["state_dict"], FOLDER / "protocol4.pt", pickle_protocol=4)
    expected["protocol4"] = expected["state_dict"]
    (FOLDER / "expected.json").write_text(json.dumps(expected) + "\n", encoding="utf-8", newline="\n")


class Calls:
    """An object whose pickle says: call this function with these arguments."""

    def __init__(self, function, *arguments):
        self.function, self.arguments = function, arguments

    def __reduce__(self):
        return self.function, self.arguments


def hostile():
    weight = torch.zeros(2)
    model, _ = trained()
    files = {
        "system": {"weight": weight, "run": Calls(os.system, "touch hacked")},
        "eval": {"weight": weight, "run": Calls(builtins.eval, "open('hacked', 'w')")},
        "getattr": {"weight": weight, "run": Calls(builtins.getattr, "text", "upper")},
        "load": {"weight": weight, "run": Calls(torch.load, "other.pt")},
        "module": model,
        "expanded": {"weight": torch.zeros(1).expand(1000, 1000)},
    }
    for name, value in files.items():
        torch.save(value, FOLDER / f"hostile_{name}.pt")
    torch.save(model.state_dict(), FOLDER / "hostile_legacy.pt", _use_new_zipfile_serialization=False)
    torch.jit.save(torch.jit.script(torch.nn.Linear(2, 1)), str(FOLDER / "hostile_torchscript.pt"))


good()
hostile()

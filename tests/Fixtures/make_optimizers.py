#!/usr/bin/env python3
"""Writes reference trajectories of every optimizer and its variants, single-threaded and in float64.

    python3 make_optimizers.py

needs PyTorch 1.13 or later (Debian: python3-torch). What PyTorch 1.13 lacks or computes otherwise is written here from the papers'
formulas: Lion, and NAdam, in whose correction PyTorch took one factor of the momentum twice until 2.0. The latter is checked here: with
that factor taken twice it must follow torch.optim.NAdam.

The problem: least squares with a weight, a bias, and a shift that takes part in two of three steps only and has no gradient in the others.
A run of fifty steps is recorded at some of them.
"""

import json
from pathlib import Path

import torch

torch.set_num_threads(1)
torch.set_default_dtype(torch.float64)

FOLDER = Path(__file__).parent
STEPS = 50
RECORDED = [0, 1, 2, 3, 4, 5, 6, 9, 14, 19, 24, 29, 39, 49]

# Scale of the learning rate and weight decay of weight, bias and shift, where they are in groups of their own.
GROUPS = [(1.0, 0.05), (0.1, 0.0), (2.0, 0.2)]


class Written:
    """An optimizer written here: one formula per parameter, with state and step count of its own."""

    def __init__(self, parameters, weight_decay=0.0):
        groups = parameters if isinstance(parameters[0], dict) else [{"params": parameters}]
        self.param_groups = [{"weight_decay": weight_decay, **group} for group in groups]
        self.state = {}

    def zero_grad(self):
        for group in self.param_groups:
            for parameter in group["params"]:
                parameter.grad = None

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            for parameter in group["params"]:
                if parameter.grad is not None:
                    state = self.state.setdefault(parameter, {"step": 0})
                    state["step"] += 1
                    self.update(parameter, parameter.grad, state, group["lr"], group["weight_decay"])


class Lion(Written):
    """Chen et al. (2023), algorithm 2."""

    def __init__(self, parameters, lr, betas=(0.9, 0.99), weight_decay=0.0):
        super().__init__(parameters, weight_decay)
        self.betas = betas

    def update(self, weight, gradient, state, lr, decay):
        beta1, beta2 = self.betas
        momentum = state.get("momentum", torch.zeros_like(weight))
        direction = (beta1 * momentum + (1 - beta1) * gradient).sign()
        weight -= lr * (direction + decay * weight)
        state["momentum"] = beta2 * momentum + (1 - beta2) * gradient


class NAdam(Written):
    """Dozat (2016), algorithm 2, with eps outside of the root and the schedule of the momentum that PyTorch uses."""

    def __init__(self, parameters, lr, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.0, momentum_decay=4e-3, decoupled=False, as_in_1_13=False):
        super().__init__(parameters, weight_decay)
        self.betas, self.eps, self.momentum_decay, self.decoupled, self.as_in_1_13 = betas, eps, momentum_decay, decoupled, as_in_1_13

    def update(self, weight, gradient, state, lr, decay):
        beta1, beta2 = self.betas
        step = state["step"]
        factor, following = (beta1 * (1 - 0.5 * 0.96 ** (at * self.momentum_decay)) for at in (step, step + 1))
        if self.decoupled:
            weight *= 1 - lr * decay
        else:
            gradient = gradient + decay * weight
        product = state["product"] = state.get("product", 1.0) * factor
        first = state["first"] = beta1 * state.get("first", torch.zeros_like(weight)) + (1 - beta1) * gradient
        second = state["second"] = beta2 * state.get("second", torch.zeros_like(weight)) + (1 - beta2) * gradient ** 2
        denominator = (second / (1 - beta2 ** step)).sqrt() + self.eps
        ahead = product * following * (factor if self.as_in_1_13 else 1)
        weight -= lr * (1 - factor) / (1 - product) * gradient / denominator
        weight -= lr * following / (1 - ahead) * first / denominator


class DecoupledRAdam:
    """PyTorch's RAdam, which has no decoupled weight decay in 1.13, after the weights have decayed by themselves."""

    def __init__(self, parameters, lr, weight_decay):
        groups = parameters if isinstance(parameters[0], dict) else [{"params": parameters}]
        self.decays = [group.get("weight_decay", weight_decay) for group in groups]
        self.inner = torch.optim.RAdam([{**group, "weight_decay": 0.0} for group in groups], lr=lr)
        self.param_groups = self.inner.param_groups

    def zero_grad(self):
        self.inner.zero_grad(set_to_none=True)

    def step(self):
        with torch.no_grad():
            for group, decay in zip(self.param_groups, self.decays):
                for parameter in group["params"]:
                    if parameter.grad is not None:
                        parameter *= 1 - group["lr"] * decay
        self.inner.step()


# By name: the optimizer, the learning rate at the last step, and its options.
VARIANTS = {
    "adam": (torch.optim.Adam, 0.05, {}),
    "adam_l2": (torch.optim.Adam, 0.05, {"weight_decay": 0.1, "betas": (0.8, 0.95), "eps": 1e-6}),
    "adam_amsgrad": (torch.optim.Adam, 0.05, {"amsgrad": True, "weight_decay": 0.01, "betas": (0.9, 0.9)}),
    "adamw": (torch.optim.AdamW, 0.05, {"weight_decay": 0.1}),
    "adamw_amsgrad": (torch.optim.AdamW, 0.05, {"amsgrad": True, "weight_decay": 0.1, "betas": (0.9, 0.9)}),
    "sgd": (torch.optim.SGD, 0.05, {}),
    "sgd_momentum": (torch.optim.SGD, 0.05, {"momentum": 0.9, "weight_decay": 0.01}),
    "sgd_nesterov": (torch.optim.SGD, 0.05, {"momentum": 0.9, "nesterov": True, "weight_decay": 0.01}),
    "sgd_dampening": (torch.optim.SGD, 0.05, {"momentum": 0.9, "dampening": 0.4, "weight_decay": 0.01}),
    "sgd_decay_alone": (torch.optim.SGD, 0.05, {"weight_decay": 0.1}),
    "nadam": (NAdam, 0.02, {}),
    "nadam_l2": (NAdam, 0.02, {"weight_decay": 0.1, "betas": (0.8, 0.95), "eps": 1e-6, "momentum_decay": 0.05}),
    "nadam_decoupled": (NAdam, 0.02, {"weight_decay": 0.1, "decoupled": True}),
    "radam": (torch.optim.RAdam, 0.05, {}),
    "radam_l2": (torch.optim.RAdam, 0.05, {"weight_decay": 0.1, "betas": (0.8, 0.95), "eps": 1e-6}),
    "radam_short": (torch.optim.RAdam, 0.05, {"betas": (0.9, 0.5)}),
    "radam_decoupled": (DecoupledRAdam, 0.05, {"weight_decay": 0.1}),
    "rmsprop": (torch.optim.RMSprop, 0.02, {}),
    "rmsprop_momentum": (torch.optim.RMSprop, 0.01, {"momentum": 0.8, "weight_decay": 0.1, "alpha": 0.9, "eps": 1e-6}),
    "rmsprop_centered": (torch.optim.RMSprop, 0.01, {"centered": True, "alpha": 0.95, "eps": 1e-3}),
    "rmsprop_centered_momentum": (torch.optim.RMSprop, 0.01, {"centered": True, "momentum": 0.5, "weight_decay": 0.01, "eps": 1e-3}),
    "adagrad": (torch.optim.Adagrad, 0.2, {}),
    "adagrad_decays": (torch.optim.Adagrad, 0.2, {"lr_decay": 0.05, "weight_decay": 0.1, "initial_accumulator_value": 0.3, "eps": 1e-6}),
    "lion": (Lion, 0.01, {}),
    "lion_decay": (Lion, 0.01, {"weight_decay": 0.5, "betas": (0.8, 0.95)}),
}

# One of each method again, with a learning rate and weight decay of its own for each parameter.
GROUPED = ["adam_l2", "adamw_amsgrad", "sgd_dampening", "sgd_nesterov", "nadam_l2", "radam_decoupled", "rmsprop_momentum", "adagrad_decays",
           "lion_decay"]


def problem():
    generator = torch.Generator().manual_seed(7)
    shapes = {"inputs": (12, 3), "targets": (12, 2), "weight": (2, 3), "bias": (2,), "shift": (2,)}
    return {name: torch.randn(*shape, generator=generator) for name, shape in shapes.items()}


def trajectory(make, lr, options, grouped):
    data = problem()
    parameters = [data[name].clone().requires_grad_() for name in ("weight", "bias", "shift")]
    scales = [scale if grouped else 1.0 for scale, _ in GROUPS]
    groups = [{"params": [parameter], **({"weight_decay": decay} if grouped else {})} for parameter, (_, decay) in zip(parameters, GROUPS)]
    optimizer = make(groups, lr=lr, **options)
    path = []
    for step in range(STEPS):
        # The rate changes every step, so that an optimizer that keeps its first rate is found out.
        for group, scale in zip(optimizer.param_groups, scales):
            group["lr"] = scale * lr * (step + 1) / STEPS
        for parameter in parameters:
            parameter.grad = None
        weight, bias, shift = parameters
        output = data["inputs"] @ weight.T + bias
        if step % 3 != 1:
            output = output + shift
        torch.nn.functional.mse_loss(output, data["targets"]).backward()
        optimizer.step()
        if step in RECORDED:
            path.append([number for parameter in parameters for number in parameter.detach().reshape(-1).tolist()])
    return path


def check_nadam():
    options = {"weight_decay": 0.1, "betas": (0.8, 0.95)}
    ours = trajectory(NAdam, 0.02, {**options, "as_in_1_13": True}, grouped=False)
    theirs = trajectory(torch.optim.NAdam, 0.02, options, grouped=False)
    if torch.__version__.startswith("1.13"):
        torch.testing.assert_close(torch.tensor(ours), torch.tensor(theirs), rtol=0, atol=1e-12)


def main():
    check_nadam()
    content = {"torch": torch.__version__.split("+")[0], "steps": STEPS, "recorded": RECORDED}
    content.update({name: tensor.reshape(-1).tolist() for name, tensor in problem().items()})
    content["groups"] = [{"lrScale": scale, "weightDecay": decay} for scale, decay in GROUPS]
    content["trajectories"] = {
        **{name: {"lr": lr, "path": trajectory(make, lr, options, grouped=False)} for name, (make, lr, options) in VARIANTS.items()},
        **{f"{name}_grouped": {"lr": VARIANTS[name][1], "path": trajectory(*VARIANTS[name], grouped=True)} for name in GROUPED},
    }
    text = json.dumps(content).replace("], [", "],\n[").replace('}, "', '},\n"')
    (FOLDER / "optimizer_variants.json").write_text(text + "\n", encoding="utf-8", newline="\n")


main()

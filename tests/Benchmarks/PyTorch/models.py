"""The benchmark's models in PyTorch, layer for layer as in tests/Benchmarks/Models."""
import torch
from torch import nn


class Mlp(nn.Module):
    def __init__(self):
        super().__init__()
        self.hidden = nn.Linear(784, 64)
        self.head = nn.Linear(64, 10)

    def forward(self, x):
        return self.head(torch.relu(self.hidden(x.flatten(1))))


class Cnn(nn.Module):
    def __init__(self):
        super().__init__()
        self.features = nn.Sequential(
            nn.Conv2d(1, 32, 3, padding=1, bias=False), nn.BatchNorm2d(32), nn.ReLU(), nn.MaxPool2d(2),
            nn.Conv2d(32, 64, 3, padding=1, bias=False), nn.BatchNorm2d(64), nn.ReLU(), nn.MaxPool2d(2))
        self.head = nn.Linear(64 * 7 * 7, 10)

    def forward(self, x):
        return self.head(self.features(x).flatten(1))


class RowTransformer(nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding = nn.Linear(28, 64)
        self.position = nn.Parameter(torch.randn(28, 1, 64) * 0.02)
        layer = nn.TransformerEncoderLayer(64, 4, dim_feedforward=128, dropout=0.1)
        self.encoder = nn.TransformerEncoder(layer, 4)
        self.head = nn.Linear(64, 10)

    def forward(self, x):
        rows = self.embedding(x.squeeze(1)).transpose(0, 1) + self.position
        return self.head(self.encoder(rows).mean(0))

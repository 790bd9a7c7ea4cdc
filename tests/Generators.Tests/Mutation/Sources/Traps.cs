using System;
using System.Collections.Generic;
using System.Linq;
using TorchSharp;
using TorchSharp.Modules;
using TrainSdk;
using TrainSdk.Metrics;
using TrainSdk.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using System.Threading.Tasks;

namespace Corpus;

/// <summary>A loop by hand with every trap that the rules know.</summary>
public static class Training
{
    public static async Task<double> Fit(Net model, IReadOnlyList<(Tensor X, Tensor Y)> batches, Device device)
    {
        var optimizer = optim.AdamW(model.parameters(), 1e-3);
        model.to(device);
        Dictionary<string, Tensor> best = model.state_dict();
        var total = zeros(1);
        var kept = new List<Tensor>();
        for (var epoch = 0; epoch < 10; epoch++)
        {
            foreach (var (x, y) in batches)
            {
                using var scope = NewDisposeScope();
                await Task.Yield();
                optimizer.zero_grad();
                var loss = functional.cross_entropy(model.forward(x.to(device)), y);
                loss.backward();
                optimizer.step();
                total += loss;
                kept.Add(loss);
                if (total.equal(zeros(1)))
                {
                    best = model.state_dict();
                }
            }
            var score = functional.binary_cross_entropy_with_logits(sigmoid(model.call(batches[0].X)), batches[0].Y);
            Console.WriteLine(score.item<float>());
        }
        return total.ToDouble() + best.Count;
    }
}

public class Net : Module<Tensor, Tensor>
{
    private readonly Linear _encoder, _decoder;
    private readonly Linear[] _blocks = { Linear(4, 4), Linear(4, 4) };
    private Tensor _mean = zeros(4);

    public Linear Head { get; set; } = Linear(4, 2);

    public new bool training => false;

    public Net() : base("net")
    {
        RegisterComponents();
        _encoder = Linear(4, 4);
        _decoder = Linear(4, 4);
        _decoder.weight = _encoder.weight;
        register_buffer("mean", _mean, persistent: false);
    }

    public override Tensor forward(Tensor input)
    {
        Console.WriteLine(input.mean().item<float>());
        var x = _encoder.forward(input - _mean.cpu());
        foreach (var block in _blocks)
        {
            x = functional.relu(block.call(x));
        }
        return functional.log_softmax(Head.call(_decoder.call(x)), dim: -1);
    }

    public new Tensor call(Tensor input) => forward(input);
}

public class Forgotten : Module<Tensor, Tensor>
{
    private readonly Sequential _trunk = Sequential(
        Conv2d(3, 8, 3), BatchNorm2d(8), ReLU(), Dropout(0.2), Conv2d(8, 8, 3), ReLU(), Conv2d(8, 8, 3), ReLU(), Conv2d(8, 8, 3), Softmax(1));

    public Forgotten() : base("forgotten")
    {
    }

    public override Tensor forward(Tensor input) => _trunk.call(input);
}

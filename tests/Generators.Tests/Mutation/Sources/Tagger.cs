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

/// <summary>In the global namespace, with loops in forward.</summary>
[Hyperparams(Lr = 2e-2, BatchSize = 1024), NextToken]
[Adam(WeightDecay = 1e-2), EarlyStop(3), Cosine, CosineRestarts(4), MixUp(0.4)]
public partial class CorpusTagger : Module<Tensor, Tensor>
{
    private readonly Embedding _letters;
    private readonly LSTM _memory;
    private readonly GRU[] _layers = new GRU[2];
    private readonly Dictionary<string, Linear> _heads = new();
    private readonly List<Tensor> _states = new();

    public CorpusTagger(int words = 100, int size = 16) : base("tagger")
    {
        _letters = Embedding(words, size);
        _memory = LSTM(size, size, numLayers: 2, batchFirst: true);
        for (var at = 0; at < _layers.Length; at++)
        {
            _layers[at] = GRU(size, size);
        }
        _heads["first"] = Linear(size, words);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input)
    {
        var x = _letters.forward(input);
        var (output, state, _) = _memory.call(x);
        while (_states.Count < 2)
        {
            _states.Add(state);
        }
        for (int layer = 0; layer < _layers.Length; layer++)
        {
            (output, state) = _layers[layer].call(output);
            if (output.sum().item<float>() > 0 && output.equal(x))
            {
                Console.WriteLine(output.cpu());
            }
            else
            {
                switch (layer)
                {
                    case 0:
                        output = functional.dropout(output, 0.5, training);
                        break;
                    default:
                        continue;
                }
            }
        }
        return _heads.TryGetValue("first", out var head) ? head.call(output) : throw new InvalidOperationException();
    }
}

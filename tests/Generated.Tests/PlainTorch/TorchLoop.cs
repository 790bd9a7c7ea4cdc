using TorchSharp;
using static TorchSharp.torch;

namespace TrainSdk.Generated.Tests.PlainTorch;

/// <summary>A loop as TorchSharp's documentation writes it, with nothing of TrainSdk.</summary>
internal static class TorchLoop
{
    public static void Train(
        nn.Module<Tensor, Tensor> model, IReadOnlyList<(Tensor Input, Tensor Target)> batches, optim.Optimizer optimizer, Func<int, double> lr,
        Func<Tensor, Tensor, Tensor> loss, double? clip)
    {
        model.train();
        for (var step = 0; step < batches.Count; step++)
        {
            using var scope = NewDisposeScope();
            foreach (var group in optimizer.ParamGroups)
            {
                group.LearningRate = lr(step);
            }
            optimizer.zero_grad();
            loss(model.call(batches[step].Input), batches[step].Target).backward();
            if (clip is { } max)
            {
                nn.utils.clip_grad_norm_(model.parameters().ToArray(), max);
            }
            optimizer.step();
        }
    }
}

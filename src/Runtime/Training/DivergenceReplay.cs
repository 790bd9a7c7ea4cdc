using TorchSharp;
using TrainSdk.Data;
using TrainSdk.Optim;
using TrainSdk.Precision;
using static TorchSharp.torch;

namespace TrainSdk.Training;

/// <summary>
/// Computes a step that went wrong once more, without its update, and looks for the first thing that is not finite: the batch, then layer
/// by layer, then the loss and the gradients. The guard has kept weights and buffers as they were before the step, and what it drew from
/// torch's generators depends on the seed and the step alone.
/// </summary>
/// <param name="model">The model in its present state.</param>
/// <param name="setup">What the run is made of.</param>
/// <param name="gradients">The model's gradients, which are gone afterwards.</param>
/// <param name="buffers">The buffers, which the replay leaves as they are.</param>
internal sealed class DivergenceReplay(nn.Module model, RunSetup setup, Gradients gradients, ModelBuffers buffers)
{
    /// <summary>Looks for the cause.</summary>
    /// <param name="step">Optimizer step from 0.</param>
    /// <param name="loss">The loop's loss of a batch from the step and the batch's place in it, a scalar; null for none.</param>
    public Divergence Run(long step, Func<Batch, long, int, Tensor>? loss)
    {
        var stepsPerEpoch = setup.StepsPerEpoch;
        var epoch = (int)(step / stepsPerEpoch);
        var samples = setup.Batches.Positions(epoch, step % stepsPerEpoch * setup.Accumulate, setup.Accumulate);
        long[] all = [.. samples.SelectMany(static batch => batch)];
        var found = loss is null ? default : Safely(step, samples, loss);
        var own = found.Samples ?? all;
        return new Divergence
        {
            Step = step,
            Epoch = epoch,
            Batch = all,
            Samples = own,
            SampleNames = Names(own),
            Place = found.Place,
            Name = found.Name,
            Problem = found.Problem,
        };
    }

    private string[] Names(long[] samples) =>
        setup.Data.Train is { Stream: null } data && (data.SampleNames.Count > 0 || !data.IsInMemory)
            ? [.. samples.Select(data.NameOf)]
            : [];

    // A run that has ended is told of in any case, whatever the model's own code throws here.
    private Finding Safely(long step, IReadOnlyList<long[]> samples, Func<Batch, long, int, Tensor> loss)
    {
        try
        {
            return Look(step, samples, loss);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            return new(DivergencePlace.NotFound, null, null, failure.Message.Split('\n')[0]);
        }
        finally
        {
            buffers.Restore();
            gradients.Clear();
        }
    }

    private Finding Look(long step, IReadOnlyList<long[]> samples, Func<Batch, long, int, Tensor> loss)
    {
        if (!model.training)
        {
            model.train();
        }
        gradients.Clear();
        buffers.Take();
        using var probe = new LayerProbe(model);
        var (epoch, first) = ((int)(step / setup.StepsPerEpoch), step % setup.StepsPerEpoch * setup.Accumulate);
        using var batches = setup.Batches.From(epoch, first).GetEnumerator();
        for (var position = 0; position < samples.Count && batches.MoveNext(); position++)
        {
            using var scope = torch.NewDisposeScope();
            var batch = batches.Current;
            Randomness.At(setup.Seed, step, position);
            if (InBatch(batch, samples[position]) is { } inData)
            {
                return inData;
            }
            Tensor value;
            using (Autocast.On(setup.Precision))
            {
                value = loss(batch, step, position);
            }
            if (probe.Found is { } layer)
            {
                return new(layer.Place, layer.Name, Named(layer.Tensor, samples[position]));
            }
            if (InLossOrGradients(value) is { } late)
            {
                return late with { Samples = samples[position] };
            }
        }
        return Overflow();
    }

    private Finding? InLossOrGradients(Tensor loss)
    {
        if (NonFinite.IsIn(loss))
        {
            return new(DivergencePlace.Loss, null, null);
        }
        loss.backward();
        return InGradients();
    }

    private static Finding? InBatch(Batch batch, long[] samples)
    {
        foreach (var tensor in batch.Inputs.Append(batch.Target).Where(NonFinite.IsIn))
        {
            return new(DivergencePlace.Data, null, Named(tensor, samples));
        }
        return null;
    }

    // Where a sample could not be read, rows are no longer positions.
    private static long[] Named(Tensor tensor, long[] samples) =>
        NonFinite.Rows(tensor, samples.Length) is { Length: > 0 } rows ? [.. rows.Select(row => samples[row])] : samples;

    // What goes wrong in the backward pass spreads towards the inputs: the parameter that is used last is the nearest to its cause.
    private Finding? InGradients()
    {
        for (var at = setup.Parameters.Values.Count - 1; at >= 0; at--)
        {
            if (setup.Parameters.Values[at].grad is { } gradient && NonFinite.IsIn(gradient))
            {
                return new(DivergencePlace.Gradient, setup.Parameters.Names[at], null);
            }
        }
        return null;
    }

    private Finding Overflow()
    {
        using var scope = torch.NewDisposeScope();
        if (!NonFinite.IsIn(gradients.Norm().Value))
        {
            return default;
        }
        var largest = setup.Parameters.Names.Zip(setup.Parameters.Values)
            .MaxBy(static named => named.Second.grad is { } gradient ? gradient.abs().max().ToDouble() : 0);
        return new(DivergencePlace.GradientNorm, largest.First, null);
    }

    private readonly record struct Finding(DivergencePlace Place, string? Name, long[]? Samples, string? Problem = null);
}

using Microsoft.Extensions.Logging;
using TorchSharp;
using TrainSdk.Checkpoints;
using TrainSdk.Data;
using TrainSdk.Inspection;
using TrainSdk.Precision;
using TrainSdk.Recording;
using TrainSdk.Recording.History;
using static TorchSharp.torch;

namespace TrainSdk.Training;

/// <summary>
/// Measures single samples with the kept weights, once at a run's end: <c>samples.csv</c>, with pictures of those that the model gets most
/// wrong. Of the validation split all, so that nothing is learned from the test split; of the training split only where it is small, or
/// it would take as long as a part of an epoch.
/// </summary>
internal static class SampleLosses
{
    private const int MostOfSplit = 10_000;

    /// <summary>Writes the files; a model whose output fits no criterion has none, and a failure ends no run.</summary>
    public static void Write(RunSetup setup, nn.Module model, ModelCard card)
    {
        if (setup.Folder is not { } folder)
        {
            return;
        }
        try
        {
            Write(folder, setup, model, card);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            setup.Options.Logger?.LogDebug(failure, "single samples were not measured: {Problem}", failure.Message);
        }
    }

    private static void Write(RunFolder folder, RunSetup setup, nn.Module model, ModelCard card)
    {
        var shots = new SampleShots(folder.Files, Path.Combine(folder.Path, SampleShots.Folder), card.Encoding);
        var rows = new List<SampleRow>();
        foreach (var (split, data) in new[] { ("validation", setup.Data.Validation), ("train", setup.Data.Train) })
        {
            if (data is not { Stream: null, Count: <= MostOfSplit } || Rows(split, data, setup, model, card) is not { } measured)
            {
                continue;
            }
            rows.AddRange(measured);
            shots.Write(split, data, [.. SamplesFile.Worst(measured, split).Select(static row => row.Sample)]);
        }
        if (rows.Count > 0)
        {
            SamplesFile.Write(folder, rows);
        }
    }

    // Null where samples have no losses of their own, or some could not be read, so that the others' rows are not their positions.
    private static List<SampleRow>? Rows(string split, DataSet data, RunSetup setup, nn.Module model, ModelCard card)
    {
        using var inference = torch.inference_mode();
        using var batches = BatchLoader.InOrder(data, card.Encoding, setup.Batches.BatchSize, setup.Parameters.Placement);
        var judge = new SampleJudge(card);
        var rows = new List<SampleRow>();
        foreach (var batch in batches)
        {
            using var scope = torch.NewDisposeScope();
            Tensor output;
            using (Autocast.On(setup.Precision))
            {
                output = ((ITrainedModel)model).Answer(batch.Inputs);
            }
            if (judge.Judge(output, batch.Target) is not { } judged)
            {
                return null;
            }
            foreach (var (loss, predicted, actual) in judged)
            {
                rows.Add(new SampleRow(split, rows.Count, data.NameOf(rows.Count), loss, predicted, actual));
            }
        }
        return rows.Count == data.Count ? rows : null;
    }
}

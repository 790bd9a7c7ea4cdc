using System.Runtime.InteropServices;
using TorchSharp;
using TrainSdk.Checkpoints;
using TrainSdk.Data;
using TrainSdk.Data.Sources;
using TrainSdk.Native;
using static TorchSharp.torch;

namespace TrainSdk.CommandLine;

/// <summary>Tries one sample, so that data that a model was not written for are refused with what to change.</summary>
internal static class ModelFit
{
    private const int MostNames = 5;
    private const int MostTried = 16;

    /// <summary>Tries it; the model is disposed.</summary>
    /// <param name="name">The model's name.</param>
    /// <param name="kind">What its output means.</param>
    /// <param name="fresh">A model that nobody else has.</param>
    /// <param name="data">The data.</param>
    /// <param name="path">Where they come from, for messages.</param>
    /// <exception cref="TrainException">It does not take the inputs, or does not give one score per class.</exception>
    public static void Check<TModel>(string name, OutputKind kind, TModel fresh, DataSplits data, string path)
        where TModel : nn.Module, ITrainedModel
    {
        using var model = fresh;
        using var scope = NewDisposeScope();
        model.eval();
        var output = Answer(name, model, data, path);
        if (!data.Train.IsClassification)
        {
            return;
        }
        var classes = data.Train.ClassNames;
        var scores = output.dim() < 2 ? 1 : output.shape[1];
        var fits = kind == OutputKind.Binary ? classes.Count == 2 : scores == classes.Count;
        if (!fits)
        {
            var named = string.Join(", ", classes.Take(MostNames)) + (classes.Count > MostNames ? ", …" : "");
            throw new TrainException(
                $"{name} tells {(kind == OutputKind.Binary ? 2 : scores)} classes apart, and {path} has {classes.Count} ({named}); "
                + $"let the model's last layer give {classes.Count} scores");
        }
    }

    private static Tensor Answer<TModel>(string name, TModel model, DataSplits data, string path)
        where TModel : nn.Module, ITrainedModel
    {
        using var inference = inference_mode();
        // The first sample may be one of those that are left out.
        var tried = data.Train.OnBadSample == OnBadSample.Fail ? 1 : (int)Math.Min(MostTried, data.Train.Count);
        using var batches = BatchLoader.InOrder(data.Train.Select([.. Positions.To(tried)]), data.Encoding, tried, Placement.Of(model));
        foreach (var batch in batches)
        {
            try
            {
                return model.Answer(batch.Inputs);
            }
            catch (ExternalException failure)
            {
                throw new TrainException(
                    $"{name} does not take the inputs {data.Train.Sources[0].Form.ShapeText} of {path}: "
                    + $"{TorchFailure.Complaint(failure) ?? failure.Message.Split('\n')[0]}; let its first layer take them",
                    failure);
            }
        }
        throw new TrainException($"{path} has no sample");
    }
}

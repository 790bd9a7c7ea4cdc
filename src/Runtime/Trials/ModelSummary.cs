using TorchSharp;
using TrainSdk.Checkpoints;
using TrainSdk.Training;
using static TorchSharp.torch;

namespace TrainSdk.Trials;

/// <summary>The layers of a model in the order in which they are called, seen in one forward pass.</summary>
internal sealed class ModelSummary
{
    private ModelSummary(IReadOnlyList<LayerFacts> layers, nn.Module model)
    {
        Layers = layers;
        var parameters = model.parameters().ToArray();
        Parameters = parameters.Sum(static parameter => parameter.numel());
        Frozen = parameters.Where(static parameter => !parameter.requires_grad).Sum(static parameter => parameter.numel());
        WeightBytes = parameters.Sum(static parameter => parameter.numel() * parameter.element_size());
        BufferBytes = model.buffers().Sum(static buffer => buffer.numel() * buffer.element_size());
    }

    /// <summary>The layers without layers in them, and those with parameters of their own.</summary>
    public IReadOnlyList<LayerFacts> Layers { get; }

    /// <summary>Numbers that training may change.</summary>
    public long Parameters { get; }

    /// <summary>Those of them that it does not.</summary>
    public long Frozen { get; }

    /// <summary>Bytes of the parameters.</summary>
    public long WeightBytes { get; }

    /// <summary>Bytes of the buffers.</summary>
    public long BufferBytes { get; }

    /// <summary>Multiply-adds of the forward pass of one sample, of the layers whose are known.</summary>
    public long MultiplyAdds => Layers.Sum(static layer => layer.MultiplyAdds ?? 0);

    /// <summary>Bytes of all outputs for one sample: about what the backward pass needs again.</summary>
    public long OutputBytes => Layers.Sum(static layer => layer.OutputBytes);

    /// <summary>Runs a model forward, in evaluation mode.</summary>
    /// <param name="model">The model.</param>
    /// <param name="inputs">Encoded inputs, the samples in the first dimension.</param>
    public static ModelSummary Of<TModel>(TModel model, IReadOnlyList<Tensor> inputs)
        where TModel : nn.Module, ITrainedModel
    {
        var samples = inputs[0].shape[0];
        var layers = new Dictionary<nn.Module, LayerFacts>(ReferenceEqualityComparer.Instance);
        model.eval();
        using var _ = torch.no_grad();
        using var scope = torch.NewDisposeScope();
        using (new LayerHooks(model, See))
        {
            model.Answer(inputs);
        }
        return new ModelSummary([.. layers.Values], model);

        void See(string name, nn.Module layer, object?[] given, object? gave)
        {
            var outputs = NonFinite.TensorsOf(gave).ToArray();
            var own = layer.parameters(recurse: false).ToArray();
            if (outputs.Length == 0 || name.Length == 0 || (layer.children().Any() && own.Length == 0))
            {
                return;
            }
            var first = layers.GetValueOrDefault(layer);
            layers[layer] = new LayerFacts(
                name, layer.GetType().Name, ShapeOf(outputs[0], samples), own.Sum(static parameter => parameter.numel()),
                (first?.MultiplyAdds ?? 0)
                + (Trials.MultiplyAdds.Of(layer, given.SelectMany(NonFinite.TensorsOf).FirstOrDefault(), outputs[0]) / samples),
                (first?.OutputBytes ?? 0) + (outputs.Sum(static output => output.numel() * output.element_size()) / samples));
        }
    }

    private static string ShapeOf(Tensor output, long samples) =>
        $"[{string.Join(", ", output.shape.Select((size, at) => at == 0 && size == samples ? "N" : $"{size}"))}]";
}

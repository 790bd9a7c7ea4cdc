using TorchSharp;
using TrainSdk.Checkpoints;
using TrainSdk.Data;
using static TorchSharp.torch;

namespace TrainSdk.Serving;

/// <summary>
/// Answers inputs with a trained model, from any number of threads at once: evaluation and inference mode, no tensor left behind.
/// Inputs are raw values, as in the training data; the card's encoding normalises them.
/// </summary>
/// <typeparam name="TModel">The model class.</typeparam>
public sealed class Predictor<TModel> : IDisposable
    where TModel : nn.Module<Tensor, Tensor>, ITrainedModel
{
    private const int RowsAtOnce = 256;

    private readonly TModel _model;
    private readonly bool _ownsModel;
    private readonly InputReader _inputs;
    private readonly OutputReader _outputs;

    internal Predictor(TModel model, bool ownsModel)
    {
        Card = model.Card ?? throw new TrainException(
            $"{model.GetName()} has no card, so its inputs and classes are unknown; predict with a model that Load or Train gave");
        _model = model;
        _ownsModel = ownsModel;
        _inputs = new InputReader(Card.Encoding, Placement.Of(model));
        _outputs = new OutputReader(Card);
        model.eval();
    }

    /// <summary>What the model was trained for: the shape of its inputs, the names of its classes.</summary>
    public ModelCard Card { get; }

    /// <summary>Answers one input.</summary>
    /// <param name="input">Its values in row-major order, as many as the input's shape holds.</param>
    /// <exception cref="TrainException">The length is wrong, or a value is NaN or infinite.</exception>
    public Prediction Predict(float[] input) => Predict([input])[0];

    /// <summary>Answers several inputs, which is faster than one by one.</summary>
    /// <param name="inputs">One array per input, each as for a single input.</param>
    /// <returns>The answers, in the inputs' order.</returns>
    /// <exception cref="TrainException">A length is wrong, or a value is NaN or infinite; the message says in which input.</exception>
    public IReadOnlyList<Prediction> Predict(IReadOnlyList<float[]> inputs)
    {
        var predictions = new List<Prediction>(inputs.Count);
        for (var start = 0; start < inputs.Count; start += RowsAtOnce)
        {
            using var scope = torch.NewDisposeScope();
            var end = Math.Min(start + RowsAtOnce, inputs.Count);
            predictions.AddRange(Answer(_inputs.Rows(inputs, start, end)));
        }
        return predictions;
    }

    /// <summary>Answers a tensor.</summary>
    /// <param name="input">One input of the trained shape, or a batch [count, …] of them; any number type, on any device.</param>
    /// <returns>One answer per input.</returns>
    /// <exception cref="TrainException">The shape is another, or a value is NaN or infinite.</exception>
    public IReadOnlyList<Prediction> Predict(Tensor input)
    {
        using var scope = torch.NewDisposeScope();
        return Answer(_inputs.Batch(input));
    }

    /// <summary>
    /// Answers every row of a <c>.csv</c> or <c>.csv.gz</c> file; a header is matched with the columns of the training data.
    /// </summary>
    /// <exception cref="TrainException">The file is missing, or its rows don't fit.</exception>
    public IReadOnlyList<Prediction> PredictFile(string path) => Predict(CsvRows.Read(path, Card.Encoding));

    /// <inheritdoc/>
    public void Dispose()
    {
        _inputs.Dispose();
        if (_ownsModel)
        {
            _model.Dispose();
        }
    }

    private IReadOnlyList<Prediction> Answer(Tensor raw)
    {
        using var inference = torch.inference_mode();
        return _outputs.Read(_model.call(_inputs.Encode(raw)));
    }
}

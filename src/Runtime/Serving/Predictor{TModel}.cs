using TorchSharp;
using TrainSdk.Checkpoints;
using TrainSdk.Data;
using TrainSdk.Images;
using static TorchSharp.torch;

namespace TrainSdk.Serving;

/// <summary>
/// Answers inputs with a trained model, from any number of threads at once: evaluation and inference mode, no tensor left behind.
/// Inputs are raw values, as in the training data; the card's encoding normalises them.
/// </summary>
/// <typeparam name="TModel">The model class.</typeparam>
public sealed class Predictor<TModel> : IDisposable
    where TModel : nn.Module, ITrainedModel
{
    private const int RowsAtOnce = 256;

    private readonly TModel _model;
    private readonly bool _ownsModel;
    private readonly InputReader[] _inputs;
    private readonly OutputReader _outputs;

    internal Predictor(TModel model, bool ownsModel)
    {
        Card = model.Card ?? throw new TrainException(
            $"{model.GetName()} has no card, so its inputs and classes are unknown; predict with a model that Load or Train gave");
        _model = model;
        _ownsModel = ownsModel;
        InputEncoding[] encodings = [Card.Encoding, .. Card.Encoding.Further];
        _inputs = [.. encodings.Select(encoding => new InputReader(encoding, Placement.Of(model)))];
        _outputs = new OutputReader(Card);
        model.eval();
    }

    private InputReader OnlyInput => _inputs.Length == 1
        ? _inputs[0]
        : throw new TrainException(
            $"{Card.Model} takes {_inputs.Length} inputs, and a row, a file or a tensor is one; "
            + "give one tensor per input: predictor.Predict([first, second])");

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
            predictions.AddRange(Answer([OnlyInput.Rows(inputs, start, end)]));
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
        return Answer([OnlyInput.Batch(input)]);
    }

    /// <summary>Answers the tensors of a model with several inputs.</summary>
    /// <param name="inputs">
    /// One tensor per input, in the order in which <c>forward</c> takes them: one sample of the trained shape, or a batch [count, …].
    /// </param>
    /// <returns>One answer per sample.</returns>
    /// <exception cref="TrainException">There are more or fewer than the model takes, a shape is another, or a value is NaN or
    /// infinite.</exception>
    public IReadOnlyList<Prediction> Predict(IReadOnlyList<Tensor> inputs)
    {
        using var scope = torch.NewDisposeScope();
        if (inputs.Count != _inputs.Length)
        {
            throw new TrainException($"{Card.Model} takes {_inputs.Length} inputs, got {inputs.Count}; give one tensor per input");
        }
        Tensor[] batches = [.. _inputs.Zip(inputs, static (reader, input) => reader.Batch(input))];
        return batches.All(batch => batch.size(0) == batches[0].size(0))
            ? Answer(batches)
            : throw new TrainException(
                $"the inputs hold {string.Join(" and ", batches.Select(static batch => batch.size(0)))} samples; give as many of each");
    }

    /// <summary>
    /// Answers every row of a <c>.csv</c> or <c>.csv.gz</c> file, whose header is matched with the columns of the training data; or a
    /// picture (PNG, JPEG, WebP, BMP, GIF), brought to the model's size as those of its training were.
    /// </summary>
    /// <exception cref="TrainException">
    /// The file is missing or damaged, its rows don't fit, the model was not trained on pictures in files, or takes several inputs.
    /// </exception>
    public IReadOnlyList<Prediction> PredictFile(string path) => ImageFile.IsPicture(path)
        ? Predict([PictureFile.Read(path, Card)])
        : Predict(CsvRows.Read(path, Card.Encoding));

    /// <summary>
    /// Goes on with a text: draws the next token from the model's probabilities, adds it, and so on, until a line ends or
    /// <paramref name="length"/> tokens are written. The same arguments give the same text.
    /// </summary>
    /// <param name="prompt">What the text begins with; empty to begin from nothing.</param>
    /// <param name="length">Most tokens to add; default 100.</param>
    /// <param name="temperature">
    /// What scores are divided by before the softmax: 1 (the default) keeps the model's probabilities, less makes likely tokens likelier, 0
    /// always takes the most probable one.
    /// </param>
    /// <param name="seed">Another seed draws another text.</param>
    /// <exception cref="TrainException">
    /// The model does not predict tokens of text, or the prompt holds a character that it does not know.
    /// </exception>
    public string Generate(string prompt = "", int length = 100, double temperature = 1, long seed = 0) =>
        new TextGenerator(Card, Scores).Write(prompt, length, temperature, seed);

    /// <inheritdoc/>
    public void Dispose()
    {
        Array.ForEach(_inputs, static input => input.Dispose());
        if (_ownsModel)
        {
            _model.Dispose();
        }
    }

    private Tensor Scores(Tensor tokens)
    {
        using var inference = torch.inference_mode();
        return _model.Answer([OnlyInput.Encode(tokens)]);
    }

    private IReadOnlyList<Prediction> Answer(Tensor[] raw)
    {
        using var inference = torch.inference_mode();
        return _outputs.Read(_model.Answer([.. _inputs.Zip(raw, static (reader, batch) => reader.Encode(batch))]));
    }
}

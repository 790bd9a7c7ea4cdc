using TorchSharp;
using TrainSdk.Data.Sources;
using static TorchSharp.torch;

namespace TrainSdk.Data;

/// <summary>
/// How a raw input becomes numbers for the model: (x − mean) / scale, by channel for images [channels, height, width] and by column for
/// rows. Measured on the training split alone and stored beside the weights, so that serving encodes exactly as training did.
/// </summary>
public sealed record InputEncoding
{
    /// <summary>No change: for tokens, and for inputs that are already encoded.</summary>
    public static InputEncoding None(params ReadOnlySpan<long> shape) => new() { Shape = shape.ToArray() };

    /// <summary>Shape of one input, without the batch dimension.</summary>
    public required IReadOnlyList<long> Shape { get; init; }

    /// <summary>Mean by channel or column; empty for no change.</summary>
    public IReadOnlyList<double> Mean { get; init; } = [];

    /// <summary>Standard deviation by channel or column, 1 where a column is constant; empty for no change.</summary>
    public IReadOnlyList<double> Scale { get; init; } = [];

    /// <summary>Whether inputs are tokens: whole numbers that stay int64 and are not normalised.</summary>
    public bool IsTokens { get; init; }

    /// <summary>Names of the columns, for rows of a table.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>The columns of a table with categories or missing values; empty for plain numbers.</summary>
    public IReadOnlyList<TableColumn> Table
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>How pictures in files were brought to the shape; null where inputs are no pictures, or came as numbers.</summary>
    public ImageFit? Fit { get; init; }

    /// <summary>The tokens of a text; null where inputs are no text.</summary>
    public Vocabulary? Vocabulary { get; init; }

    /// <summary>How the inputs after the first are encoded, for models with several; empty for one.</summary>
    public IReadOnlyList<InputEncoding> Further
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>The columns of a table whose values have names.</summary>
    internal IReadOnlyList<TableColumn> TableColumns => Table.Count > 0 ? Table : [.. Columns.Select(static name => new TableColumn(name))];

    /// <summary>Whether numbers may be missing: they are NaN until they become the mean.</summary>
    internal bool FillsMissing => Table.Any(static column => column.MayBeMissing);

    /// <summary>
    /// Mean and standard deviation of a training split, by channel (rank 3) or by column (rank 1); other inputs share one pair. Each
    /// of several inputs is measured by itself.
    /// </summary>
    /// <remarks>Inputs that are read are measured on at most 4,096 of them, drawn evenly.</remarks>
    public static InputEncoding Measure(DataSet train) => (train.RawInput ?? None())
        .MeasuredAs(Measure(train.Sources[0], train)) with
    {
        Further = [.. train.Sources.Skip(1).Select(source => Measure(source, train))],
    };

    /// <summary>The encodings of all inputs.</summary>
    /// <exception cref="TrainException">The data have more or fewer inputs.</exception>
    internal InputEncoding[] ByInput(DataSet data) => Further.Count + 1 == data.Sources.Count
        ? [this, .. Further]
        : throw new TrainException(
            $"the encoding is one of {Further.Count + 1} inputs and the data have {data.Sources.Count}; "
            + "give InputEncoding.Further one entry for each input after the first");

    private InputEncoding MeasuredAs(InputEncoding measured) => this with
    {
        Shape = measured.Shape,
        Mean = measured.Mean,
        Scale = measured.Scale,
        IsTokens = measured.IsTokens,
    };

    private static InputEncoding Measure(ISampleSource source, DataSet train) =>
        source is MemorySource memory ? Measure(memory.Rows, train.RawInput is { FillsMissing: true })
        : source.Form.Type == ScalarType.Int64 ? None([.. source.Form.Shape]) with { IsTokens = true }
        : ReadStatistics.Of(source, train);

    private static InputEncoding Measure(Tensor inputs, bool hasMissing)
    {
        var encoding = None(inputs.shape[1..]);
        if (inputs.dtype == ScalarType.Int64)
        {
            return encoding with { IsTokens = true };
        }
        using var scope = torch.NewDisposeScope();
        var values = inputs.to(ScalarType.Float64);
        var byFeature = values.dim() is 2 or 4
            ? values.transpose(0, 1).reshape(values.shape[1], -1)
            : values.reshape(1, -1);
        var (mean, scale) = hasMissing ? Present(byFeature) : (byFeature.mean([1]), byFeature.std(1, unbiased: false));
        return encoding with
        {
            Mean = mean.data<double>().ToArray(),
            Scale = torch.where(scale > 0, scale, torch.ones_like(scale)).data<double>().ToArray(),
        };
    }

    // Over the numbers that are there; a column without any has mean 0.
    private static (Tensor Mean, Tensor Scale) Present(Tensor byFeature)
    {
        var isMissing = byFeature.isnan();
        var count = isMissing.logical_not().sum(1).clamp_min(1);
        var mean = byFeature.masked_fill(isMissing, 0).sum(1) / count;
        var distance = (byFeature - mean.unsqueeze(1)).masked_fill(isMissing, 0);
        return (mean, (distance.square().sum(1) / count).sqrt());
    }
}

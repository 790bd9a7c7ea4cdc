namespace TrainSdk.Data;

/// <summary>
/// Samples to learn from, to choose the best epoch by, and to report on, with the input encoding measured on the first of them alone.
/// </summary>
public sealed class DataSplits
{
    /// <summary>Brings one's own splits.</summary>
    /// <param name="train">Samples that the weights learn from.</param>
    /// <param name="validation">Samples that choose the best epoch; without them the last epoch is kept.</param>
    /// <param name="test">Samples that are looked at once, at the end.</param>
    /// <param name="encoding">How inputs become numbers for the model; by default normalised with the statistics of
    /// <paramref name="train"/>.</param>
    /// <exception cref="TrainException">The splits' shapes or classes differ.</exception>
    public DataSplits(DataSet train, DataSet? validation = null, DataSet? test = null, InputEncoding? encoding = null)
    {
        Train = train;
        Validation = SameKind(train, validation, "validation");
        Test = SameKind(train, test, "test");
        Encoding = encoding ?? InputEncoding.Measure(train);
        MeasuresEncoding = encoding is null;
    }

    /// <summary>Samples that the weights learn from.</summary>
    public DataSet Train { get; }

    /// <summary>Samples that choose the best epoch.</summary>
    public DataSet? Validation { get; }

    /// <summary>Samples that neither training nor selection sees.</summary>
    public DataSet? Test { get; }

    /// <summary>How inputs become numbers for the model.</summary>
    public InputEncoding Encoding { get; }

    /// <summary>In which order an epoch visits the training samples; default <see cref="Sampler.Shuffled"/>.</summary>
    public ISampler Sampler { get; init; } = Data.Sampler.Shuffled;

    /// <summary>Whether <see cref="Encoding"/> was measured, so that another training split has another.</summary>
    internal bool MeasuresEncoding { get; }

    /// <summary>
    /// Reads splits from a file each; columns by name, categories and classes are the training split's. See <see cref="DataSet.FromCsv"/>.
    /// </summary>
    /// <param name="train">File of the samples that the weights learn from.</param>
    /// <param name="validation">File of the samples that choose the best epoch; null for none.</param>
    /// <param name="test">File of the samples that are looked at once; null for none.</param>
    /// <param name="options">How to read them.</param>
    /// <exception cref="TrainException">A file cannot be used, or holds a class or a category that the training split lacks.</exception>
    public static DataSplits FromCsv(string train, string? validation = null, string? test = null, CsvOptions? options = null)
    {
        var learned = DataSet.FromCsv(train, options);
        var alike = (options ?? new CsvOptions()) with { Like = learned };
        return new DataSplits(
            learned,
            validation is null ? null : DataSet.FromCsv(validation, alike),
            test is null ? null : DataSet.FromCsv(test, alike));
    }

    /// <summary>The same splits with another encoding.</summary>
    internal DataSplits With(InputEncoding encoding) => new(Train, Validation, Test, encoding) { Sampler = Sampler };

    /// <summary>The same splits without the test split, for what must not look at it.</summary>
    internal DataSplits WithoutTest() => new(Train, Validation, test: null, Encoding) { Sampler = Sampler };

    private static DataSet? SameKind(DataSet train, DataSet? other, string name)
    {
        if (other is null)
        {
            return null;
        }
        if (Shapes(other) != Shapes(train))
        {
            throw new TrainException(
                $"the {name} split's inputs are {Shapes(other)}, the training split's {Shapes(train)}; load both the same way");
        }
        return other.ClassNames.SequenceEqual(train.ClassNames)
            ? other
            : throw new TrainException(
                $"the {name} split's classes are {Names(other)}, the training split's {Names(train)}; give both the same class names");
    }

    private static string Shapes(DataSet data) =>
        string.Join(" and ", data.Sources.Select(static source => source.Form.ShapeText));

    private static string Names(DataSet data) => data.ClassNames.Count == 0 ? "none" : string.Join("|", data.ClassNames);
}

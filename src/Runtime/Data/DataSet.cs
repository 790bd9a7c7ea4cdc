using TorchSharp;
using static TorchSharp.torch;

namespace TrainSdk.Data;

/// <summary>
/// Samples in memory: inputs [count, …] and targets. These are class indices [count] (int64), sequences of them [count, time] (int64), or
/// numbers [count, values]: values to predict, 0 and 1 of labels, or shares of classes.
/// Bytes stay bytes until a batch is used. The tensors belong to the data set and live as long as it does.
/// </summary>
public sealed class DataSet
{
    /// <summary>Wraps two tensors on the CPU.</summary>
    /// <param name="inputs">[count, …]: uint8, float32, float64 or int64 (tokens).</param>
    /// <param name="targets">
    /// [count] int64 class indices; [count, time] int64 class indices, of which negative ones do not count; [count, values] floating point;
    /// [count, labels] bool, kept as float32 0 and 1.
    /// </param>
    /// <param name="classNames">
    /// Names of the classes, in the order of their indices; made up as 0, 1, … for class indices where absent. For floating point one per
    /// column: labels, or classes by their shares; none for values.
    /// </param>
    /// <param name="columns">Names of the input's columns, for rows of a table.</param>
    /// <exception cref="TrainException">Lengths differ, there is no sample, a value is not finite, or a class index is out of
    /// range.</exception>
    public DataSet(Tensor inputs, Tensor targets, IReadOnlyList<string>? classNames = null, IReadOnlyList<string>? columns = null)
        : this([inputs], targets, classNames) => Columns = columns ?? [];

    /// <summary>Wraps the tensors of a model with several inputs, and makes names up for classes.</summary>
    /// <param name="inputs">One tensor per input, in the order in which <c>forward</c> takes them, each as for a single input.</param>
    /// <param name="targets">As for a single input.</param>
    /// <exception cref="TrainException">Lengths differ, there is no sample, or a value is not finite.</exception>
    public DataSet(IReadOnlyList<Tensor> inputs, Tensor targets)
        : this(inputs, targets, classNames: null)
    {
    }

    /// <summary>Wraps the tensors of a model with several inputs, such as <c>Module&lt;Tensor, Tensor, Tensor&gt;</c>.</summary>
    /// <param name="inputs">One tensor per input, in the order in which <c>forward</c> takes them, each as for a single input.</param>
    /// <param name="targets">As for a single input.</param>
    /// <param name="classNames">As for a single input; null to make names up.</param>
    /// <exception cref="TrainException">Lengths differ, there is no sample, a value is not finite, or a class index is out of
    /// range.</exception>
    public DataSet(IReadOnlyList<Tensor> inputs, Tensor targets, IReadOnlyList<string>? classNames)
    {
        targets = targets.dtype == ScalarType.Bool ? targets.to(ScalarType.Float32) : targets;
        DataSetChecks.Inputs(inputs, targets);
        DataSetChecks.Finite(targets, "target");
        AllInputs = [.. inputs.Select(InRows)];
        Targets = InRows(targets);
        ClassNames = DataSetChecks.ClassNames(targets, classNames);
    }

    /// <summary>Inputs, [count, …]; of several, the first.</summary>
    public Tensor Inputs => AllInputs[0];

    /// <summary>One tensor [count, …] per input of the model.</summary>
    public IReadOnlyList<Tensor> AllInputs { get; }

    /// <summary>Targets: [count] class indices, [count, time] class indices, or [count, values].</summary>
    public Tensor Targets { get; }

    /// <summary>Names of the classes or labels by index; empty where the targets are numbers.</summary>
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>Names of the input's columns; empty where they have none.</summary>
    public IReadOnlyList<string> Columns { get; private init; } = [];

    /// <summary>
    /// A name per sample, such as its file's, by which messages tell of it; empty where there are none. Selecting and splitting keep them.
    /// </summary>
    /// <exception cref="TrainException">There are more or fewer than samples.</exception>
    public IReadOnlyList<string> SampleNames
    {
        get;
        init => field = value.Count == 0 || value.Count == Count ? value : throw new TrainException(
            $"{value.Count} sample names were given for {Count} samples; give one per sample, or none");
    } = [];

    /// <summary>Number of samples.</summary>
    public long Count => Inputs.shape[0];

    /// <summary>Shape of one input, without the batch dimension; of several, the first's.</summary>
    public long[] InputShape => Inputs.shape[1..];

    /// <summary>Whether the targets are one class index per sample.</summary>
    public bool IsClassification => Targets.dtype == ScalarType.Int64 && Targets.dim() == 1;

    /// <summary>Rows of numbers with a class index each.</summary>
    public static DataSet FromArrays(float[,] inputs, long[] labels, IReadOnlyList<string>? classNames = null) =>
        new(torch.tensor(inputs), torch.tensor(labels), classNames);

    /// <summary>Rows of numbers with a row of target numbers each.</summary>
    public static DataSet FromArrays(float[,] inputs, float[,] targets) => new(torch.tensor(inputs), torch.tensor(targets));

    /// <summary>
    /// Reads a table of numbers with class labels, or with numbers to predict, from a <c>.csv</c> or <c>.csv.gz</c> file.
    /// </summary>
    /// <param name="path">
    /// The file; a relative path starts at the working directory. What ships with a program lies beside it: start at
    /// <see cref="AppContext.BaseDirectory"/>.
    /// </param>
    /// <param name="options">How to read it; by default the first line names the columns and the last column is the class label.</param>
    /// <exception cref="TrainException">
    /// The file is missing or empty, a row is too short or too long, a column is unknown, or a value is not a finite number.
    /// </exception>
    public static DataSet FromCsv(string path, CsvOptions? options = null) => CsvDataSet.Read(path, options ?? new CsvOptions());

    /// <summary>The samples at the given positions, in that order, as a data set of its own.</summary>
    public DataSet Select(long[] positions)
    {
        using var scope = torch.NewDisposeScope();
        var index = torch.tensor(positions);
        Tensor[] inputs = [.. AllInputs.Select(input => input.index_select(0, index))];
        return new DataSet(inputs, Targets.index_select(0, index), ClassNames)
        {
            Columns = Columns,
            SampleNames = SampleNames.Count == 0 ? [] : [.. positions.Select(position => SampleNames[(int)position])],
        };
    }

    /// <summary>
    /// Splits into train, validation and test; stratified by class. Which samples are held out depends on <paramref name="splitSeed"/>
    /// alone.
    /// </summary>
    /// <param name="splitSeed">The run's <c>SplitSeed</c>.</param>
    /// <param name="validation">Share of all samples used to choose the best epoch; default 0.16, a fifth of what the test leaves.</param>
    /// <param name="test">Share of all samples that neither training nor selection sees; default 0.2.</param>
    /// <exception cref="TrainException">A share is not between 0 and 1, or a split would be empty.</exception>
    public DataSplits Split(long splitSeed, double validation = 0.16, double test = 0.2) =>
        Splitter.Split(this, splitSeed, validation, test);

    /// <summary>These samples, then the other's, which must be of the same kind.</summary>
    internal DataSet Append(DataSet other)
    {
        using var scope = torch.NewDisposeScope();
        Tensor[] inputs = [.. AllInputs.Zip(other.AllInputs, static (first, second) => torch.cat([first, second]))];
        return new DataSet(inputs, torch.cat([Targets, other.Targets]), ClassNames)
        {
            Columns = Columns,
            SampleNames = SampleNames.Count == 0 || other.SampleNames.Count == 0 ? [] : [.. SampleNames, .. other.SampleNames],
        };
    }

    /// <summary>Frees the tensors of a data set that nobody else has.</summary>
    internal void Release()
    {
        foreach (var tensor in AllInputs.Append(Targets))
        {
            tensor.Dispose();
        }
    }

    private static Tensor InRows(Tensor values) => (values.is_contiguous() ? values : values.contiguous()).DetachFromDisposeScope();
}

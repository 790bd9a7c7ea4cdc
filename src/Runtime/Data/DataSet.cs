using TorchSharp;
using TrainSdk.Data.Loading;
using TrainSdk.Data.Sources;
using TrainSdk.Data.Splitting;
using TrainSdk.Data.Streams;
using TrainSdk.Data.Tables;
using static TorchSharp.torch;

namespace TrainSdk.Data;

/// <summary>
/// Samples: inputs [count, …] and targets, in memory or read where they are needed. Targets are class indices [count] (int64), sequences of
/// them [count, time] (int64), or numbers [count, values]: values to predict, 0 and 1 of labels, or shares of classes.
/// Bytes stay bytes until a batch is used. Tensors belong to the data set and live as long as it does.
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
    /// <exception cref="TrainException">Lengths differ, there is none, a value is not finite, or a class index is out of range.</exception>
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
    /// <exception cref="TrainException">Lengths differ, there is none, a value is not finite, or a class index is out of range.</exception>
    public DataSet(IReadOnlyList<Tensor> inputs, Tensor targets, IReadOnlyList<string>? classNames)
    {
        targets = targets.dtype == ScalarType.Bool ? targets.to(ScalarType.Float32) : targets;
        DataSetChecks.Inputs(inputs, targets);
        DataSetChecks.Finite(targets, "target");
        Sources = [.. inputs.Select(static input => new MemorySource(input))];
        TargetSource = new MemorySource(targets);
        ClassNames = DataSetChecks.ClassNames(targets, classNames);
    }

    /// <summary>Takes inputs that are read where they are needed, such as pictures in files, with targets in memory.</summary>
    /// <param name="inputs">Reads the inputs.</param>
    /// <param name="targets">As for inputs in memory.</param>
    /// <param name="classNames">As for inputs in memory; null to make names up.</param>
    /// <exception cref="TrainException">Lengths differ, there is no sample, or a class index is out of range.</exception>
    public DataSet(ISampleSource inputs, Tensor targets, IReadOnlyList<string>? classNames)
        : this([inputs], new MemorySource(targets), classNames)
    {
    }

    /// <summary>Takes inputs and targets that are read where they are needed.</summary>
    /// <param name="inputs">One source per input, in the order in which <c>forward</c> takes them.</param>
    /// <param name="targets">Reads the targets; one class index per sample is read at once.</param>
    /// <param name="classNames">As for inputs in memory; null to make names up.</param>
    /// <exception cref="TrainException">Lengths differ, there is no sample, or a class index is out of range.</exception>
    public DataSet(IReadOnlyList<ISampleSource> inputs, ISampleSource targets, IReadOnlyList<string>? classNames)
    {
        DataSetChecks.Sources(inputs, targets);
        Sources = [.. inputs];
        TargetSource = SampleSources.WithLabelsInMemory(targets);
        ClassNames = TargetSource is MemorySource memory ? DataSetChecks.ClassNames(memory.Rows, classNames) : classNames ?? [];
    }

    /// <summary>Where the inputs come from, one source per input of the model.</summary>
    public IReadOnlyList<ISampleSource> Sources { get; }

    /// <summary>Where the targets come from.</summary>
    public ISampleSource TargetSource { get; }

    /// <summary>Inputs, [count, …]; of several, the first.</summary>
    /// <exception cref="TrainException">They are not in memory.</exception>
    public Tensor Inputs => AllInputs[0];

    /// <summary>One tensor [count, …] per input of the model.</summary>
    /// <exception cref="TrainException">They are not in memory.</exception>
    public IReadOnlyList<Tensor> AllInputs => [.. Sources.Select(SampleSources.InMemory)];

    /// <summary>Targets: [count] class indices, [count, time] class indices, or [count, values].</summary>
    /// <exception cref="TrainException">They are not in memory.</exception>
    public Tensor Targets => SampleSources.InMemory(TargetSource);

    /// <summary>Names of the classes or labels by index; empty where the targets are numbers.</summary>
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>
    /// How the first input's raw values were read, such as a vocabulary, categories of columns, or how pictures were fitted: it is stored
    /// beside the weights, with the statistics of the training split. Null where there is nothing to know.
    /// </summary>
    public InputEncoding? RawInput { get; init; }

    /// <summary>Names of the input's columns; empty where they have none.</summary>
    public IReadOnlyList<string> Columns
    {
        get => RawInput?.Columns ?? [];
        internal init => RawInput = value.Count > 0 ? (RawInput ?? InputEncoding.None(InputShape)) with { Columns = value } : RawInput;
    }

    /// <summary>Whether inputs and targets are in memory, or else read where they are needed.</summary>
    public bool IsInMemory => Stream is null && Sources.Append(TargetSource).All(static source => source is MemorySource);

    /// <summary>What is done about a sample that cannot be read; by default the run ends with an error that names it.</summary>
    public OnBadSample OnBadSample { get; init; }

    /// <summary>Samples that were left out so far, each once, in no order.</summary>
    public IReadOnlyCollection<BadSample> BadSamples => Skipped.Samples;

    /// <summary>A name per sample, such as its file's, for messages; empty for none. Selecting and splitting keep them.</summary>
    /// <exception cref="TrainException">There are more or fewer than samples.</exception>
    public IReadOnlyList<string> SampleNames { get; init => field = SampleTexts.Check(value, this, "sample names"); } = [];

    /// <summary>
    /// A group per sample, such as the patient that it came from; empty where there are none. Splits and folds keep a group together, so
    /// that nothing is tested on what it has learned from.
    /// </summary>
    /// <exception cref="TrainException">There are more or fewer than samples.</exception>
    public IReadOnlyList<string> Groups { get; init => field = SampleTexts.Check(value, this, "groups"); } = [];

    /// <summary>Number of samples.</summary>
    /// <exception cref="TrainException">The samples are a stream, whose length is unknown.</exception>
    public long Count => Stream is null ? Sources[0].Count : throw StreamStart.NoLength();

    /// <summary>Shape of one input, without the batch dimension; of several, the first's.</summary>
    public long[] InputShape => [.. Sources[0].Form.Shape];

    /// <summary>Whether the targets are one class index per sample.</summary>
    public bool IsClassification => TargetSource.Form is { Type: ScalarType.Int64, Shape.Count: 0 };

    /// <summary>Where samples come one after the other; null for samples that can be visited in any order.</summary>
    internal ISampleStream? Stream { get; init; }

    /// <summary>Samples that were left out; one list for a data set and all its parts.</summary>
    internal SkippedSamples Skipped { get; init; } = new();

    /// <summary>Rows of numbers with a class index each.</summary>
    public static DataSet FromArrays(float[,] inputs, long[] labels, IReadOnlyList<string>? classNames = null) =>
        new(torch.tensor(inputs), torch.tensor(labels), classNames);

    /// <summary>Rows of numbers with a row of target numbers each.</summary>
    public static DataSet FromArrays(float[,] inputs, float[,] targets) => new(torch.tensor(inputs), torch.tensor(targets));

    /// <summary>Reads a table with class labels, or with numbers to predict, from a <c>.csv</c> or <c>.csv.gz</c> file.</summary>
    /// <param name="path">The file; a relative path starts at the working directory, what ships with a program lies at
    /// <see cref="AppContext.BaseDirectory"/>.</param>
    /// <param name="options">How to read it; by default the first line names the columns and the last column is the class label.</param>
    /// <exception cref="TrainException">
    /// The file is missing or empty, a row is too short or too long, a column is unknown, or a value is not a finite number.
    /// </exception>
    public static DataSet FromCsv(string path, CsvOptions? options = null) => CsvDataSet.Read(path, options ?? new CsvOptions());

    /// <summary>Takes a table whose columns were made numbers of, such as one that was read from a data base.</summary>
    /// <param name="columns">How each became numbers, in their order in a row.</param>
    /// <param name="rows">[count, numbers] floating point: NaN for a number that is missing, 1 for the row's category and else 0.</param>
    /// <param name="targets">As for other inputs in memory.</param>
    /// <param name="names">Names of the classes; as for other inputs in memory.</param>
    /// <exception cref="TrainException">The shapes do not fit, or a number is not finite that may not be missing.</exception>
    public static DataSet FromTable(IReadOnlyList<TableColumn> columns, Tensor rows, Tensor targets, IReadOnlyList<string>? names = null) =>
        TableDataSet.Of(columns, rows, targets, names);

    /// <summary>The samples at the given positions, in that order, as a data set of its own.</summary>
    public DataSet Select(long[] positions) => DataSetParts.Select(this, positions);

    /// <summary>What messages call a sample: its own name, that which its source gives it, or its position.</summary>
    /// <param name="position">Sample from 0.</param>
    public string NameOf(long position) => SampleNames.Count > 0 ? SampleNames[(int)position] : Sources[0].NameOf(position);

    /// <summary>
    /// The same samples, all read into memory at once; worth it where they fit, because they are then read once and not in every epoch.
    /// </summary>
    /// <exception cref="TrainException">A sample cannot be used, and <see cref="OnBadSample"/> is to fail.</exception>
    public DataSet ToMemory() => IsInMemory ? this : MemoryCopy.Of(this);

    /// <summary>
    /// Splits into train, validation and test; stratified by class, or by whole groups where <see cref="Groups"/> are given. Which samples
    /// are held out depends on <paramref name="splitSeed"/> alone.
    /// </summary>
    /// <param name="splitSeed">The run's <c>SplitSeed</c>.</param>
    /// <param name="validation">Share of all samples used to choose the best epoch; default 0.16, a fifth of what the test leaves.</param>
    /// <param name="test">Share of all samples that neither training nor selection sees; default 0.2.</param>
    /// <exception cref="TrainException">A share is not between 0 and 1, or a split would be empty.</exception>
    public DataSplits Split(long splitSeed, double validation = 0.16, double test = 0.2) =>
        Splitter.Split(this, splitSeed, validation, test);
}

using TorchSharp;
using TrainSdk.Benchmarks.Data;
using TrainSdk.Data;
using TrainSdk.Text;
using static TorchSharp.torch;

namespace TrainSdk.Benchmarks.Advising;

/// <summary>Small data, well and ill. What is held out, and what is wrong, depends on the seed.</summary>
internal static class IllData
{
    private const int FashionCount = 2500;
    private const int EveryWord = 5;
    private static readonly Lazy<DataSet> AllDigits = new(() => ShippedDigits.Load());
    private static readonly Lazy<DataSet> AllFashion = new(() => Pictures.Load(FashionCount));
    private static readonly Lazy<DataSet> AllWines = new(ReadWines);
    private static readonly Lazy<DataSet> AllWords = new(ReadWords);

    public static DataSplits Digits(long seed) => AllDigits.Value.Split(seed);

    public static DataSplits Wine(long seed) => AllWines.Value.Split(seed);

    public static DataSplits Fashion(long seed) => AllFashion.Value.Split(seed);

    /// <summary>The whole list, as the text template has it.</summary>
    public static DataSplits Words(long seed) => AllWords.Value.Split(seed);

    /// <summary>A fifth of the words.</summary>
    public static DataSplits FewWords(long seed) => Every(AllWords.Value, EveryWord).Split(seed);

    /// <summary>So many samples to learn from, and all that there are to be held against.</summary>
    public static DataSplits First(DataSplits data, int count) => With(data, First(data.Train, count), data.Validation!);

    /// <summary>A validation split of so many samples.</summary>
    public static DataSplits FewValidated(DataSplits data, int count) => With(data, data.Train, First(data.Validation!, count));

    /// <summary>A share of the training labels belongs to other classes.</summary>
    public static DataSplits Mislabelled(DataSplits data, double share, long seed)
    {
        using var random = new torch.Generator((ulong)seed);
        var targets = data.Train.Targets;
        var classes = data.Train.ClassNames.Count;
        using var wrong = rand(targets.shape[0], generator: random).lt(share).to(ScalarType.Int64);
        using var other = randint(1, classes, targets.shape[0], dtype: ScalarType.Int64, generator: random);
        var noisy = (targets + (wrong * other)).remainder(classes);
        return With(data, new DataSet(data.Train.Inputs, noisy, data.Train.ClassNames), data.Validation!);
    }

    /// <summary>So many training samples are the first one, that many times too large: what it shows has several labels.</summary>
    public static DataSplits WithOutliers(DataSplits data, int count, double factor)
    {
        var inputs = data.Train.Inputs.to(ScalarType.Float32, copy: true);
        inputs[..count].copy_(inputs[..1] * factor);
        return new DataSplits(
            new DataSet(inputs, data.Train.Targets, data.Train.ClassNames), data.Validation, data.Test, data.Encoding);
    }

    /// <summary>Eights among other digits; of the eights one in so many is kept, in every split.</summary>
    public static DataSplits RareEights(DataSplits data, int keptOne)
    {
        return new DataSplits(Rare(data.Train), Rare(data.Validation!), Rare(data.Test!));

        DataSet Rare(DataSet set)
        {
            var labels = set.Targets.data<long>().ToArray();
            var kept = set.Select([.. labels.Select(static (label, at) => (Label: label, At: (long)at))
                .Where(one => one.Label != 8 || one.At % keptOne == 0).Select(static one => one.At)]);
            return new DataSet(kept.Inputs, kept.Targets.eq(8).to(ScalarType.Int64), ["other", "eight"]);
        }
    }

    /// <summary>Training samples that are read one by one, each in so many milliseconds.</summary>
    public static DataSplits Slow(DataSplits data, int milliseconds) => new(
        new DataSet(new SlowSource(data.Train.Sources[0], milliseconds), data.Train.Targets, data.Train.ClassNames),
        data.Validation, data.Test, data.Encoding);

    private static DataSplits With(DataSplits data, DataSet train, DataSet validation) => new(train, validation, data.Test);

    private static DataSet First(DataSet set, int count) => set.Select([.. Enumerable.Range(0, count).Select(static at => (long)at)]);

    private static DataSet Every(DataSet set, int step) =>
        set.Select([.. Enumerable.Range(0, (int)(set.Count / step)).Select(at => (long)at * step)]);

    private static DataSet ReadWines() => DataSet.FromCsv(
        Path.Combine(AppContext.BaseDirectory, "Data", "wine_data.csv"),
        new CsvOptions { SkipLines = 1, Header = false, ClassNames = ["cultivar 1", "cultivar 2", "cultivar 3"] });

    private static DataSet ReadWords() => TextFile.Load(
        Path.Combine(AppContext.BaseDirectory, "Data", "words.txt.gz"), new TextOptions { Lines = true });
}

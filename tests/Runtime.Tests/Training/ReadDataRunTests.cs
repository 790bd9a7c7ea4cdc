using System.Runtime.InteropServices;
using TorchSharp;
using TrainSdk.Data;
using TrainSdk.Data.Loading;
using TrainSdk.Data.Streams;
using TrainSdk.Runtime.Tests.Shared;
using TrainSdk.Training;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Training;

/// <summary>Runs on samples that are read by workers, or come as a stream.</summary>
public sealed class ReadDataRunTests : IDisposable
{
    private static readonly SmallSettings Settings = new() { Epochs = 3, Seed = 5 };

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Kinds => ["read", "stream", "weighted", "skip"];

    public void Dispose()
    {
        _folder.Dispose();
        LoaderWorkers.Use(LoaderWorkers.Default);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void ReadSamplesTrainAsThoseInMemoryDo(int workers) =>
        Assert.Equal(Train(Data("memory"), workers: 1), Train(Data("read"), workers));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void AStoppedRunGoesOnBitForBit(string kind)
    {
        var whole = Train(Data(kind), workers: 2);
        for (var stopAfter = 1; stopAfter < 18; stopAfter += 3)
        {
            var run = $"{kind}{stopAfter}";
            Train(Data(kind), workers: 3, run, stopAfter);
            Assert.Equal(whole, Train(Data(kind), workers: 1, resume: run));
        }
    }

    [Theory]
    [InlineData("weighted")]
    [InlineData("stream")]
    public void AnotherOrderIsRefused(string kind)
    {
        Train(Data("memory"), workers: 1, "run", stopAfter: 3);
        var failure = Assert.Throws<TrainException>(() => Train(Data(kind), workers: 1, resume: "run"));
        Assert.Contains("sampler", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SamplesThatWereLeftOutAreToldOnceAndListed()
    {
        Train(Data("skip"), workers: 2, "run", stopAfter: null);
        var rows = File.ReadAllLines(Path.Combine(_folder.File("run"), "events.csv"));
        Assert.Equal(["time,step,event,detail", "sample_skipped,row 7 is torn", "sample_skipped,row 40 is torn"], rows.Select(static (row, at) =>
            at == 0 ? row : string.Join(',', row.Split(',')[2..])).OrderBy(static row => row.Length));
    }

    [Fact]
    public void ADivergedRunNamesTheFilesOfItsSamples()
    {
        var data = Data("read", spoilt: 11);
        using var model = Fresh();
        var result = SmallLoop.Fit(model, data, Settings, new RunOptions { WriteRunFolder = false, Workers = 2 });
        Assert.Equal(StopReason.Diverged, result.StopReason);
        Assert.Equal(["row 11"], result.Divergence!.SampleNames);
    }

    private string Train(DataSplits data, int workers, string? run = null, int? stopAfter = null, string? resume = null)
    {
        using var cancel = new CancellationTokenSource();
        using var model = Fresh();
        var result = SmallLoop.Fit(
            model, data, Settings,
            new RunOptions
            {
                Workers = workers,
                WriteRunFolder = run is not null || resume is not null,
                RunDirectory = run is null ? null : _folder.File(run),
                Resume = resume is null ? null : _folder.File(resume),
            },
            cancel.Token,
            step =>
            {
                if (step == stopAfter)
                {
                    cancel.Cancel();
                }
            });
        var weights = model.state_dict().Select(static pair => $"{pair.Key} {Convert.ToHexString(pair.Value.bytes)}");
        return $"{string.Join('\n', result.History.Select(static epoch => $"{epoch.Train.Loss:R}"))}\n{string.Join('\n', weights)}";
    }

    private static SmallNet Fresh()
    {
        Randomness.AtConstruction(5);
        return new SmallNet();
    }

    private static DataSplits Data(string kind, long? spoilt = null)
    {
        var memory = Samples.Splits();
        var (rows, targets) = (memory.Train.Inputs, memory.Train.Targets);
        DataSet Read(Predicate<long>? isBad = null) => new(new RowSource(rows, isBad, spoilt), targets, memory.Train.ClassNames)
        {
            OnBadSample = isBad is null ? OnBadSample.Fail : OnBadSample.Skip,
        };
        var train = kind switch
        {
            "memory" => memory.Train,
            "read" or "weighted" => Read(),
            "skip" => Read(static position => position is 7 or 40),
            _ => DataStream.From(
                () => Enumerable.Range(0, (int)rows.shape[0]),
                items => new SampleBatch(
                    rows.index_select(0, torch.tensor(items.Select(static item => (long)item).ToArray())),
                    targets.index_select(0, torch.tensor(items.Select(static item => (long)item).ToArray()))),
                new DataStreamOptions { StepsPerEpoch = 6, ShuffleBuffer = 20, ClassNames = memory.Train.ClassNames }),
        };
        return new DataSplits(train, memory.Validation, memory.Test, memory.Encoding)
        {
            Sampler = kind == "weighted" ? Sampler.Balanced : Sampler.Shuffled,
        };
    }

    /// <summary>Rows of float32, read one by one; some are torn, one may hold NaN.</summary>
    private sealed class RowSource(Tensor rows, Predicate<long>? isBad, long? spoilt) : ISampleSource
    {
        private readonly float[] _values = [.. rows.data<float>()];

        public long Count { get; } = rows.shape[0];

        public SampleForm Form { get; } = new(ScalarType.Float32, rows.shape[1..]);

        public void Read(long position, Span<byte> sample)
        {
            if (isBad?.Invoke(position) ?? false)
            {
                throw new TrainException($"{NameOf(position)} is torn");
            }
            var numbers = MemoryMarshal.Cast<byte, float>(sample);
            _values.AsSpan((int)position * numbers.Length, numbers.Length).CopyTo(numbers);
            if (position == spoilt)
            {
                numbers[0] = float.NaN;
            }
        }

        public string NameOf(long position) => $"row {position}";
    }
}

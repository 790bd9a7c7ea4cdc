using System.Collections.Concurrent;
using TorchSharp;
using TrainSdk.Data;
using TrainSdk.Data.Loading;
using TrainSdk.Images;
using TrainSdk.Inspection;
using TrainSdk.Runtime.Tests.Shared;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Data;

/// <summary>Pictures whose files go away while an epoch is under way. Each is one pixel, whose grey is its number.</summary>
public sealed class VanishedFileTests : IDisposable
{
    private const int Count = 120;
    private const int BatchSize = 4;
    private const int Hang = 60_000;

    // So late in the epoch that no worker has read it when the first batch is used.
    private const int FirstLost = 109;
    private const int SecondLost = 114;

    private readonly TemporaryFolder _folder = new();
    private readonly string[] _files;
    private readonly long[] _order;

    public VanishedFileTests()
    {
        _files = [.. Enumerable.Range(0, Count).Select(number => _folder.File($"{number}.png"))];
        for (var number = 0; number < Count; number++)
        {
            File.WriteAllBytes(_files[number], Png.Pack([(byte)number], 1, 1));
        }
        _order = Sampler.Shuffled.Order(Data(new WatchedSource(_files)), BatchSize, seed: 3, epoch: 0);
    }

    public void Dispose()
    {
        LoaderWorkers.Use(LoaderWorkers.Default);
        _folder.Dispose();
    }

    [Theory(Timeout = Hang)]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public Task TheEpochEndsBeforeItsBatchWithItsName(int workers) => Task.Run(() =>
    {
        var source = new WatchedSource(_files);
        var seen = new List<float>();
        var failure = Assert.Throws<TrainException>(() => ReadOn(Data(source), workers, seen));

        Assert.Equal($"{Lost(FirstLost)}: the file is gone; leave the data in place while they are used", failure.Message);
        Assert.Equal(Numbers(_order[..(FirstLost / BatchSize * BatchSize)]), seen);
        Assert.InRange(source.Workers.Count, Math.Min(1, workers), workers);
        Assert.All(source.Workers, static worker => Assert.False(worker.IsAlive));
    });

    [Theory(Timeout = Hang)]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public Task OthersComeInTheirOrderWhereItIsLeftOut(int workers) => Task.Run(() =>
    {
        var source = new WatchedSource(_files);
        var data = Data(source, OnBadSample.Skip);
        var seen = new List<float>();
        ReadOn(data, workers, seen);

        Assert.Equal(Numbers(_order).Except([_order[FirstLost], _order[SecondLost]]), seen);
        Assert.Equal(
            new[] { Lost(FirstLost), Lost(SecondLost) }.Order(StringComparer.Ordinal),
            data.BadSamples.Select(static sample => sample.Name).Order(StringComparer.Ordinal));
        Assert.All(data.BadSamples, static sample => Assert.Contains("the file is gone", sample.Reason, StringComparison.Ordinal));
        Assert.All(source.Workers, static worker => Assert.False(worker.IsAlive));
    });

    private static DataSet Data(WatchedSource source, OnBadSample onBad = OnBadSample.Fail) =>
        new(source, torch.zeros(Count, dtype: ScalarType.Int64), classNames: null) { OnBadSample = onBad };

    private static IEnumerable<float> Numbers(IEnumerable<long> positions) => positions.Select(static position => (float)position);

    private string Lost(int place) => _files[_order[place]];

    // Two files go away once the first batch is there.
    private void ReadOn(DataSet data, int workers, List<float> seen)
    {
        LoaderWorkers.Use(workers);
        using var loader = BatchLoader.Shuffled(data, InputEncoding.None(1, 1, 1), BatchSize, seed: 3, new Placement(torch.CPU, ScalarType.Float32));
        foreach (var batch in loader.Epoch(0))
        {
            seen.AddRange(batch.Input.data<float>());
            File.Delete(Lost(SecondLost));
            File.Delete(Lost(FirstLost));
        }
    }

    /// <summary>Pictures that remember which threads beside the test's own have read them.</summary>
    private sealed class WatchedSource(string[] files) : ISampleSource
    {
        private readonly ImageFiles _pictures = new(files, new ImageOptions { Channels = 1 });
        private readonly Thread _own = Thread.CurrentThread;
        private readonly ConcurrentDictionary<Thread, byte> _threads = [];

        public IReadOnlyList<Thread> Workers => [.. _threads.Keys.Where(thread => thread != _own)];

        public long Count => _pictures.Count;

        public SampleForm Form => _pictures.Form;

        public string NameOf(long position) => _pictures.NameOf(position);

        public void Read(long position, Span<byte> sample)
        {
            _threads.TryAdd(Thread.CurrentThread, 0);
            _pictures.Read(position, sample);
        }
    }
}

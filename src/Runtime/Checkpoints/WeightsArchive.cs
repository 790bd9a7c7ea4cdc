using TrainSdk.Files;
using TrainSdk.Metrics;
using TrainSdk.Recording;
using TrainSdk.State;
using static TorchSharp.torch;

namespace TrainSdk.Checkpoints;

/// <summary>
/// Weights files that a run keeps beside the best and the last: those of the best few validations, and of every so many epochs. Each is
/// named after its epoch and step, and opens as every weights file does.
/// </summary>
/// <param name="folder">The run's folder; null where nothing is written.</param>
/// <param name="model">The model.</param>
/// <param name="card">What it is trained for.</param>
internal sealed class WeightsArchive(RunFolder? folder, nn.Module model, ModelCard card) : IStateful
{
    private const string CountName = "count";
    private const string EpochName = "epoch";
    private const string StepName = "step";
    private const string ValueName = "value";
    private const string IsForGoodName = "for_good";

    private readonly List<Entry> _ranked = [];

    /// <summary>How many of the best validations are kept; 0 for none.</summary>
    public int Best { get; init; }

    /// <summary>One in so many epochs is kept for good; 0 for none.</summary>
    public int Every { get; init; }

    /// <summary>Keeps the model's present weights where they are among the best, or their epoch's turn has come.</summary>
    /// <param name="epoch">What the epoch did.</param>
    /// <param name="monitored">What the best are told by; null without a validation split.</param>
    /// <param name="isEpochDone">Whether the epoch is over; validations within epochs are ranked and not counted.</param>
    /// <exception cref="TrainException">A file cannot be written or deleted.</exception>
    public void Offer(EpochSummary epoch, MetricValue? monitored, bool isEpochDone)
    {
        var rank = monitored is { } value ? RankOf(value) : null;
        var isForGood = isEpochDone && Every > 0 && (epoch.Epoch + 1) % Every == 0;
        if (folder is not null && (rank is not null || isForGood))
        {
            WeightsFile.Save(folder.WeightsAfter(epoch.Epoch, epoch.Step), model, card);
        }
        if (rank is { } place)
        {
            _ranked.Insert(place, new Entry(epoch.Epoch, epoch.Step, monitored!.Value.Value, isForGood));
            DropSurplus();
        }
    }

    /// <inheritdoc/>
    public void Save(StateWriter state)
    {
        state.Add(CountName, _ranked.Count);
        foreach (var (place, kept) in _ranked.Index())
        {
            var entry = state.Part($"{place}");
            entry.Add(EpochName, kept.Epoch);
            entry.Add(StepName, kept.Step);
            entry.Add(ValueName, kept.Value);
            entry.Add(IsForGoodName, kept.IsForGood);
        }
    }

    /// <inheritdoc/>
    public void Load(StateReader state)
    {
        _ranked.Clear();
        for (var place = 0; place < state.Whole(CountName); place++)
        {
            var entry = state.Part($"{place}");
            _ranked.Add(new Entry(
                (int)entry.Whole(EpochName), entry.Whole(StepName), entry.Number(ValueName), entry.Flag(IsForGoodName)));
        }
        DropSurplus();
    }

    // Of equals the earlier is the better; NaN is never among the best.
    private int? RankOf(MetricValue value)
    {
        var worse = _ranked.FindIndex(kept => value.IsBetterThan(kept.Value));
        var place = worse < 0 ? _ranked.Count : worse;
        return double.IsNaN(value.Value) || place >= Best ? null : place;
    }

    private void DropSurplus()
    {
        while (_ranked.Count > Best)
        {
            var last = _ranked[^1];
            _ranked.RemoveAt(_ranked.Count - 1);
            if (folder is not null && !last.IsForGood)
            {
                Delete(folder, folder.WeightsAfter(last.Epoch, last.Step));
            }
        }
    }

    private static void Delete(RunFolder folder, string path)
    {
        try
        {
            folder.Files.Delete(path);
        }
        catch (Exception error) when (WriteFailure.Is(error))
        {
            throw WriteFailure.Of(path, error);
        }
    }

    private readonly record struct Entry(int Epoch, long Step, double Value, bool IsForGood);
}

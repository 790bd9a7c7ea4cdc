using TorchSharp;
using TrainSdk.Data.Loading;
using TrainSdk.Data.Splitting;
using static TorchSharp.torch;

namespace TrainSdk.Data.Sources;

/// <summary>Reads a data set's samples into memory, with all of the loader's workers.</summary>
internal static class MemoryCopy
{
    /// <summary>The data set in memory, without the samples that are left out.</summary>
    /// <exception cref="TrainException">A sample cannot be used; of several the first one's error.</exception>
    public static DataSet Of(DataSet data)
    {
        using var scope = torch.NewDisposeScope();
        ISampleSource[] sources = [.. data.Sources, data.TargetSource];
        var rooms = Array.ConvertAll(sources, static source => new SampleRoom(
            source, source.Count, SampleRoom.Longest(source, Positions.To(source.Count))));
        var failures = new TrainException?[data.Count];
        var workers = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, LoaderWorkers.Count) };
        Parallel.For(0L, data.Count, workers, (position, state) =>
        {
            if (!state.ShouldExitCurrentIteration)
            {
                failures[position] = Read(sources, rooms, position);
                StopAt(failures[position], data, state);
            }
        });
        Note(data, failures);
        long[] good = [.. Positions.To(data.Count).Where(position => failures[position] is null)];
        var memory = Array.ConvertAll(rooms, room => Good(new MemorySource(room.Rows), good));
        return DataSetParts.Of(
            data, memory[..^1], memory[^1], [.. good.Select(data.NameOf)], SampleTexts.Pick(data.Groups, good));
    }

    private static ISampleSource Good(MemorySource rows, long[] good) =>
        good.Length == rows.Count ? rows : SampleSources.Select(rows, good);

    private static void StopAt(TrainException? failure, DataSet data, ParallelLoopState state)
    {
        if (failure is not null && data.OnBadSample == OnBadSample.Fail)
        {
            state.Break();
        }
    }

    private static TrainException? Read(ISampleSource[] sources, SampleRoom[] rooms, long position)
    {
        try
        {
            for (var part = 0; part < sources.Length; part++)
            {
                rooms[part].Read(sources[part], position, position);
            }
            return null;
        }
        catch (TrainException failure)
        {
            return failure;
        }
    }

    private static void Note(DataSet data, TrainException?[] failures)
    {
        for (var position = 0L; position < failures.Length; position++)
        {
            if (failures[position] is { } failure)
            {
                if (data.OnBadSample == OnBadSample.Fail)
                {
                    throw failure;
                }
                data.Skipped.Add(new BadSample(data.NameOf(position), failure.Message));
            }
        }
    }
}

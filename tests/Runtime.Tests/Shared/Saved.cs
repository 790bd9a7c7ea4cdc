using TorchSharp;
using TrainSdk.State;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Shared;

/// <summary>What a part of a run saves, copied as a checkpoint does: what the part does afterwards does not change it.</summary>
internal static class Saved
{
    /// <summary>What another part of the kind can be given.</summary>
    public static StateReader Of(IStateful part)
    {
        var state = Write(part);
        var tensors = state.Tensors.ToDictionary(static named => named.Key, static named => Copy(named.Value));
        return new StateReader(name => tensors.TryGetValue(name, out var tensor) ? Copy(tensor) : null, state.Values, CPU);
    }

    /// <summary>Gives one part's state to another.</summary>
    public static void Move(IStateful from, IStateful to) => to.Load(Of(from));

    /// <summary>The names of everything, in order.</summary>
    public static string[] NamesOf(IStateful part)
    {
        var state = Write(part);
        return [.. state.Tensors.Keys.Concat(state.Values.Keys).Order(StringComparer.Ordinal)];
    }

    /// <summary>The live tensors.</summary>
    public static IReadOnlyDictionary<string, Tensor> TensorsOf(IStateful part) => Write(part).Tensors;

    /// <summary>All numbers as text and all tensors bit for bit, by name.</summary>
    public static string[] Bits(IStateful part)
    {
        var state = Write(part);
        return
        [
            .. state.Tensors
                .Select(static named => (named.Key, Convert.ToHexString(named.Value.detach().cpu().contiguous().bytes)))
                .Concat(state.Values.Select(static named => (named.Key, named.Value)))
                .Select(static named => $"{named.Item1} = {named.Item2}")
                .Order(StringComparer.Ordinal),
        ];
    }

    private static StateWriter Write(IStateful part)
    {
        var state = new StateWriter();
        part.Save(state);
        return state;
    }

    private static Tensor Copy(Tensor tensor) => tensor.detach().clone();
}

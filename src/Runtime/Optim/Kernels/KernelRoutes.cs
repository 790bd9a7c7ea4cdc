using System.Runtime.InteropServices;
using TrainSdk.Native;
using TrainSdk.Settings;

namespace TrainSdk.Optim.Kernels;

/// <summary>Chooses how the optimizers' steps are computed in this process: the fastest way that works, or one that is forced.</summary>
internal static class KernelRoutes
{
    /// <summary>The environment variable that forces a route.</summary>
    public const string Variable = "TRAINSDK_NATIVE";

    /// <summary>How to open each route, the fastest first.</summary>
    public static IReadOnlyDictionary<string, Func<KernelRoute>> All { get; } = new OrderedDictionary<string, Func<KernelRoute>>
    {
        ["abi"] = static () => OfAbi(StableAbi.Open()),
        ["script"] = static () => new("script", "TorchScript", new ScriptKernels()),
        ["torchsharp"] = static () => new("torchsharp", "TorchSharp", new TorchSharpKernels()),
    };

    private static Lazy<KernelRoute> Chosen { get; } = new(static () => Choose(Environment.GetEnvironmentVariable(Variable), All));

    /// <summary>The route of this process, chosen at first use.</summary>
    /// <exception cref="TrainException">A route is forced that is unknown or does not work here.</exception>
    public static KernelRoute Current => Chosen.Value;

    /// <summary>The first route that opens and computes the right numbers.</summary>
    /// <param name="forced">The only name to consider; null or empty for any.</param>
    /// <param name="routes">How to open each route, the fastest first.</param>
    /// <exception cref="TrainException">No such route, or it does not work here.</exception>
    public static KernelRoute Choose(string? forced, IReadOnlyDictionary<string, Func<KernelRoute>> routes)
    {
        if (!string.IsNullOrEmpty(forced))
        {
            return Force(forced, routes);
        }
        var reasons = new List<string>();
        foreach (var (name, open) in routes)
        {
            if (TryOpen(open, out var route) is not { } problem)
            {
                return route! with { Reason = reasons.Count == 0 ? null : string.Join("; ", reasons) };
            }
            reasons.Add($"{name} does not work: {problem}");
        }
        throw new TrainException($"no optimizer step can be computed here: {string.Join("; ", reasons)}; restore libtorch's packages anew");
    }

    private static KernelRoute OfAbi(StableAbi abi) => new("abi", $"libtorch's C ABI ({abi.Version})", new AbiKernels(abi));

    private static KernelRoute Force(string name, IReadOnlyDictionary<string, Func<KernelRoute>> routes)
    {
        if (!routes.TryGetValue(name, out var open))
        {
            throw new TrainException(
                $"{Variable}={name} is unknown{NearestName.Suggest(name, routes.Keys)}; "
                + $"use {string.Join(", ", routes.Keys)}, or leave it unset");
        }
        return TryOpen(open, out var route) is { } problem
            ? throw new TrainException($"{Variable}={name} does not work here: {problem}; leave it unset to use what works")
            : route! with { Reason = $"{Variable} forces it" };
    }

    private static string? TryOpen(Func<KernelRoute> open, out KernelRoute? route)
    {
        route = null;
        try
        {
            route = open();
            return KernelCheck.Problem(route.Kernels);
        }
        catch (Exception error) when (error is NotSupportedException or ExternalException or TrainException)
        {
            return error.Message.Split('\n')[0].Trim();
        }
    }
}

using TrainSdk.Optim.Kernels;

namespace TrainSdk.Runtime.Tests.Optim;

/// <summary>The three ways of computing a step, side by side in one process.</summary>
internal static class Routes
{
    private static readonly Dictionary<string, Lazy<IKernels>> Opened =
        KernelRoutes.All.ToDictionary(static route => route.Key, static route => new Lazy<IKernels>(() => route.Value().Kernels));

    public static IEnumerable<string> Names => Opened.Keys;

    /// <summary>Every name on every route.</summary>
    public static TheoryData<string, string> Times(IEnumerable<string> names)
    {
        var cases = new TheoryData<string, string>();
        foreach (var (name, route) in names.SelectMany(static name => Names.Select(route => (name, route))))
        {
            cases.Add(name, route);
        }
        return cases;
    }

    public static IKernels Kernels(string route) => Opened[route].Value;
}

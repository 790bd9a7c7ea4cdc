using System.Runtime.CompilerServices;
using TorchSharp;

// Torch's one CPU generator is process-wide.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace TrainSdk.Pairs.Tests;

/// <summary>Pins torch to one thread before the first test: results are then the same bits on every machine of a kind.</summary>
internal static class TorchThreads
{
    [ModuleInitializer]
    internal static void Pin() => torch.set_num_threads(1);
}

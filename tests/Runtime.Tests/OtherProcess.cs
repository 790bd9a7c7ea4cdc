using TorchSharp;
using TrainSdk.Checkpoints;
using TrainSdk.Runtime.Tests.Shared;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests;

/// <summary>
/// What this assembly does when it is run as a program: it loads a run's weights and prints the bits of the model's outputs.
/// A test compares them with those of the process that trained.
/// </summary>
internal static class OtherProcess
{
    public static string OutputBits(SmallNet model)
    {
        using var scope = NewDisposeScope();
        using var inference = inference_mode();
        model.eval();
        return Convert.ToHexString(model.call(torch.linspace(-2, 2, 64).reshape(16, 4)).bytes);
    }

    private static void Main(string[] args)
    {
        using var model = new SmallNet();
        WeightsFile.Open(args[0]).CopyInto(model);
        Console.WriteLine(OutputBits(model));
    }
}

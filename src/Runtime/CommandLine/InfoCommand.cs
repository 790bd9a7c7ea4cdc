using System.Runtime.InteropServices;
using TorchSharp;
using TrainSdk.Native;
using TrainSdk.Optim.Kernels;
using TrainSdk.Precision;
using TrainSdk.Settings;

namespace TrainSdk.CommandLine;

/// <summary><c>info</c>: versions, devices and what loads from where, or why not. Loads no data.</summary>
internal sealed class InfoCommand(Surroundings surroundings) : ICommand
{
    public CommandSpec Spec { get; } = new(
        "info", "shows versions, device, threads and native libraries; loads no data", [MachineOptions.Device, MachineOptions.Threads]);

    public int Run(ParsedArguments arguments)
    {
        List<string[]> rows =
        [
            ["TrainSdk", Versions.TrainSdk],
            ["TorchSharp", Versions.TorchSharp],
            [".NET", RuntimeInformation.FrameworkDescription],
            ["system", $"{RuntimeInformation.OSDescription}, {RuntimeInformation.RuntimeIdentifier}"],
        ];
        var files = NativeCheck.Run();
        rows.AddRange(files.Select(static file => new[] { file.Name, State(file) }));
        var problem = NativeCheck.Problem();
        if (problem is null)
        {
            rows.AddRange(Torch(arguments));
        }
        TextTable.Write(surroundings.Output, rows);
        return problem is null ? ExitCode.Done : throw new TrainException(problem);
    }

    private static string State(NativeFile file) => file switch
    {
        { Path: null } => "not among the app's files",
        { Problem: null } => file.Path,
        _ => "does not load",
    };

    private static IEnumerable<string[]> Torch(ParsedArguments arguments)
    {
        MachineOptions.UseThreads(arguments);
        yield return ["libtorch", torch.__version__];
        yield return ["CUDA devices", NumberText.Format(torch.cuda.is_available() ? torch.cuda.device_count() : 0)];
        var device = ComputeDevice.Resolve(MachineOptions.DeviceOf(arguments));
        yield return ["device", device.ToString()];
        var choice = PrecisionChoice.Of(AmpMode.Auto, PrecisionFacts.Of(device, allowsHalfOnCpu: false));
        yield return ["precision", choice.Note ?? $"Amp computes in {choice.Precision}"];
        yield return ["threads", NumberText.Format(torch.get_num_threads())];
        yield return ["optimizer steps", KernelRoutes.Current.ToString()];
    }
}

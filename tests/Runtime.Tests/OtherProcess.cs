using System.Diagnostics;
using TorchSharp;
using TrainSdk.Checkpoints;
using TrainSdk.Files;
using TrainSdk.Optim.Kernels;
using TrainSdk.Runtime.Tests.CommandLine;
using TrainSdk.Runtime.Tests.Files;
using TrainSdk.Runtime.Tests.Shared;
using TrainSdk.Training;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests;

/// <summary>
/// What this assembly does when it is run as a program: it prints the way of computing steps that the environment gives it, holds a run's
/// lock until it is killed, trains until a signal or on a small disk, or loads a run's weights and prints the bits of the model's outputs,
/// which a test compares with those of the process that trained.
/// </summary>
internal static class OtherProcess
{
    /// <summary>The argument that asks for the way of computing steps.</summary>
    public const string ShowRoute = "route";

    /// <summary>The argument that asks for a lock on the folder that follows.</summary>
    public const string HoldLock = "lock";

    /// <summary>The argument that asks for a run on the small disk in the folder that follows.</summary>
    public const string FillDisk = "disk";

    /// <summary>
    /// The argument that asks for a training, whose arguments follow, the run folder last. Its hundredth step takes a minute, and the file
    /// <see cref="AsleepEnd"/> beside the folder says that it has begun.
    /// </summary>
    public const string TrainSlowly = "train-slowly";

    /// <summary>The argument that asks for a training that is shown where this process writes; its arguments follow.</summary>
    public const string TrainShown = "train-shown";

    /// <summary>What that training writes to the console after its third step.</summary>
    public const string Aside = "a line of the program's own";

    public const string AsleepEnd = ".asleep";

    public static string OutputBits(SmallNet model)
    {
        using var scope = NewDisposeScope();
        using var inference = inference_mode();
        model.eval();
        return Convert.ToHexString(model.call(torch.linspace(-2, 2, 64).reshape(16, 4)).bytes);
    }

    /// <summary>Runs this assembly as a program.</summary>
    public static (int Code, string Output, string Error) Run(string argument, params (string Name, string Value)[] environment)
    {
        var start = StartOf(argument);
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output.Trim(), error.Result.Trim());
    }

    /// <summary>The command that runs this assembly as a program.</summary>
    public static IReadOnlyList<string> Command { get; } = ["dotnet", typeof(OtherProcess).Assembly.Location];

    /// <summary>Starts this assembly as a program, which goes on.</summary>
    public static Process Start(params string[] arguments) => Process.Start(StartOf(arguments))!;

    private static ProcessStartInfo StartOf(params string[] arguments) =>
        new("dotnet", [typeof(OtherProcess).Assembly.Location, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

    private static int Main(string[] args)
    {
        try
        {
            if (args[0] == TrainSlowly)
            {
                return Train(args[1..]);
            }
            if (args[0] == TrainShown)
            {
                return Show(args[1..]);
            }
            if (args[0] == HoldLock)
            {
                Hold(args[1]);
            }
            else if (args[0] == FillDisk)
            {
                SmallDisk.Run(args[1]);
            }
            else
            {
                Console.WriteLine(args[0] == ShowRoute ? KernelRoutes.Current : OutputBits(args[0]));
            }
            return 0;
        }
        catch (TrainException error)
        {
            Console.Error.WriteLine(error.Message);
            return 1;
        }
    }

    // Until the input ends, which it does with the test's process at the latest.
    private static void Hold(string folder)
    {
        using var held = RunLock.Take(folder);
        Console.WriteLine("locked");
        Console.In.ReadLine();
    }

    private static int Train(string[] args)
    {
        void OnStep(long step)
        {
            if (step == 100)
            {
                File.WriteAllText(args[^1] + AsleepEnd, "");
            }
            // A step of a minute is what a second signal must not wait for; the others take 5 ms so that the first falls within the training.
            Thread.Sleep(step == 100 ? TimeSpan.FromMinutes(1) : TimeSpan.FromMilliseconds(5));
        }
        using var app = new SampleApp { OnStep = OnStep };
        return app.Run(args);
    }

    private static int Show(string[] args)
    {
        static void OnStep(long step)
        {
            if (step == 3)
            {
                Console.WriteLine(Aside);
            }
        }
        static SmallNet Build(Settings.SampleSettings settings)
        {
            Randomness.AtConstruction(0);
            return new SmallNet(settings.Width);
        }
        using var app = new SampleApp { OnStep = OnStep, Build = Build };
        return app.RunHere(args);
    }

    private static string OutputBits(string run)
    {
        using var model = new SmallNet();
        WeightsFile.Open(run).CopyInto(model);
        return OutputBits(model);
    }
}

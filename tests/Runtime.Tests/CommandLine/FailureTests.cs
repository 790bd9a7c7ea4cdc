using TrainSdk.CommandLine;
using TrainSdk.Runtime.Tests.Shared;
using TrainSdk.Training;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.CommandLine;

public sealed class FailureTests
{
    [Fact]
    public void AMissingDataFileIsOneLine()
    {
        using var app = new SampleApp { Load = static _ => throw new FileNotFoundException("Could not find file '/data/digits.csv'.") };

        Assert.Equal("Could not find file '/data/digits.csv'.", app.Refused("--threads", "1"));
    }

    [Fact]
    public void AnErrorInTheUsersCodeNamesItsPlace()
    {
        using var app = new SampleApp { Load = static _ => throw new InvalidOperationException("no labels\nat all") };

        var line = app.Refused("--threads", "1");

        Assert.StartsWith("no labels (InvalidOperationException in ", line);
        Assert.Contains("FailureTests.cs line ", line);
    }

    [Fact]
    public void ABatchLargerThanTheDataIsRefusedWithTheOption()
    {
        using var app = new SampleApp();

        Assert.Equal(
            "batch size 500 is larger than the training split of 36 samples; use --batch-size 36 or less",
            app.Refused("--batch-size", "500", "--threads", "1", "--run-dir", app.RunFolder));
        Assert.False(Directory.Exists(app.RunFolder));
    }

    [Fact]
    public void AnEmptySplitIsRefused()
    {
        using var app = new SampleApp { Load = static _ => SampleApp.Samples().Split(0, 0.001, 0.2) };

        Assert.StartsWith("the validation split is empty: ", app.Refused("--threads", "1"));
    }

    [Fact]
    public void WrongShapesSayWhatLibtorchSaysAndWhereToLook()
    {
        using var app = new SampleApp { Train = static (_, _) => Forward(zeros(4, 3)) };

        var line = app.Refused("--threads", "1");

        Assert.StartsWith("mat1 and mat2 shapes cannot be multiplied (4x3 and 4x8); check the shapes and values in ", line);
        Assert.Contains("SmallNet.forward", line);
    }

    [Fact]
    public void ADefectOfOursShowsItsStackAndAsksForAReport()
    {
        using var error = new StringWriter();

        Assert.Equal(ExitCode.Defect, FailureReport.Write(error, Thrown(static () => NullOfOurs())));

        Assert.Contains("   at TrainSdk.CommandLine.TextTable.Write", error.ToString());
        Assert.Contains("this is a defect of TrainSdk; please report it", error.ToString());
    }

    [Fact]
    public void AMissingNativeLibraryIsNotBlamedOnTheUser()
    {
        using var error = new StringWriter();
        var failure = new TypeInitializationException("TorchSharp.torch", new DllNotFoundException("LibTorchSharp"));

        // everything loads here, so that there is nothing true to say but the defect
        Assert.Equal(ExitCode.Defect, FailureReport.Write(error, failure));
    }

    [Fact]
    public void MemoryThatDoesNotSufficeNamesTheBatchSize()
    {
        using var app = new SampleApp { Load = static _ => throw Thrown(static () => zeros(1L << 50).Dispose()) };

        Assert.EndsWith("; use a smaller --batch-size or model", app.Refused("--threads", "1"));
    }

    private static FitResult<SmallNet> Forward(Tensor input)
    {
        using var model = new SmallNet();
        model.call(input).Dispose();
        throw new InvalidOperationException("the shape fits");
    }

    private static void NullOfOurs() => TextTable.Write(null!, ["a"]);

    private static Exception Thrown(Action action)
    {
        try
        {
            action();
        }
        catch (Exception error)
        {
            return error;
        }
        throw new InvalidOperationException("nothing was thrown");
    }
}

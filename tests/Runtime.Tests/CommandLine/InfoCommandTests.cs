using TrainSdk.CommandLine;
using TrainSdk.Native;

namespace TrainSdk.Runtime.Tests.CommandLine;

public sealed class InfoCommandTests
{
    [Fact]
    public void ShowsVersionsLibrariesDeviceAndThreadsWithoutData()
    {
        using var app = new SampleApp();

        Assert.Equal(ExitCode.Done, app.Run("info", "--threads", "1"));

        Assert.Matches(@"(?m)^TorchSharp +0\.107\.0$", app.Output.ReplaceLineEndings("\n"));
        Assert.Matches(@"(?m)^libtorch +2\.10\.0", app.Output);
        Assert.Matches(@"(?m)^threads +1$", app.Output.ReplaceLineEndings("\n"));
        Assert.Matches(@"(?m)^device +(cpu|cuda:0)$", app.Output.ReplaceLineEndings("\n"));
        Assert.Matches(@"(?m)^precision +Amp computes in (bf16|float32)", app.Output);
        Assert.Matches(@"(?m)^optimizer steps +libtorch's C ABI \(2\.10\)$", app.Output.ReplaceLineEndings("\n"));
        Assert.All(NativeFolders.Libraries, library => Assert.Contains(library, app.Output));
        Assert.Equal(0, app.Loads);
    }
}

using Microsoft.Extensions.Logging;
using TrainSdk.CommandLine;

namespace TrainSdk.Runtime.Tests.CommandLine;

public sealed class WarningLinesTests
{
    // Several trainings in one command have the same to say.
    [Fact]
    public void EachLineIsSaidOnce()
    {
        using var error = new StringWriter();
        var lines = new WarningLines(error);
        lines.LogWarning("the warmup fills the run");
        lines.LogInformation("the warmup fills the run");
        lines.LogWarning("the warmup fills the run");
        lines.LogDebug("nobody asked");
        Assert.Equal("warning: the warmup fills the run\nnote: the warmup fills the run\n", error.ToString().ReplaceLineEndings("\n"));
    }
}

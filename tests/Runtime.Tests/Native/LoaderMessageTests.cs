using TrainSdk.Native;

namespace TrainSdk.Runtime.Tests.Native;

public sealed class LoaderMessageTests
{
    private const string Opening = "Unable to load shared library '/app/libLibTorchSharp.so' or one of its dependencies: \n";

    [Theory]
    [InlineData("libstdc++.so.6: version `GLIBCXX_3.4.32' not found (required by /app/x.so)", "libstdc++ lacks GLIBCXX_3.4.32: ")]
    [InlineData("libc.so.6: version `GLIBC_2.38' not found (required by /app/libc10.so)", "C library lacks GLIBC_2.38: ")]
    [InlineData("libgomp-98b21ff3.so.1: cannot open shared object file: No such file or directory", "missing")]
    [InlineData("libtorch.so: undefined symbol: _ZN5torch", "the file is damaged or for another platform: ")]
    [InlineData("/app/libLibTorchSharp.so: invalid ELF header", "the file is damaged or for another platform: ")]
    [InlineData("/app/libLibTorchSharp.so: file too short", "the file is damaged or for another platform: ")]
    public void KeepsTheLoadersReasonAndAddsTheCure(string reason, string cure)
    {
        var explained = LoaderMessage.Explain("/app/libLibTorchSharp.so", Opening + reason + "\n");

        Assert.StartsWith($"/app/libLibTorchSharp.so does not load: {reason}; ", explained);
        Assert.Contains(cure, explained[reason.Length..]);
        Assert.DoesNotContain('\n', explained);
    }

    [Fact]
    public void TheFileIsNotNamedTwice() => Assert.StartsWith(
        "/app/a.so does not load: version `GLIBC_2.38' not found; ",
        LoaderMessage.Explain("/app/a.so", Opening + "version `GLIBC_2.38' not found (required by /app/a.so)"));
}

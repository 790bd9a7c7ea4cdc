using TrainSdk.Sdk.Tests.Sandbox;

namespace TrainSdk.Sdk.Tests.Samples;

/// <summary>samples/Transfer as it is, built with these tests and run with a narrow network from a file that torchvision's layers were saved to.</summary>
public sealed class TransferTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("trainsdk-transfer-").FullName;

    [Fact]
    public void Starts_from_the_file_and_says_so()
    {
        var weights = Path.Combine(Repository.Root, "tests", "Fixtures", "pt", "resnet18_narrow.pt");
        var run = Path.Combine(_folder, "run");

        var result = new Command().Run(
            _folder, "dotnet", App(), "--pretrained", weights, "--width", "4", "--epochs", "2", "--freeze-layer4", "1", "--threads", "1", "--run-dir", run).MustExit(0);

        Assert.Contains("note: resnet18_narrow.pt into the model: 120 tensors loaded", result.Output);
        Assert.Contains("left over in the file: fc.bias, fc.weight", result.Output);
        Assert.Contains("test accuracy 0.", result.Output);
        Assert.Contains("\"layer4.1.bn2.running_var\"", File.ReadAllText(Path.Combine(run, "pretrained.json")));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string App()
    {
        var tests = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(tests.Parent!.Parent!.FullName, "Transfer", tests.Name, "Transfer.dll");
    }
}

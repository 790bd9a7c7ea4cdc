using TorchSharp;
using TorchSharp.Modules;
using TrainSdk.Checkpoints;
using TrainSdk.Runtime.Tests.Shared;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Features;

/// <summary>Files of PyTorch and of safetensors into models whose names differ from the file's in every way that is allowed.</summary>
public sealed class PretrainedWeightsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, Tensor> _file = PtFixture.Read("state_dict");

    [Fact]
    public void AWholeModelIsFilledWithTheFilesNumbers()
    {
        using var model = Net(outputs: 2);
        var handles = model.parameters().Select(static parameter => parameter.Handle).ToList();
        var report = PretrainedWeights.Load(model, "", PtFixture.Path("state_dict"))!;
        Assert.Equal(_file.Keys.Order(StringComparer.Ordinal), report.Loaded);
        Assert.Empty(report.Missing);
        Assert.Empty(report.LeftOver);
        Assert.All(model.state_dict(), entry => Assert.Equal(_file[entry.Key].bytes.ToArray(), entry.Value.bytes.ToArray()));
        Assert.Equal(handles, model.parameters().Select(static parameter => parameter.Handle));
        Assert.Equal($"state_dict.pt into the model: 8 tensors loaded, {_file.Values.Sum(static tensor => tensor.numel())} numbers", report.ToString());
    }

    [Theory]
    [InlineData("data_parallel", "module")]
    [InlineData("checkpoint", "model")]
    public void ABeginningOfTheFilesNamesIsTakenOff(string file, string strip)
    {
        using var model = nn.Sequential(("backbone", Net(outputs: 2)), ("head", nn.Linear(2, 2)));
        var report = PretrainedWeights.Load(model, "backbone", PtFixture.Path(file), strip)!;
        Assert.Equal(8, report.Loaded.Count);
        Assert.All(report.Loaded, static name => Assert.StartsWith("backbone.", name, StringComparison.Ordinal));
        Assert.Empty(report.Missing);
        Assert.All(report.LeftOver, static name => Assert.StartsWith("optimizer.", name, StringComparison.Ordinal));
        Assert.Contains(file == "checkpoint" ? "left over in the file: optimizer.state.0." : "numbers", report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void OneLayerTakesItsPartOfTheFile()
    {
        using var model = nn.Sequential(("conv", nn.Conv2d(2, 3, 2)), ("bn", nn.BatchNorm2d(3)));
        var report = PretrainedWeights.Load(model, "conv", PtFixture.Path("state_dict"), strip: "conv")!;
        Assert.Equal(["conv.weight"], report.Loaded);
        Assert.Equal(["conv.bias"], report.Missing);
        Assert.Equal(7, report.LeftOver.Count);
        Assert.Contains("missing in the file: conv.bias; left over in the file: bn.bias, bn.num_batches_tracked", report.ToString(), StringComparison.Ordinal);
        Assert.Contains("and 2 more", report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void AHeadForOtherClassesIsAnErrorUnlessItIsLeftOut()
    {
        using var model = Net(outputs: 5);
        var before = model.state_dict()["conv.weight"].bytes.ToArray();
        var error = Assert.Throws<TrainException>(() => PretrainedWeights.Load(model, "", PtFixture.Path("state_dict")));
        Assert.Contains("fc.weight is [2, 3] in the file and [5, 3] in the model; fc.bias is [2]", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, model.state_dict()["conv.weight"].bytes.ToArray());

        var report = PretrainedWeights.Load(model, "", PtFixture.Path("state_dict"), except: "fc")!;
        Assert.Equal(["fc.bias", "fc.weight"], report.LeftOver);
        Assert.Empty(report.Missing);
    }

    [Fact]
    public void WhatFitsNothingIsAnErrorThatShowsBothSides()
    {
        using var model = Net(outputs: 2);
        Assert.Contains(
            "the file has \"module.bn.bias\" and so on, looked for was \"bn.bias\" and so on",
            Assert.Throws<TrainException>(() => PretrainedWeights.Load(model, "", PtFixture.Path("data_parallel"))).Message, StringComparison.Ordinal);
        Assert.Contains(
            "the names begin with conv, bn, fc",
            Assert.Throws<TrainException>(() => PretrainedWeights.Load(model, "backbone", PtFixture.Path("state_dict"))).Message, StringComparison.Ordinal);
        Assert.Contains(
            "there is no weights file", Assert.Throws<TrainException>(() => PretrainedWeights.Load(model, "", "none.pt")).Message, StringComparison.Ordinal);
        Assert.Null(PretrainedWeights.Load(model, "", ""));
    }

    [Fact]
    public void RealNumbersAreConvertedAndWholeOnesAreNotMixedWithThem()
    {
        var path = _folder.File("types.safetensors");
        SafetensorsWriter.Save(path, new Dictionary<string, Tensor>
        {
            ["weight"] = tensor(new[] { 1.5, -2 }).to(ScalarType.BFloat16).reshape(1, 2), ["bias"] = tensor(new[] { 0.1 }),
        }, new Dictionary<string, string>());
        using var model = nn.Linear(2, 1);
        PretrainedWeights.Load(model, "", path);
        Assert.Equal([1.5f, -2], model.weight!.data<float>().ToArray());
        Assert.Equal(0.1f, model.bias!.data<float>()[0]);

        SafetensorsWriter.Save(path, new Dictionary<string, Tensor> { ["bias"] = tensor(new[] { 1L }) }, new Dictionary<string, string>());
        Assert.Contains(
            "bias is Int64 in the file and Float32 in the model",
            Assert.Throws<TrainException>(() => PretrainedWeights.Load(model, "", path)).Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _folder.Dispose();
        foreach (var tensor in _file.Values)
        {
            tensor.Dispose();
        }
    }

    private static Sequential Net(long outputs) => nn.Sequential(
        ("conv", nn.Conv2d(2, 3, 2, bias: false)), ("bn", nn.BatchNorm2d(3)), ("fc", nn.Linear(3, outputs)));
}

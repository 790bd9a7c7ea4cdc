using TorchSharp;
using TrainSdk.Data;
using TrainSdk.Runtime.Tests.Shared;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Data;

public sealed class InputEncodingTests
{
    private static readonly Placement Cpu = new(torch.CPU, ScalarType.Float64);

    [Fact]
    public void RowsAreNormalisedByColumnOfTheTrainingSplitAlone()
    {
        using var scope = NewDisposeScope();
        var splits = Samples.Splits();
        var train = splits.Train.Inputs.to(ScalarType.Float64);
        Assert.Equal(train.mean([0]).data<double>().ToArray(), splits.Encoding.Mean, static (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.NotEqual(InputEncoding.Measure(splits.Validation!).Mean, splits.Encoding.Mean);
        using var encoder = new InputEncoder(splits.Encoding, Cpu);
        var encoded = encoder.Encode(splits.Train.Inputs);
        Assert.All(encoded.mean([0]).data<double>().ToArray(), static mean => Assert.Equal(0, mean, 12));
        Assert.All(encoded.std(0, unbiased: false).data<double>().ToArray(), static scale => Assert.Equal(1, scale, 12));
    }

    [Fact]
    public void ImagesAreNormalisedByChannel()
    {
        using var scope = NewDisposeScope();
        torch.manual_seed(1);
        var images = torch.randn(20, 3, 4, 4) * torch.tensor(new[] { 1f, 2, 3 }).reshape(1, 3, 1, 1);
        var data = new DataSet(images, torch.zeros(20, dtype: ScalarType.Int64));
        var encoding = InputEncoding.Measure(data);
        Assert.Equal(3, encoding.Mean.Count);
        using var encoder = new InputEncoder(encoding, Cpu);
        var encoded = encoder.Encode(images).transpose(0, 1).reshape(3, -1);
        Assert.All(encoded.std(1, unbiased: false).data<double>().ToArray(), static scale => Assert.Equal(1, scale, 6));
    }

    [Fact]
    public void AConstantColumnIsNotDividedByZero()
    {
        var encoding = InputEncoding.Measure(DataSet.FromArrays(new float[,] { { 5, 1 }, { 5, 2 } }, [0L, 1L]));
        Assert.Equal([1, 0.5], encoding.Scale);
        Assert.Equal([5, 1.5], encoding.Mean);
    }
}

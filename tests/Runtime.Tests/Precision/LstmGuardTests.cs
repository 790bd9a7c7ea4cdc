using System.Collections;
using System.Reflection;
using TorchSharp;
using TorchSharp.Modules;
using TrainSdk.Precision;
using TrainSdk.Runtime.Tests.Shared;
using TrainSdk.Training;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Precision;

/// <summary>Unguarded, the first of these tests ends the process on a CPU that cannot compute an LSTM in the lower type.</summary>
public sealed class LstmGuardTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    [Theory]
    [InlineData(ScalarType.Float16, false)]
    [InlineData(ScalarType.Float16, true)]
    [InlineData(ScalarType.BFloat16, false)]
    [InlineData(ScalarType.BFloat16, true)]
    public void AnLstmComputesInItsOwnType(ScalarType dtype, bool hasInitialState)
    {
        using var model = new LstmNet(hasInitialState);
        var precision = Lowered(dtype);
        LstmGuard.Protect(model, precision, hasNativeBf16: false);
        Tensor output;
        using (Autocast.On(precision))
        {
            output = model.call(torch.linspace(-1, 1, 12).reshape(3, 4));
        }
        output.to(ScalarType.Float32).sum().backward();
        Assert.Equal((dtype, ScalarType.Float32, dtype), (model.Entered, model.Left, output.dtype));
        Assert.All(model.parameters(), static parameter => Assert.True(parameter.grad!.isfinite().all().ToBoolean()));
    }

    [Fact]
    public void ItGivesWhatItGivesWithoutAutocast()
    {
        using var lstm = nn.LSTM(4, 5);
        var input = torch.linspace(-1, 1, 24).reshape(2, 3, 4).to(ScalarType.BFloat16).to(ScalarType.Float32);
        var plain = Bits(lstm.call(input));
        LstmGuard.Protect(lstm, Lowered(ScalarType.Float16));
        Assert.Equal(plain, Bits(lstm.call(input)));
        using (Autocast.On(Lowered(ScalarType.Float16)))
        {
            Assert.Equal(plain, Bits(lstm.call(input)));
            Assert.Equal(ScalarType.Float16, torch.ones(1, 1).mm(torch.ones(1, 1)).dtype);
        }
    }

    [Fact]
    public void AFailureInsideLeavesTheStateAsItWas()
    {
        using var lstm = nn.LSTM(4, 5);
        var precision = Lowered(ScalarType.Float16);
        LstmGuard.Protect(lstm, precision);
        Assert.ThrowsAny<Exception>(() =>
        {
            using (Autocast.On(precision))
            {
                lstm.call(torch.ones(2, 3, 7));
            }
        });
        Assert.False(Autocast.State().IsEnabled(DeviceType.CPU));
        lstm.call(torch.ones(2, 3, 4));
        Assert.False(Autocast.State().IsEnabled(DeviceType.CPU));
    }

    [Fact]
    public void ALayerIsGuardedOnce()
    {
        using var model = new LstmNet();
        for (var time = 0; time < 3; time++)
        {
            LstmGuard.Protect(model, Lowered(ScalarType.Float16));
        }
        Assert.Equal((1, 1), Hooks(model.modules().OfType<LSTM>().Single()));
    }

    [Fact]
    public void WhereNothingIsLoweredNothingIsHooked()
    {
        using var model = new LstmNet();
        LstmGuard.Protect(model, MixedPrecision.Off, hasNativeBf16: false);
        LstmGuard.Protect(model, Lowered(ScalarType.BFloat16), hasNativeBf16: true);
        LstmGuard.Protect(model, new MixedPrecision { Device = DeviceType.CUDA, Dtype = ScalarType.Float16 }, hasNativeBf16: false);
        Assert.Equal((0, 0), Hooks(model.modules().OfType<LSTM>().Single()));
    }

    [Fact]
    public void ARunProtectsItsModel()
    {
        using var model = new LstmNet();
        var options = new RunOptions { WriteRunFolder = false, AllowsHalfOnCpu = true };
        new AmpLoop().Fit(model, Samples.Splits(), new SmallSettings { Amp = AmpMode.Fp16, Epochs = 1 }, options);
        Assert.Equal((ScalarType.Float16, ScalarType.Float32), (model.Entered, model.Left));
    }

    public void Dispose() => _scope.Dispose();

    private static MixedPrecision Lowered(ScalarType dtype) => new() { Device = DeviceType.CPU, Dtype = dtype };

    private static string Bits((Tensor Output, Tensor Hidden, Tensor Cell) result) =>
        string.Join(' ', new[] { result.Output, result.Hidden, result.Cell }.Select(static tensor => Convert.ToHexString(tensor.bytes)));

    private static (int Before, int After) Hooks(LSTM lstm) => (Count(lstm, "pre_hooks"), Count(lstm, "post_hooks"));

    private static int Count(LSTM lstm, string field)
    {
        for (var type = lstm.GetType(); type is not null; type = type.BaseType)
        {
            if (type.GetField(field, BindingFlags.Instance | BindingFlags.NonPublic) is { } hooks)
            {
                return ((IDictionary)hooks.GetValue(lstm)!).Count;
            }
        }
        throw new MissingFieldException(field);
    }
}

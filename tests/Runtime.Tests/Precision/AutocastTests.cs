using TorchSharp;
using TrainSdk.Precision;
using TrainSdk.Runtime.Tests.Shared;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Precision;

public sealed class AutocastTests : IDisposable
{
    private static readonly MixedPrecision Bf16 = new() { Device = DeviceType.CPU, Dtype = ScalarType.BFloat16 };
    private static readonly MixedPrecision Fp16 = new() { Device = DeviceType.CPU, Dtype = ScalarType.Float16 };

    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly Tensor _one = torch.ones(1, 1);

    [Theory]
    [InlineData(ScalarType.BFloat16)]
    [InlineData(ScalarType.Float16)]
    public void ProductsAndConvolutionsAreLowered(ScalarType dtype)
    {
        using var model = new ProbeNet();
        Tensor loss;
        using (Autocast.On(new MixedPrecision { Device = DeviceType.CPU, Dtype = dtype }))
        {
            loss = nn.functional.cross_entropy(model.call(torch.randn(2, 1, 4, 4)), torch.tensor(new long[] { 0, 2 }));
        }
        loss.backward();
        Assert.Equal(dtype, model.Seen["conv"]);
        Assert.Equal(dtype, model.Seen["linear"]);
        Assert.Equal(dtype, model.Seen["matmul"]);
        Assert.Equal(ScalarType.Float32, loss.dtype);
        Assert.All(model.parameters(), parameter => Assert.Equal(ScalarType.Float32, parameter.grad!.dtype));
    }

    [Fact]
    public void OffChangesNothing()
    {
        using var model = new ProbeNet();
        using (Autocast.On(MixedPrecision.Off))
        {
            model.call(torch.randn(2, 1, 4, 4));
        }
        Assert.All(model.Seen.Values, dtype => Assert.Equal(ScalarType.Float32, dtype));
    }

    [Fact]
    public void ScopesNestAndRestoreWhatWasThere()
    {
        var before = Now();
        using (Autocast.On(Bf16))
        {
            Assert.Equal(ScalarType.BFloat16, Product());
            var outer = Now();
            using (Autocast.On(Fp16))
            {
                Assert.Equal(ScalarType.Float16, Product());
                using (Autocast.On(MixedPrecision.Off))
                {
                    Assert.Equal(ScalarType.Float16, Product());
                }
            }
            Assert.Equal(outer, Now());
            Assert.Equal(ScalarType.BFloat16, Product());
        }
        Assert.Equal(before, Now());
        Assert.Equal(ScalarType.Float32, Product());
    }

    [Fact]
    public void WhatWasThereMayBeUnusual()
    {
        var state = Autocast.State();
        var before = Now();
        state.SetDtype(DeviceType.CPU, ScalarType.Float16);
        state.KeepsCasts = false;
        using (Autocast.On(Bf16))
        {
            Assert.True(state.KeepsCasts);
        }
        Assert.Equal((false, ScalarType.Float16, false), Now());
        state.SetDtype(DeviceType.CPU, before.Dtype);
        state.KeepsCasts = before.KeepsCasts;
    }

    [Fact]
    public void AnExceptionRestoresToo()
    {
        var before = Now();
        Assert.ThrowsAny<Exception>(() =>
        {
            using (Autocast.On(Bf16))
            {
                _one.mm(torch.ones(2, 2));
            }
        });
        Assert.Equal(before, Now());
        Assert.Equal(ScalarType.Float32, Product());
    }

    [Fact]
    public void EachThreadHasItsOwn()
    {
        ScalarType? elsewhere = null;
        using (Autocast.On(Bf16))
        {
            var thread = new Thread(() =>
            {
                elsewhere = Product();
                using (Autocast.On(Fp16))
                {
                    Product();
                }
            });
            thread.Start();
            thread.Join();
            Assert.Equal(ScalarType.BFloat16, Product());
        }
        Assert.Equal(ScalarType.Float32, elsewhere);
    }

    public void Dispose() => _scope.Dispose();

    private static (bool IsEnabled, ScalarType Dtype, bool KeepsCasts) Now()
    {
        var state = Autocast.State();
        return (state.IsEnabled(DeviceType.CPU), state.Dtype(DeviceType.CPU), state.KeepsCasts);
    }

    private static ScalarType Product()
    {
        using var one = torch.ones(1, 1);
        using var product = one.mm(one);
        return product.dtype;
    }
}

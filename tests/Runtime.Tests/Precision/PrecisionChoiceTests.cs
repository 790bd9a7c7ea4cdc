using Microsoft.Extensions.Logging;
using TorchSharp;
using TrainSdk.Native;
using TrainSdk.Precision;

namespace TrainSdk.Runtime.Tests.Precision;

public sealed class PrecisionChoiceTests
{
    private const string Missing = "libtorch does not export it";

    [Theory]
    [InlineData(AmpMode.Auto, DeviceType.CUDA, 9, false, "bf16")]
    [InlineData(AmpMode.Auto, DeviceType.CUDA, 8, false, "bf16")]
    [InlineData(AmpMode.Auto, DeviceType.CUDA, 7, true, "fp16")]
    [InlineData(AmpMode.Auto, DeviceType.CUDA, null, true, "fp16")]
    [InlineData(AmpMode.Auto, DeviceType.CPU, null, true, "bf16")]
    [InlineData(AmpMode.Auto, DeviceType.CPU, null, false, "float32")]
    [InlineData(AmpMode.Off, DeviceType.CUDA, 9, true, "float32")]
    [InlineData(AmpMode.Off, DeviceType.CPU, null, true, "float32")]
    [InlineData(AmpMode.Bf16, DeviceType.CUDA, 7, false, "bf16")]
    [InlineData(AmpMode.Bf16, DeviceType.CUDA, null, false, "bf16")]
    [InlineData(AmpMode.Bf16, DeviceType.CPU, null, true, "bf16")]
    [InlineData(AmpMode.Bf16, DeviceType.CPU, null, false, "bf16")]
    [InlineData(AmpMode.Fp16, DeviceType.CUDA, 9, false, "fp16")]
    public void TheDeviceDecides(AmpMode mode, DeviceType device, int? cudaMajor, bool hasNativeBf16, string expected)
    {
        var precision = PrecisionChoice.Of(mode, new PrecisionFacts(device, cudaMajor, hasNativeBf16, null)).Precision;
        Assert.Equal(expected, precision.ToString());
        Assert.Equal(expected == "fp16", precision.NeedsScaler);
        Assert.Equal(expected == "float32" ? MixedPrecision.Off.Device : device, precision.Device);
    }

    [Theory]
    [InlineData(AmpMode.Auto, true, null, null, LogLevel.Information)]
    [InlineData(AmpMode.Auto, false, null,
        "Amp computes in float32: this CPU has no bf16 instructions; --amp bf16 emulates them, slowly", LogLevel.Information)]
    [InlineData(AmpMode.Auto, true, Missing,
        "Amp computes in float32: autocast is not available, libtorch does not export it", LogLevel.Warning)]
    [InlineData(AmpMode.Off, false, Missing, null, LogLevel.Information)]
    [InlineData(AmpMode.Bf16, true, null, null, LogLevel.Information)]
    [InlineData(AmpMode.Bf16, false, null,
        "Amp is bf16 but this CPU has no bf16 instructions: they are emulated, slower than float32; use --amp auto or off", LogLevel.Warning)]
    public void WhatTheUserShouldKnowIsSaid(AmpMode mode, bool hasNativeBf16, string? problem, string? note, LogLevel level)
    {
        var choice = PrecisionChoice.Of(mode, new PrecisionFacts(DeviceType.CPU, null, hasNativeBf16, problem));
        Assert.Equal((note, level), (choice.Note, choice.Level));
    }

    [Theory]
    [InlineData(AmpMode.Fp16, DeviceType.CPU, null,
        "Amp is fp16 but the device is the CPU, which is slow in it; use --amp auto, bf16 or off")]
    [InlineData(AmpMode.Fp16, DeviceType.CUDA, Missing,
        "Amp is fp16 but autocast is not available, libtorch does not export it; use --amp off")]
    [InlineData(AmpMode.Bf16, DeviceType.CPU, Missing,
        "Amp is bf16 but autocast is not available, libtorch does not export it; use --amp off")]
    public void WhatCannotBeHadIsRefused(AmpMode mode, DeviceType device, string? problem, string message)
    {
        var error = Assert.Throws<TrainException>(() => PrecisionChoice.Of(mode, new PrecisionFacts(device, 8, true, problem)));
        Assert.Equal(message, error.Message);
    }

    [Fact]
    public void WithoutAutocastAutoIsFloat32Everywhere()
    {
        var choice = PrecisionChoice.Of(AmpMode.Auto, new PrecisionFacts(DeviceType.CUDA, 9, true, Missing));
        Assert.Equal((MixedPrecision.Off, LogLevel.Warning), (choice.Precision, choice.Level));
    }

    [Theory]
    [InlineData("Bf16", "cuda:0", "cuda:1", "Bf16")]
    [InlineData("Fp16", "cuda:0", "cpu", "Auto")]
    [InlineData("Bf16", "cpu", "cpu", "Bf16")]
    [InlineData("Off", "cuda:0", "cpu", "Off")]
    [InlineData(null, "cuda:0", "cpu", null)]
    public void OnAnotherKindOfDeviceTheDeviceDecides(string? mode, string trained, string here, string? expected) =>
        Assert.Equal(expected, RunPrecision.ModeElsewhere(mode, trained, new torch.Device(here)));

    [Fact]
    public void AutocastWorksHere() => Assert.Null(Autocast.Problem);

    [Fact]
    public void ThisProcessorIsDescribedAsLinuxDescribesIt()
    {
        if (!File.Exists("/proc/cpuinfo"))
        {
            return;
        }
        var flags = File.ReadLines("/proc/cpuinfo").FirstOrDefault(static line => line.StartsWith("flags", StringComparison.Ordinal)) ?? "";
        var names = flags.Split(' ');
        Assert.Equal(names.Contains("avx512f") && (names.Contains("avx512_bf16") || names.Contains("amx_bf16")), CpuFeatures.HasNativeBf16);
    }

    [Fact]
    public void WithoutADriverTheCapabilityIsNotKnown()
    {
        if (!torch.cuda.is_available())
        {
            Assert.Null(CudaCapability.Major(0));
        }
    }
}

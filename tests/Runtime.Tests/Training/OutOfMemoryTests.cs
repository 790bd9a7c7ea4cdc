using System.Runtime.InteropServices;
using TorchSharp;
using TrainSdk.Data;
using TrainSdk.Native;
using TrainSdk.Runtime.Tests.CommandLine;
using TrainSdk.Runtime.Tests.Shared;
using TrainSdk.Training;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Training;

/// <summary>Memory that does not suffice ends a training with the edit to make.</summary>
public sealed class OutOfMemoryTests
{
    private const string Gpu =
        "CUDA out of memory. Tried to allocate 2.50 GiB. GPU 0 has a total capacity of 7.79 GiB of which 1.2 GiB is free.\nException raised from malloc";

    [Fact]
    public void TheLibrarySaysWhichEditMakesItFit()
    {
        var error = Assert.Throws<TrainException>(() => Train(new RunOptions(), static () => Allocate()));
        Assert.Equal(
            "out of memory with batches of 16 samples (4503599627370496 bytes more were asked for); use BatchSize 8 (--batch-size 8) with "
            + "[Accumulate(2)], which takes the same steps, or [Accumulate(1, Auto = true)], which halves batches that do not fit; the run is "
            + "kept up to its last checkpoint: where there is more memory, resume latest goes on",
            error.Message);
        Assert.IsAssignableFrom<ExternalException>(error.InnerException);
    }

    [Fact]
    public void AGpuSaysHowMuchItLacks()
    {
        var options = new RunOptions { RunDirectory = "here" };
        var error = Assert.Throws<TrainException>(() => Train(options, static () => throw new ExternalException(Gpu)));
        Assert.Contains("(2.50 GiB more were asked for)", error.Message);
        Assert.EndsWith("resume here goes on", error.Message);
    }

    [Fact]
    public void ABatchOfOneCannotBeHalved()
    {
        var error = Assert.Throws<TrainException>(
            () => Train(new RunOptions { WriteRunFolder = false }, static () => Allocate(), new SmallSettings { BatchSize = 1 }));
        Assert.EndsWith("; use a smaller model or smaller inputs", error.Message);
    }

    [Theory]
    [InlineData(true, "[enforce fail at alloc_cpu.cpp:124] err == 0. DefaultCPUAllocator: can't allocate memory: you tried to allocate 8 bytes.")]
    [InlineData(true, "[enforce fail at alloc_cpu.cpp:124] data. DefaultCPUAllocator: not enough memory: you tried to allocate 8 bytes.")]
    [InlineData(true, Gpu)]
    [InlineData(true, "CUDA error: out of memory")]
    [InlineData(true, "CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling `cublasCreate(handle)`")]
    [InlineData(true, "cuDNN error: CUDNN_STATUS_ALLOC_FAILED")]
    [InlineData(false, "mat1 and mat2 shapes cannot be multiplied (4x3 and 4x8)")]
    public void WhatLibtorchSaysOfMemoryIsKnown(bool expected, string message) =>
        Assert.Equal(expected, TorchFailure.IsOutOfMemory(new InvalidOperationException("outer", new ExternalException(message))));

    [Fact]
    public void TheCommandLineSaysTheSameInOneLine()
    {
        using var app = new SampleApp
        {
            Train = static (_, _) =>
            {
                Allocate();
                throw new InvalidOperationException("it fits");
            },
        };
        Assert.StartsWith("out of memory with batches of ", app.Refused("--threads", "1"));
    }

    private static void Allocate() => torch.zeros(1L << 50, dtype: ScalarType.Float32, device: torch.CPU).Dispose();

    private static void Train(RunOptions options, Action step, SmallSettings? settings = null)
    {
        var description = SmallLoop.Describe<SmallNet>() with
        {
            Train = (_, _, _, _) =>
            {
                step();
                throw new InvalidOperationException("it fits");
            },
        };
        description.Train(new DataSplits(Samples.Blobs()), settings ?? new SmallSettings(), options, CancellationToken.None);
    }
}

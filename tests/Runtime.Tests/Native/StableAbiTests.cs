using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp;
using TrainSdk.Native;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Native;

public sealed unsafe class StableAbiTests
{
    [Fact]
    public void OpensHereInTheVersionThatTorchHas()
    {
        Assert.Null(TorchLibrary.Problem);
        Assert.StartsWith(StableAbi.Open().Version + ".", torch.__version__);
    }

    [Fact]
    public void EveryMissingFunctionIsNamed() => Assert.All(
        ExportNames.StableAbi.Concat(ExportNames.TorchSharp),
        static missing => Assert.Equal(
            $"libtorch does not export {missing}",
            Assert.Throws<NotSupportedException>(() => new StableAbi(name => name == missing ? 0 : Address(name))).Message));

    [Fact]
    public void AnOlderVersionAndTheNextMajorAreRefused()
    {
        Assert.Contains("libtorch is 2.9, ", Refusal(&Version2Point9));
        Assert.Contains("libtorch is 3.0, ", Refusal(&Version3Point0));
        Assert.Equal("2.12", new StableAbi(WithVersion(&Version2Point12)).Version);
    }

    [Fact]
    public void CallsAnOperatorThatNamesAnOverload()
    {
        using var scope = NewDisposeScope();
        var abi = StableAbi.Open();
        var (left, right) = (torch.tensor(3f), torch.tensor(5f));
        Span<ulong> stack = [StableValue.Of(abi.NewHandle(left.Handle)), StableValue.Of(abi.NewHandle(right.Handle))];
        abi.Call("aten::mul"u8, "Tensor"u8, stack);
        Assert.Equal(15, Tensor.UnsafeCreateTensor(StableValue.ToHandle(stack[0])).item<float>());
    }

    [Fact]
    public void ARefusedCallNamesItsOperatorAndTheCure()
    {
        var abi = StableAbi.Open();
        var error = Assert.Throws<TrainException>(() => abi.Call("aten::no_such_operator"u8, ""u8, new ulong[1]));
        Assert.StartsWith("libtorch could not run aten::no_such_operator, ", error.Message);
        Assert.Contains("TRAINSDK_NATIVE=torchsharp", error.Message);
    }

    private static string Refusal(delegate* unmanaged[Cdecl]<ulong> version)
    {
        var find = WithVersion(version);
        return Assert.Throws<NotSupportedException>(() => new StableAbi(find)).Message;
    }

    private static Func<string, nint> WithVersion(delegate* unmanaged[Cdecl]<ulong> version)
    {
        var address = (nint)version;
        return name => name == ExportNames.AbiVersion ? address : Address(name);
    }

    private static nint Address(string name) => TorchLibrary.Instance!.TryExport(name, out var address) ? address : 0;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static ulong Version2Point9() => (2UL << 56) | (9UL << 48);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static ulong Version2Point12() => (2UL << 56) | (12UL << 48);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static ulong Version3Point0() => 3UL << 56;
}

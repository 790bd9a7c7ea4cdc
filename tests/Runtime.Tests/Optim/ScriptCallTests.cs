using TorchSharp;
using TrainSdk.Optim.Kernels;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Optim;

public sealed class ScriptCallTests
{
    private const int Calls = 4000;

    // Another thread collects all the time: a number that nothing holds is freed while the call reads it.
    [Fact]
    public void NumbersLiveAsLongAsTheCall()
    {
        using var scope = NewDisposeScope();
        using var unit = jit.compile("def check(first: float, second: float, yes: bool) -> Tensor:\n    return torch.tensor([first, second, float(yes)])\n");
        using var done = new CancellationTokenSource();
        var collector = new Thread(() =>
        {
            while (!done.IsCancellationRequested)
            {
                GC.Collect(0);
                GC.WaitForPendingFinalizers();
            }
        });
        collector.Start();
        try
        {
            for (var call = 0; call < Calls; call++)
            {
                using var answer = unit.Ask("check", 0.5 + call, 2.0, true);
                Assert.Equal([0.5f + call, 2, 1], answer.to(ScalarType.Float32).data<float>().ToArray());
            }
        }
        finally
        {
            done.Cancel();
            collector.Join();
        }
    }
}

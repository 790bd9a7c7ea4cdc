using TorchSharp;

namespace TrainSdk.Optim.Kernels;

/// <summary>
/// Calls of TorchScript functions with numbers. TorchSharp makes a native object of each number, whose managed owner nothing holds during
/// the call: a garbage collection at that moment frees what the call is reading. Here the owners are held until it returns.
/// </summary>
internal static class ScriptCalls
{
    /// <summary>Calls a function that returns nothing.</summary>
    /// <param name="unit">The compiled script.</param>
    /// <param name="function">Name of the function.</param>
    /// <param name="arguments">Tensors, arrays of them, numbers and truth values.</param>
    public static void Call(this torch.jit.CompilationUnit unit, string function, params object[] arguments)
    {
        var held = Held(arguments);
        unit.invoke(function, held);
        Release(held);
    }

    /// <summary>Calls a function that returns a tensor, which belongs to the present dispose scope.</summary>
    /// <param name="unit">The compiled script.</param>
    /// <param name="function">Name of the function.</param>
    /// <param name="arguments">Tensors, arrays of them, numbers and truth values.</param>
    public static torch.Tensor Ask(this torch.jit.CompilationUnit unit, string function, params object[] arguments)
    {
        var held = Held(arguments);
        var answer = unit.invoke<torch.Tensor>(function, held);
        Release(held);
        return answer;
    }

    private static object[] Held(object[] arguments) => [.. arguments.Select(static argument => argument switch
    {
        double number => number.ToScalar(),
        bool flag => flag.ToScalar(),
        _ => argument,
    })];

    private static void Release(object[] held)
    {
        foreach (var number in held.OfType<Scalar>())
        {
            number.Dispose();
        }
        GC.KeepAlive(held);
    }
}

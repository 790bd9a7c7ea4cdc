namespace TrainSdk.Benchmarks.Memory;

/// <summary>What the process held after a number of steps.</summary>
/// <param name="Step">Optimizer steps done.</param>
/// <param name="Megabytes">Resident set.</param>
/// <param name="Managed">Megabytes of it that the garbage collector holds, used or not.</param>
/// <param name="Tensors">Tensors that something still holds or that wait for the garbage collector.</param>
internal sealed record MemoryPoint(long Step, double Megabytes, double Managed, long Tensors);

using TorchSharp;
using TrainSdk.Data;

namespace TrainSdk.Training;

/// <summary>
/// Seeds torch's generators so that what a step draws, dropout above all, depends on the seed and the step alone and not on what ran
/// before.
/// </summary>
public static class Randomness
{
    // Streams from 0 belong to the epochs' permutations; those from -2 down to the first batch of a step, its second, and so on.
    private const long ConstructionStream = -1;
    private const long StepStream = -2;

    /// <summary>Before the model is built: its initial weights depend on the seed alone.</summary>
    public static void AtConstruction(long seed) => Seed(CounterRandom.Bits(seed, ConstructionStream, 0));

    /// <summary>Before a training step.</summary>
    /// <param name="seed">The run's seed.</param>
    /// <param name="step">Optimizer step from 0.</param>
    public static void At(long seed, long step) => At(seed, step, position: 0);

    /// <summary>Before one of several batches that make a training step.</summary>
    /// <param name="seed">The run's seed.</param>
    /// <param name="step">Optimizer step from 0.</param>
    /// <param name="position">The batch's place in the step, from 0; 0 draws what a step of one batch draws.</param>
    public static void At(long seed, long step, int position) => Seed(CounterRandom.Bits(seed, StepStream - position, step));

    private static void Seed(ulong bits)
    {
        torch.manual_seed((long)(bits >> 1)).Dispose();
        if (torch.cuda.is_available())
        {
            torch.cuda.manual_seed_all((long)(bits >> 1));
        }
    }
}

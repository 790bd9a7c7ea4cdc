using TrainSdk.Data;

namespace TrainSdk.Runtime.Tests.Data;

/// <summary>The numbers of batches, copied while they live.</summary>
internal static class BatchInputs
{
    /// <summary>The inputs of each batch, row after row.</summary>
    public static List<float[]> Of(BatchSequence batches)
    {
        var all = new List<float[]>();
        foreach (var batch in batches)
        {
            all.Add([.. batch.Input.data<float>()]);
        }
        return all;
    }
}

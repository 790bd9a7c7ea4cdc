namespace TrainSdk.Data;

/// <summary>Decides in which order, and how often, an epoch visits the training samples.</summary>
public interface ISampler
{
    /// <summary>What a resumed run compares to know that samples are visited as before, such as <c>weighted by class</c>.</summary>
    string Identity { get; }

    /// <summary>
    /// The positions of an epoch's samples, as many as the data set has; batches are cut from it in order. A function of its arguments
    /// alone, so that an epoch is the same in a resumed run.
    /// </summary>
    /// <param name="data">The training split.</param>
    /// <param name="batchSize">Samples per batch.</param>
    /// <param name="seed">The run's seed.</param>
    /// <param name="epoch">Epoch from 0.</param>
    long[] Order(DataSet data, int batchSize, long seed, int epoch);
}

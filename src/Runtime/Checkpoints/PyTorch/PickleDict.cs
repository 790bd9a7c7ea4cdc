namespace TrainSdk.Checkpoints.PyTorch;

/// <summary>A dictionary of a pickle in the order of its entries. Keys are never hashed, so that no choice of keys makes it slow.</summary>
internal sealed class PickleDict
{
    public List<(object? Key, object? Value)> Entries { get; } = [];
}

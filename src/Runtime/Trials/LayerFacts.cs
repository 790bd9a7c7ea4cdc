namespace TrainSdk.Trials;

/// <summary>What a layer is and costs.</summary>
/// <param name="Name">As in the state dict.</param>
/// <param name="Type">Its class.</param>
/// <param name="Shape">Of its output, the samples of a batch as N.</param>
/// <param name="Parameters">Numbers of its own that training may change.</param>
/// <param name="MultiplyAdds">Of the forward pass of one sample; null where the class is not known.</param>
/// <param name="OutputBytes">Of its output for one sample.</param>
internal sealed record LayerFacts(string Name, string Type, string Shape, long Parameters, long? MultiplyAdds, long OutputBytes);

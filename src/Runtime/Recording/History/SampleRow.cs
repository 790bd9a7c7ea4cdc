namespace TrainSdk.Recording.History;

/// <summary>A row of <c>samples.csv</c>: one sample with the kept weights.</summary>
/// <param name="Split"><c>train</c>, <c>validation</c> or <c>test</c>.</param>
/// <param name="Sample">Position in its split, from 0.</param>
/// <param name="Name">What the data call it, such as a file.</param>
/// <param name="Loss">Its own loss.</param>
/// <param name="Predicted">What the model said: a class, a number, or nothing where it says neither.</param>
/// <param name="Actual">What was meant.</param>
internal sealed record SampleRow(string Split, long Sample, string Name, double Loss, string Predicted, string Actual);

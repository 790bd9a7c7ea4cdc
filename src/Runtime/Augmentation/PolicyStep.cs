namespace TrainSdk.Augmentation;

/// <summary>One of the two operations of a learned policy.</summary>
/// <param name="Operation">What is done.</param>
/// <param name="Probability">How often.</param>
/// <param name="Bin">Its magnitude among ten; 0 for operations that have none.</param>
internal readonly record struct PolicyStep(PixelOperation Operation, double Probability, int Bin);

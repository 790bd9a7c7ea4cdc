namespace TrainSdk.Generators.Loop;

/// <summary>What a criterion is, for what changes its arguments or knows what it takes.</summary>
internal enum CriterionForm
{
    /// <summary>A loss of the class's own.</summary>
    Own,

    /// <summary>PyTorch's cross-entropy, of one class per sample or of shares of each.</summary>
    CrossEntropy,

    /// <summary>Ours with weights by class, of one class per sample or of shares of each.</summary>
    WeightedCrossEntropy,

    /// <summary>Ours of one token per place.</summary>
    TokenCrossEntropy,

    /// <summary>Ours of yes and no, for one score or one per label.</summary>
    BinaryCrossEntropy,

    /// <summary>An error of numbers.</summary>
    Error,
}

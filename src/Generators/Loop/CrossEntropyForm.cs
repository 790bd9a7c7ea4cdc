namespace TrainSdk.Generators.Loop;

/// <summary>Which cross-entropy a criterion is, for what changes its arguments.</summary>
internal enum CrossEntropyForm
{
    /// <summary>It is another loss.</summary>
    None,

    /// <summary>PyTorch's, of one class per sample or of shares of each.</summary>
    Plain,

    /// <summary>Ours with weights by class, of one class per sample or of shares of each.</summary>
    Weighted,

    /// <summary>Ours of one token per place.</summary>
    OfTokens,
}

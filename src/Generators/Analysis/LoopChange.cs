namespace TrainSdk.Generators.Analysis;

/// <summary>Something that is new in the loops that a version writes, and that a loop of an older version lacks.</summary>
/// <param name="Version">The first version that has it.</param>
/// <param name="What">What it is, for the owner of an older loop.</param>
internal sealed record LoopChange(string Version, string What);

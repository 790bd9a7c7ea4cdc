namespace TrainSdk.Advice;

/// <summary>What a run shows that should be changed.</summary>
/// <param name="Id">Words with dashes, under which docs/advice.md tells more.</param>
/// <param name="Sentence">What is wrong.</param>
/// <param name="Evidence">The numbers and steps that show it.</param>
/// <param name="Edit">What to change: an attribute as it is to be written, an option, or the place in the model.</param>
internal sealed record Finding(string Id, string Sentence, string Evidence, string Edit);

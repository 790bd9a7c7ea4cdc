namespace TrainSdk.Recording;

/// <summary>One time that a run was resumed.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Epoch">The epoch that it went on in, from 0.</param>
/// <param name="Step">Optimizer steps done before.</param>
/// <param name="Changed">The settings that were changed, as <c>then -> now</c>, by their name in JSON.</param>
internal sealed record Resumption(DateTimeOffset At, int Epoch, long Step, IReadOnlyDictionary<string, string> Changed);

using TrainSdk.Generators.Loop;

namespace TrainSdk.Generators.Analysis.Practice;

/// <summary>What a model's loss takes: scores that it makes probabilities of.</summary>
internal static class Criteria
{
    /// <summary>Whether it is a cross-entropy over classes.</summary>
    public static bool IsCrossEntropy(ModelReview model) => model.HasOwnLoss
        ? model.OwnLossCalls("cross_entropy", "CrossEntropyLoss")
        : Starts(model, "cross_entropy(") || Starts(model, "CrossEntropy.");

    /// <summary>Whether it is a binary cross-entropy of scores.</summary>
    public static bool IsLogistic(ModelReview model) => model.HasOwnLoss
        ? model.OwnLossCalls("binary_cross_entropy_with_logits", "BCEWithLogitsLoss")
        : Starts(model, "BinaryCrossEntropy.");

    private static bool Starts(ModelReview model, string call) =>
        model.Plan.Of(Value.Criterion).Code.StartsWith(call, StringComparison.Ordinal);
}

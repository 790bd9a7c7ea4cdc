using TrainSdk.Generators.Loop;

namespace TrainSdk.Generators.Analysis.Practice;

/// <summary>What a model's loss takes: scores that it makes probabilities of.</summary>
internal static class Criteria
{
    /// <summary>Whether it is a cross-entropy over classes.</summary>
    public static bool IsCrossEntropy(ModelReview model) => model.HasOwnLoss
        ? model.OwnLossCalls("cross_entropy", "CrossEntropyLoss")
        : model.Plan.IsCrossEntropy;

    /// <summary>Whether it is a binary cross-entropy of scores.</summary>
    public static bool IsLogistic(ModelReview model) => model.HasOwnLoss
        ? model.OwnLossCalls("binary_cross_entropy_with_logits", "BCEWithLogitsLoss")
        : model.Plan.Criterion == CriterionForm.BinaryCrossEntropy;
}

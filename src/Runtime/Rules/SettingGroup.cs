namespace TrainSdk.Rules;

/// <summary>Where a setting stands in <c>--help</c> and in the documentation; shown in this order.</summary>
internal enum SettingGroup
{
    /// <summary>The numbers of <c>[Hyperparams]</c>.</summary>
    Training,

    /// <summary>What is done to training samples.</summary>
    Augmentation,

    /// <summary>The optimizer's.</summary>
    Optimizer,

    /// <summary>How the learning rate moves.</summary>
    Schedule,

    /// <summary>The loss, the gradients and the end of the run.</summary>
    Stability,

    /// <summary>Weights that are there before training.</summary>
    Transfer,
}

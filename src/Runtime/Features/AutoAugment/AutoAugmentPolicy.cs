namespace TrainSdk;

/// <summary>What <c>[AutoAugment]</c>'s operations were learned on.</summary>
public enum AutoAugmentPolicy
{
    /// <summary>Photographs of 1000 classes: mostly colours, and rotation.</summary>
    ImageNet,

    /// <summary>Small photographs of 10 classes: colours and translation.</summary>
    Cifar10,

    /// <summary>House numbers: shears, rotation and inversion.</summary>
    Svhn,
}

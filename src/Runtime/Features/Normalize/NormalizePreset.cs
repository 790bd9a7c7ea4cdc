namespace TrainSdk;

/// <summary>Means and standard deviations that are widely used, by channel of images from 0 to 1.</summary>
public enum NormalizePreset
{
    /// <summary>
    /// ImageNet's: mean 0.485, 0.456, 0.406 and deviation 0.229, 0.224, 0.225. Weights that were trained on it expect these.
    /// </summary>
    ImageNet,

    /// <summary>CIFAR-10's training split: mean 0.4914, 0.4822, 0.4465 and deviation 0.2470, 0.2435, 0.2616.</summary>
    Cifar10,

    /// <summary>MNIST's training split, grey: mean 0.1307 and deviation 0.3081.</summary>
    Mnist,

    /// <summary>Fashion-MNIST's training split, grey: mean 0.2860 and deviation 0.3530.</summary>
    FashionMnist,

    /// <summary>From −1 to 1: mean 0.5 and deviation 0.5 in every channel.</summary>
    Symmetric,
}

namespace TrainSdk.Generators.Analysis.Networks;

/// <summary>The kinds of TorchSharp's modules and functions, by name.</summary>
internal static class LayerKinds
{
    private static readonly HashSet<string> Activations = new(StringComparer.OrdinalIgnoreCase)
    {
        "relu", "relu6", "rrelu", "leaky_relu", "LeakyReLU", "prelu", "elu", "celu", "selu", "gelu", "silu", "mish", "hardswish",
        "hardtanh", "hardsigmoid", "softplus", "softsign", "tanh",
    };

    private static readonly HashSet<string> NeutralModules =
    [
        "GroupNorm", "InstanceNorm1d", "InstanceNorm2d", "InstanceNorm3d", "LayerNorm", "LocalResponseNorm",
        "Dropout1d", "Dropout2d", "Dropout3d", "FeatureAlphaDropout",
    ];

    private static readonly HashSet<string> NeutralFunctions =
    [
        "group_norm", "instance_norm", "layer_norm", "local_response_norm", "dropout1d", "dropout2d", "dropout3d",
        "feature_alpha_dropout", "pad",
    ];

    private static readonly HashSet<string> Reshaping =
    [
        "flatten", "unflatten", "view", "reshape", "squeeze", "unsqueeze", "permute", "transpose", "contiguous", "alias", "to",
        "MoveToOuterDisposeScope", "MoveToOtherDisposeScope", "DetachFromDisposeScope",
    ];

    /// <summary>The kind of a module's class, such as <c>Conv2d</c>.</summary>
    public static LayerKind OfModule(string name) => name switch
    {
        "BatchNorm1d" or "BatchNorm2d" or "BatchNorm3d" => LayerKind.BatchNorm,
        "Dropout" or "AlphaDropout" => LayerKind.Dropout,
        "Flatten" or "Unflatten" or "Identity" => LayerKind.Reshape,
        "Softmax" or "Softmax2d" => LayerKind.Softmax,
        "LogSoftmax" => LayerKind.LogSoftmax,
        "Sigmoid" => LayerKind.Sigmoid,
        "RNN" or "LSTM" or "GRU" or "RNNCell" or "LSTMCell" or "GRUCell" => LayerKind.Recurrent,
        "MultiheadAttention" => LayerKind.Attention,
        "Upsample" or "PixelShuffle" or "PixelUnshuffle" => LayerKind.Resize,
        _ when name.StartsWith("Conv", StringComparison.Ordinal) => LayerKind.Convolution,
        _ when name.StartsWith("Transformer", StringComparison.Ordinal) => LayerKind.Attention,
        _ when IsPool(name) => LayerKind.Resize,
        _ when NeutralModules.Contains(name) || name.Contains("Pad") => LayerKind.Neutral,
        _ => Activations.Contains(name) ? LayerKind.Activation : LayerKind.Opaque,
    };

    /// <summary>The kind of a function or a tensor's method, such as <c>max_pool2d</c> or <c>relu_</c>.</summary>
    public static LayerKind OfFunction(string name) => name.TrimEnd('_') switch
    {
        "batch_norm" => LayerKind.BatchNorm,
        "dropout" or "alpha_dropout" => LayerKind.Dropout,
        "softmax" => LayerKind.Softmax,
        "log_softmax" => LayerKind.LogSoftmax,
        "sigmoid" or "expit" => LayerKind.Sigmoid,
        "scaled_dot_product_attention" => LayerKind.Attention,
        "add" or "cat" or "concat" or "concatenate" or "stack" or "hstack" or "vstack" or "dstack" => LayerKind.Join,
        "interpolate" or "pixel_shuffle" or "pixel_unshuffle" or "mean" or "amax" => LayerKind.Resize,
        var plain when plain.StartsWith("upsample", StringComparison.Ordinal) || IsPool(plain) => LayerKind.Resize,
        var plain when NeutralFunctions.Contains(plain) => LayerKind.Neutral,
        var plain when Reshaping.Contains(plain) => LayerKind.Reshape,
        var plain => Activations.Contains(plain) ? LayerKind.Activation : LayerKind.Opaque,
    };

    private static bool IsPool(string name) => name.IndexOf("pool", StringComparison.OrdinalIgnoreCase) >= 0;
}

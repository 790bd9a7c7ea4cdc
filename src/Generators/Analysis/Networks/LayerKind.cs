namespace TrainSdk.Generators.Analysis.Networks;

/// <summary>What a layer or a function does to its input, as far as the rules ask.</summary>
internal enum LayerKind
{
    /// <summary>What is not known.</summary>
    Opaque,

    /// <summary>An argument of the model.</summary>
    Input,

    /// <summary>A convolution, transposed ones too.</summary>
    Convolution,

    /// <summary>A normalisation by the batch's statistics.</summary>
    BatchNorm,

    /// <summary>A dropout of single elements.</summary>
    Dropout,

    /// <summary>A nonlinear function of each element.</summary>
    Activation,

    /// <summary>What keeps the resolution and is nothing of the above: other norms, dropout of whole channels, padding.</summary>
    Neutral,

    /// <summary>What changes the resolution: pooling, upsampling.</summary>
    Resize,

    /// <summary>What keeps the numbers and changes their arrangement.</summary>
    Reshape,

    /// <summary>A softmax.</summary>
    Softmax,

    /// <summary>The logarithm of a softmax.</summary>
    LogSoftmax,

    /// <summary>A sigmoid.</summary>
    Sigmoid,

    /// <summary>An RNN, LSTM or GRU, or a cell of one.</summary>
    Recurrent,

    /// <summary>An attention, or a transformer of them.</summary>
    Attention,

    /// <summary>A sum or a concatenation of several tensors.</summary>
    Join,
}

using TrainSdk.Settings;

namespace TrainSdk.Training;

/// <summary>Where a run broke down: the step whose gradient was NaN or infinite, and what the replay of its batch has shown.</summary>
public sealed record Divergence
{
    private const int MostNamed = 5;

    /// <summary>Optimizer step from 0; its update was left out, and the weights are those before it.</summary>
    public required long Step { get; init; }

    /// <summary>Epoch from 0.</summary>
    public required int Epoch { get; init; }

    /// <summary>All samples of the step: positions in the training split.</summary>
    public required IReadOnlyList<long> Batch { get; init; }

    /// <summary>
    /// The samples that are not finite at <see cref="Place"/>, positions in the training split; all of the batch where that cannot be told,
    /// as of a loss that is a mean over them.
    /// </summary>
    public required IReadOnlyList<long> Samples { get; init; }

    /// <summary>Names of <see cref="Samples"/>; empty where the data have none.</summary>
    public IReadOnlyList<string> SampleNames { get; init; } = [];

    /// <summary>What was the first to be NaN or infinite.</summary>
    public required DivergencePlace Place { get; init; }

    /// <summary>
    /// Name of the layer as in the state dict and its class, such as <c>norm (BatchNorm1d)</c>; of a gradient the parameter's name. Null
    /// for other places.
    /// </summary>
    public string? Name { get; init; }

    /// <summary>Why the step could not be computed again, where it could not; <see cref="Place"/> is not found then.</summary>
    public string? Problem { get; init; }

    /// <summary>One line: the step, what was not finite, for which samples, and what may help.</summary>
    public override string ToString() =>
        $"diverged at step {NumberText.Format(Step)} (epoch {NumberText.Format(Epoch + 1)}): {What()}{Where()}; {Cure()}";

    private string What() => Place switch
    {
        DivergencePlace.Data => "the data are NaN or infinite",
        DivergencePlace.LayerOutput => $"the output of {Name} is NaN or infinite",
        DivergencePlace.LayerInput => $"what {Name} is given is NaN or infinite",
        DivergencePlace.Loss => "the loss is NaN or infinite",
        DivergencePlace.Gradient => $"the gradient of {Name} is NaN or infinite",
        DivergencePlace.GradientNorm => $"the norm of the gradients overflows, above all that of {Name}",
        _ when Problem is not null => $"the gradient was NaN or infinite; the step could not be computed again ({Problem})",
        _ => "the gradient was NaN or infinite, and was not when the step was computed again",
    };

    private string Where()
    {
        if (Samples.Count == 0)
        {
            return "";
        }
        var isAll = Samples.Count == Batch.Count;
        var named = SampleNames.Count > 0 ? SampleNames : [.. Samples.Select(NumberText.Format)];
        var list = string.Join(", ", named.Take(MostNamed)) + (named.Count > MostNamed ? ", …" : "");
        return isAll
            ? $" for the batch of {NumberText.Format(Batch.Count)} samples ({list} of the training split)"
            : $" for {(named.Count == 1 ? "sample" : $"{NumberText.Format(named.Count)} samples:")} {list} of the training split";
    }

    private string Cure() => Place switch
    {
        DivergencePlace.Data => "correct or remove these samples",
        DivergencePlace.NotFound => "lower --lr, or look at hooks and at state that forward keeps between steps",
        DivergencePlace.Gradient => "lower --lr, or look for a square root or a logarithm of 0 behind it",
        _ => "lower --lr, or add [Warmup] or [ClipGradNorm]",
    };
}

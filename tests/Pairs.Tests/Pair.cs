namespace TrainSdk.Pairs.Tests;

/// <summary>Two parts on one class.</summary>
internal sealed record Pair(Part First, Part Second)
{
    /// <summary>Name of the class.</summary>
    public string ClassName => $"{Word(First)}With{Word(Second)}";

    public TargetKind Target => First.Target ?? Second.Target ?? TargetKind.Classes;

    /// <summary>Whether the inputs are images of bytes in place of rows.</summary>
    public bool HasImages => First.HasImages || Second.HasImages;

    public string Source => $$"""
        using System.Collections.Generic;
        using TorchSharp;
        using TorchSharp.Modules;
        using TrainSdk;
        using TrainSdk.Metrics;
        using TrainSdk.Pairs.Tests;
        using TrainSdk.Recording;
        using TrainSdk.Training;
        using static TorchSharp.torch;
        using static TorchSharp.torch.nn;

        [{{string.Join(", ", Attributes)}}]
        public sealed partial class {{ClassName}} : Module<Tensor, Tensor>
        {
            private readonly Sequential backbone;
            private readonly Linear head;

            public {{ClassName}}() : base("pair")
            {
                backbone = Sequential({{(Target == TargetKind.Tokens ? Tokens : HasImages ? Images + Rows : Rows)}});
                head = Linear(8, {{(Target == TargetKind.Binary ? 1 : Target == TargetKind.Tokens ? 5 : 3)}});
            }

            public override Tensor forward(Tensor input) => head.call(backbone.call(input));
            {{First.Members}}
            {{Second.Members}}
        }
        """;

    private const string Rows = """("fc", Linear(6, 8)), ("norm", BatchNorm1d(8)), ("act", ReLU()), ("drop", Dropout(0.1))""";
    private const string Images = """("flat", Flatten()), """;
    private const string Tokens = """("embedding", Embedding(5, 6)), ("fc", Linear(6, 8)), ("act", ReLU()), ("drop", Dropout(0.1))""";

    private IEnumerable<string> Attributes =>
        new[] { "Hyperparams(Lr = 0.01, BatchSize = 8, Epochs = 4)", First.Attribute, Second.Attribute }.Where(static text => text.Length > 0);

    /// <summary>Both changes; the second part's last, which must not matter.</summary>
    public Recipe Recipe => Second.Apply(First.Apply(Recipe.Of(Target)));

    public override string ToString() => $"{First.Name} with {Second.Name}";

    private static string Word(Part part) => string.Concat(part.Name.Where(char.IsAsciiLetterOrDigit));
}

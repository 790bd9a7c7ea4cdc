using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TrainSdk.Benchmarks.Analyzers;

/// <summary>A project as users write it, of any size: models with and without attributes, blocks, a loop by hand, ordinary code.</summary>
internal static class SyntheticProject
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.CSharp13);

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => Path.GetFileNameWithoutExtension(path) is not ("TrainSdk.Generators" or "TrainSdk.Benchmarks"))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>The files of a project of that many lines, or a few more.</summary>
    public static IReadOnlyList<string> Files(int lines)
    {
        var files = new List<string>();
        for (var left = lines; left > 0; left -= files[^1].AsSpan().Count('\n'))
        {
            files.Add(File(files.Count));
        }
        return files;
    }

    /// <summary>A project of that many models, each in a file of its own beside other code.</summary>
    public static IReadOnlyList<string> Models(int count) => [.. Enumerable.Range(0, count).Select(File)];

    /// <summary>Parses and references them anew, so that nothing is known of them.</summary>
    public static CSharpCompilation Compile(IEnumerable<string> files) => CSharpCompilation.Create(
        "Synthetic",
        files.Select((text, at) => Parse(text, $"File{at}.cs")),
        References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    public static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(text, Options, path);

    /// <summary>Runs a generator over the project's compilations.</summary>
    public static GeneratorDriver Driver(IIncrementalGenerator generator) =>
        CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], parseOptions: Options);

    private static string File(int number) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using TorchSharp;
        using TorchSharp.Modules;
        using TrainSdk;
        using static TorchSharp.torch;
        using static TorchSharp.torch.nn;

        namespace Synthetic.Part{{number}};

        [Hyperparams(Epochs = 20, BatchSize = 128), Classification]
        [AdamW, Cosine, Warmup(2), ClipGradNorm(1.0), EarlyStop(10), Ema(0.999)]
        public sealed partial class Model{{number}} : Module<Tensor, Tensor>
        {
            private readonly Sequential _stem;
            private readonly Block{{number}} _first;
            private readonly Block{{number}} _second;
            private readonly Dropout _dropout;
            private readonly Linear _head;

            public Model{{number}}(int width = 32, double dropout = 0.1) : base("model")
            {
                _stem = Sequential(Conv2d(3, width, 3, padding: 1, bias: false), BatchNorm2d(width), ReLU());
                _first = new Block{{number}}(width, width);
                _second = new Block{{number}}(width, 2 * width);
                _dropout = Dropout(dropout);
                _head = Linear(2 * width, 10);
                RegisterComponents();
            }

            public override Tensor forward(Tensor input)
            {
                var x = _stem.call(input);
                x = _second.call(_first.call(x));
                x = functional.adaptive_avg_pool2d(x, 1).flatten(1);
                return _head.call(_dropout.call(x));
            }
        }

        public sealed class Block{{number}} : Module<Tensor, Tensor>
        {
            private readonly Conv2d _conv;
            private readonly BatchNorm2d _norm;
            private readonly Conv2d? _shortcut;
            private readonly ModuleList<Conv2d> _more;

            public Block{{number}}(int inputs, int outputs) : base("block")
            {
                _conv = Conv2d(inputs, outputs, 3, padding: 1, bias: false);
                _norm = BatchNorm2d(outputs);
                _shortcut = inputs == outputs ? null : Conv2d(inputs, outputs, 1);
                _more = new ModuleList<Conv2d>(Enumerable.Range(0, 2).Select(_ => Conv2d(outputs, outputs, 3, padding: 1)).ToArray());
                RegisterComponents();
            }

            public override Tensor forward(Tensor input)
            {
                var x = functional.relu(_norm.call(_conv.call(input)));
                foreach (var conv in _more)
                {
                    x = functional.relu(conv.call(x));
                }
                return x + (_shortcut?.call(input) ?? input);
            }
        }

        public static class Loop{{number}}
        {
            public static double Train(Module<Tensor, Tensor> model, IReadOnlyList<(Tensor X, Tensor Y)> batches, Device device)
            {
                model.to(device);
                var optimizer = optim.AdamW(model.parameters(), 1e-3);
                var total = 0.0;
                for (var epoch = 0; epoch < 10; epoch++)
                {
                    model.train();
                    foreach (var (x, y) in batches)
                    {
                        using var scope = NewDisposeScope();
                        optimizer.zero_grad();
                        var loss = functional.cross_entropy(model.call(x.to(device)), y.to(device));
                        loss.backward();
                        optimizer.step();
                        total += loss.ToDouble();
                    }
                }
                return total / batches.Count;
            }

            public static IEnumerable<string> Describe(IEnumerable<int> widths)
            {
                var names = new Dictionary<int, string>();
                foreach (var width in widths.Where(static width => width > 0).OrderDescending())
                {
                    names[width] = width switch { < 16 => "small", < 64 => "middle", _ => "large" };
                }
                return names.Select(static pair => $"{pair.Key}: {pair.Value}").Take({{number + 1}});
            }
        }

        """;
}

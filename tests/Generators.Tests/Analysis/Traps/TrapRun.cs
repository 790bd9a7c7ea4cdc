using System.Globalization;
using Microsoft.CodeAnalysis;
using TrainSdk.Generators.Analysis.Traps;
using TrainSdk.Generators.Tests.Harness;

namespace TrainSdk.Generators.Tests.Analysis.Traps;

/// <summary>Runs the analyzer of traps over code that compiles.</summary>
internal static class TrapRun
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading.Tasks;

        """;

    /// <summary>A module class with members; <c>Net</c> is its name.</summary>
    public static string Net(string members, string attributes = "") => $$"""
        {{attributes}}
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            {{members}}
            public override Tensor forward(Tensor input) => input;
        }
        """;

    /// <summary>Code in a method, which has a model, an optimizer and batches.</summary>
    public static string Method(string body, string signature = "void Run()") => $$"""
        public static class Program
        {
            public static {{signature}}
            {
                var model = Sequential(Linear(4, 3), Linear(3, 2));
                var optimizer = optim.SGD(model.parameters(), 0.1);
                var batches = new List<(Tensor X, Tensor Y)>();
                {{body}}
            }
        }
        """;

    /// <summary>The code gets this one diagnostic, at this text, with these words in its message; suppressed, it gets none.</summary>
    public static async Task Only(string id, string at, string code, params string[] words)
    {
        var diagnostic = Assert.Single(await Of(code));
        Assert.Equal(id, diagnostic.Id);
        Assert.Equal(at, diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan));
        var message = diagnostic.GetMessage(CultureInfo.InvariantCulture);
        Assert.DoesNotContain('\n', message);
        Assert.DoesNotMatch(@"\{\d\}", message);
        Assert.All(words, word => Assert.Contains(word, message, StringComparison.Ordinal));
        Assert.Empty(await Of($"#pragma warning disable {id}\n{code}"));
    }

    public static async Task Nothing(string code) => Assert.Empty(await Of(code));

    private static Task<System.Collections.Immutable.ImmutableArray<Diagnostic>> Of(string code)
    {
        var source = Usings + ModelSource.Usings + code;
        Assert.Empty(GeneratorRun.Compile(source).GetDiagnostics().Where(static problem => problem.Severity == DiagnosticSeverity.Error));
        return GeneratorRun.Analyze([new TrapAnalyzer()], source);
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TrainSdk.Generators.Tests.Harness;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace TrainSdk.Generators.Tests.Pipeline;

/// <summary>What each kind of edit makes the generator do again: nothing, where no file of a model can change.</summary>
public sealed class CacheTests
{
    private const int Model = 0;
    private const int Part = 1;
    private const int Other = 2;
    private const int Second = 3;

    private static readonly Project Start = Project.Of(
        $$"""
        {{ModelSource.Usings}}
        namespace App;

        /// <summary>A model.</summary>
        [Hyperparams, AdamW(WeightDecay = 0.01), Freeze("_head"), Warmup(5)]
        [Cosine]
        public sealed partial class First : Module<Tensor, Tensor>
        {
            private const string Title = "first";
            private readonly Linear _head;

            /// <param name="width">Units.</param>
            public First(int width = 3) : base(Title)
            {
                _head = Linear(width, 3);
            }

            public override Tensor forward(Tensor input) => _head.call(input);
        }
        """,
        "namespace App; public partial class First { private double Half(double x) { return x / 2; } }",
        "namespace App; public class Other { public const double Rate = 0.1; public int Count() { return 1; } }",
        ModelSource.With("[Hyperparams(Lr = App.Other.Rate), Freeze(\"_head\")]", name: "Second"));

    private static readonly Dictionary<string, Func<Project, Project>> Silent = new()
    {
        ["nothing"] = static project => project,
        ["a blank line before the class"] = static project => project.Edit(Model, "[Hyperparams", "\n\n[Hyperparams"),
        ["a blank line and a comment in the class"] = static project => project.Edit(Model, "    private readonly", "\n    // a comment\n    private readonly"),
        ["blanks within the attributes"] = static project => project.Edit(Model, "AdamW(WeightDecay = 0.01)", "AdamW( WeightDecay=0.01 )"),
        ["the summary of the class"] = static project => project.Edit(Model, "A model.", "A better model."),
        ["a using"] = static project => project.Edit(Model, "namespace App;", "using System.Text;\nnamespace App;"),
        ["the body of its method"] = static project => project.Edit(Model, "_head.call(input)", "_head.call(input) + 1"),
        ["the body of its constructor"] = static project => project.Edit(Model, "Linear(width, 3)", "Linear(width, 4)"),
        ["the body of a method in its other part"] = static project => project.Edit(Part, "x / 2", "x / 3"),
        ["a layer that is registered by hand"] = static project => project.Edit(Part, "return x / 2;", "register_module(\"more\", null); return x / 2;"),
        ["a method that no loop calls"] = static project => project.Edit(Part, "private double Half", "private double Twice(double x) => 2 * x; private double Half"),
        ["the order of the attributes"] = static project => project.Edit(Model, "Warmup(5)]\n[Cosine]", "Cosine]\n[Warmup(5)]"),
        ["an attribute of somebody else's"] = static project => project.Edit(Model, "[Cosine]", "[Cosine, System.Obsolete]"),
        ["a constant that no attribute reads"] = static project => project.Edit(Model, "\"first\"", "\"1st\""),
        ["the order of its parts"] = static project => project.Remove(Part).Add(project.Compilation.SyntaxTrees[Part].ToString()),
        ["a body in another file"] = static project => project.Edit(Other, "return 1;", "return 2;"),
        ["a member of another class"] = static project => project.Edit(Other, "Count()", "Number()"),
        ["another class"] = static project => project.Edit(Other, "public class Other", "public class More; public class Other"),
        ["another file, broken"] = static project => project.Write(Other, project.Compilation.SyntaxTrees[Other].ToString()[..^3]),
        ["a file that is added"] = static project => project.Add("namespace App; public interface IAdded;"),
        ["a file that is renamed"] = static project => project.Rename(Model, "Renamed.cs"),
        ["a reference"] = static project => project with { Compilation = project.Compilation.AddReferences(Empty()) },
        ["options of the compiler"] = static project => project with
        {
            Compilation = project.Compilation.WithOptions(project.Compilation.Options.WithOverflowChecks(true).WithOptimizationLevel(OptimizationLevel.Release)),
        },
        [".editorconfig"] = static project => project with { Options = new BuildProperties(("indent_size", "2"), ("build_property.TrainBackend", "cuda")) },
    };

    private static readonly Dictionary<string, Func<Project, Project>> Telling = new()
    {
        ["an attribute's argument"] = static project => project.Edit(Model, "Warmup(5)", "Warmup(6)"),
        ["an attribute less"] = static project => project.Edit(Model, "[Cosine]\n", ""),
        ["the same value in other words, which comments repeat"] = static project => project.Edit(Model, "WeightDecay = 0.01", "WeightDecay = 1e-2"),
        ["the comment of a parameter, which --help prints"] = static project => project.Edit(Model, "Units.", "Units of the head."),
        ["the default of a parameter"] = static project => project.Edit(Model, "int width = 3", "int width = 4"),
        ["a field's name, which is a layer's"] = static project => project.Edit(Model, "_head", "_last"),
        ["a layer more"] = static project => project.Edit(Model, "    private readonly Linear _head;", "    private readonly Linear _head, _more;"),
        ["a layer in its other part"] = static project => project.Edit(Part, "private double Half", "private Linear _more; private double Half")
            .Edit(Part, "namespace App;", "using TorchSharp.Modules; namespace App;"),
        ["a hook"] = static project => project.Edit(Part, "private double Half", "partial void OnEpochEnd(in TrainSdk.Recording.EpochSummary epoch) { } private double Half"),
        ["a loss"] = static project => project.Edit(Model, "    public override", "    private static Tensor Loss(Tensor output, Tensor target) => output;\n    public override"),
        ["a class that takes a name of ours"] = static project => project.Edit(Other, "public class Other", "public class Batch; public class Other"),
        ["a file with a name of ours, which nobody names"] = static project => project.Add("namespace App; public class Batch;"),
        ["a namespace with a name of ours, which nobody names"] = static project => project.Add("namespace App.Batch { public class Any; }"),
        ["the namespace of both parts"] = static project => project.Edit(Model, "namespace App;", "namespace Moved;").Edit(Part, "namespace App;", "namespace Moved;"),
    };

    public static TheoryData<string> SilentEdits => [.. Silent.Keys];

    public static TheoryData<string> TellingEdits => [.. Telling.Keys];

    [Theory]
    [MemberData(nameof(SilentEdits))]
    public void Nothing_is_written_again_after(string edit)
    {
        var result = After(Silent[edit]);
        Assert.All(Reasons(result, TrainerGenerator.ParseStep), static reason => Assert.True(reason is Unchanged or Cached, $"Parse: {reason}"));
        Assert.All(Reasons(result, TrainerGenerator.NameStep), static reason => Assert.Equal(Cached, reason));
        Assert.All(Outputs(result), static reason => Assert.Equal(Cached, reason));
    }

    [Theory]
    [MemberData(nameof(TellingEdits))]
    public void The_model_alone_is_written_again_after(string edit)
    {
        var result = After(Telling[edit]);
        Assert.Equal(1, Reasons(result, TrainerGenerator.ParseStep).Count(static reason => reason == Modified));
        Assert.Equal(1, Reasons(result, TrainerGenerator.ParseStep).Count(static reason => reason == Unchanged));
        Assert.Contains(Modified, Outputs(result));
        Assert.Contains(Cached, Outputs(result));
    }

    [Fact]
    public void A_constant_of_another_file_that_an_attribute_reads()
    {
        var result = After(static project => project.Edit(Other, "Rate = 0.1", "Rate = 0.2"));
        Assert.Equal([Unchanged, Modified], Reasons(result, TrainerGenerator.ParseStep));
    }

    [Fact]
    public void A_model_that_goes_leaves_the_other()
    {
        var result = After(static project => project.Remove(Second));
        Assert.Equal([Unchanged, Removed], Reasons(result, TrainerGenerator.ParseStep));
        Assert.Equal([Unchanged, Removed], Reasons(result, TrainerGenerator.NameStep));
    }

    [Fact]
    public void A_model_that_comes_leaves_the_others()
    {
        var result = After(static project => project.Add(ModelSource.With("[Hyperparams]", name: "Third")));
        Assert.Equal([Unchanged, Unchanged, New], Reasons(result, TrainerGenerator.ParseStep));
        Assert.Equal([Unchanged, Unchanged, New], Reasons(result, TrainerGenerator.NameStep));
    }

    [Fact]
    public void Files_of_a_model_whose_text_stays_are_left_as_they_are()
    {
        var files = Reasons(After(static project => project.Edit(Other, "Rate = 0.1", "Rate = 0.2")), TrainerGenerator.FileStep);
        Assert.Contains(Modified, files);
        Assert.Contains(Unchanged, files);
    }

    private static GeneratorRunResult After(Func<Project, Project> edit)
    {
        var driver = Start.RunIn(GeneratorRun.Driver(trackSteps: true));
        return edit(Start).RunIn(driver).GetRunResult().Results.Single();
    }

    private static PortableExecutableReference Empty()
    {
        using var assembly = new MemoryStream();
        Assert.True(CSharpCompilation.Create("Empty", options: new(OutputKind.DynamicallyLinkedLibrary), references: References.All).Emit(assembly).Success);
        return MetadataReference.CreateFromImage(assembly.ToArray());
    }

    private static IncrementalStepRunReason[] Reasons(GeneratorRunResult result, string step)
    {
        var reasons = result.TrackedSteps[step].SelectMany(static run => run.Outputs).Select(static output => output.Reason).ToArray();
        Assert.NotEmpty(reasons);
        return reasons;
    }

    private static IncrementalStepRunReason[] Outputs(GeneratorRunResult result)
    {
        var reasons = result.TrackedOutputSteps.SelectMany(static step => step.Value).SelectMany(static run => run.Outputs)
            .Select(static output => output.Reason).ToArray();
        Assert.NotEmpty(reasons);
        return reasons;
    }
}

extern alias generators;

using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TrainSdk.Benchmarks.Analyzers;
using TrainerGenerator = generators::TrainSdk.Generators.TrainerGenerator;

namespace TrainSdk.Benchmarks.Advising;

/// <summary>Compiles a model class with the real generator, as a build does, and loads it.</summary>
internal static class ModelCompiler
{
    private static readonly Dictionary<string, ITrainable> Compiled = [];

    // What the SDK brings to a project.
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using TrainSdk;
        global using TrainSdk.Data;
        global using TrainSdk.Metrics;
        global using TrainSdk.Serving;
        global using TrainSdk.Training;
        global using TorchSharp;
        global using TorchSharp.Modules;
        global using static TorchSharp.torch;
        global using static TorchSharp.torch.nn;
        global using static TorchSharp.torch.nn.functional;
        global using Tensor = TorchSharp.torch.Tensor;
        """;

    /// <summary>The class, ready to be trained; the same text is compiled once.</summary>
    /// <exception cref="TrainException">It does not compile.</exception>
    public static ITrainable Compile(ModelSource source)
    {
        if (!Compiled.TryGetValue(source.Text, out var trainable))
        {
            Compiled[source.Text] = trainable = Load(Emit(source));
        }
        return trainable;
    }

    private static Assembly Emit(ModelSource source)
    {
        SyntheticProject.Driver(new TrainerGenerator())
            .RunGeneratorsAndUpdateCompilation(SyntheticProject.Compile([Usings, source.Text]), out var generated, out _);
        using var stream = new MemoryStream();
        var errors = generated.Emit(stream).Diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToArray();
        return errors.Length == 0
            ? Assembly.Load(stream.ToArray())
            : throw new TrainException($"{errors[0]} in:\n{source.Text}");
    }

    private static ITrainable Load(Assembly assembly)
    {
        var model = assembly.GetType(ModelSource.ClassName, throwOnError: true)!;
        var description = model.GetNestedType("Training")!.GetProperty("Description")!.GetValue(null)!;
        return (ITrainable)Activator.CreateInstance(
            typeof(Trainable<,>).MakeGenericType(description.GetType().GetGenericArguments()), description)!;
    }
}

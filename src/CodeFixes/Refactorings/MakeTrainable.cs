using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TrainSdk.CodeFixes.Editing;
using TrainSdk.Generators.Parsing;

namespace TrainSdk.CodeFixes.Refactorings;

/// <summary>Gives a TorchSharp model the attributes of a sound start, so that a loop is generated for it.</summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(MakeTrainable)), Shared]
public sealed class MakeTrainable : CodeRefactoringProvider
{
    private const string Marker = "HyperparamsAttribute";
    private const string Namespace = "TrainSdk";

    // Adam's usual rate with decoupled weight decay, warmup and cosine, and a stop that waits for ten validations.
    private static readonly string[] Start =
        ["Hyperparams(Lr = 1e-3, BatchSize = 64, Epochs = 30)", "{0}", "AdamW(WeightDecay = 1e-4)", "Warmup(5), Cosine", "EarlyStop(10)"];

    private static readonly (string Objective, string Meaning)[] Objectives =
        [("Classification", "classes"), ("Regression", "numbers"), ("NextToken", "the next token")];

    /// <inheritdoc/>
    public override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var semantics = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is not CompilationUnitSyntax file
            || root.FindNode(context.Span) is not ClassDeclarationSyntax type
            || !type.Identifier.Span.IntersectsWith(context.Span)
            || semantics?.GetDeclaredSymbol(type, context.CancellationToken) is not INamedTypeSymbol symbol
            || !CanBeTrained(symbol, semantics.Compilation))
        {
            return;
        }
        var needsUsing = !Usings.Knows(semantics, type.SpanStart, Marker);
        foreach (var (objective, meaning) in Objectives)
        {
            context.RegisterRefactoring(CodeAction.Create(
                $"Make {symbol.Name} trainable: it predicts {meaning}",
                _ => Task.FromResult(context.Document.WithSyntaxRoot(Edit(file, type, objective, needsUsing))),
                equivalenceKey: objective));
        }
    }

    private static bool CanBeTrained(INamedTypeSymbol type, Compilation compilation) =>
        compilation.GetTypeByMetadataName($"{Namespace}.{Marker}") is { } marker
        && type is { IsAbstract: false, IsStatic: false, IsRecord: false, IsFileLocal: false, IsGenericType: false }
        && !type.GetAttributes().Any(data => SymbolEqualityComparer.Default.Equals(data.AttributeClass, marker))
        && TorchNames.SelfAndBases(type.BaseType).Any(TorchNames.IsModuleOfTensors);

    private static CompilationUnitSyntax Edit(CompilationUnitSyntax file, ClassDeclarationSyntax type, string objective, bool needsUsing)
    {
        var lines = Start.Select(line => line.Replace("{0}", objective));
        var edited = file.ReplaceNodes(
            type.AncestorsAndSelf().OfType<TypeDeclarationSyntax>(),
            (old, around) => WithPartial(old == type ? AttributeEdits.WithFirst(around, lines) : around));
        return needsUsing ? Usings.Add(edited, Namespace) : edited;
    }

    private static TypeDeclarationSyntax WithPartial(TypeDeclarationSyntax type) =>
        Modifiers.IsPartial(type) ? type : Modifiers.WithPartial(type);
}

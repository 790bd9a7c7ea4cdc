using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TrainSdk.Generators.Parsing;

/// <summary>
/// Tells two compilations apart by all that a model can depend on outside its own files: what the files declare, the references, the
/// options. What was worked out for a file is kept as long as the file.
/// </summary>
internal static class DeclarationsStamp
{
    private static readonly ConditionalWeakTable<Compilation, string> OfCompilations = new();
    private static readonly ConditionalWeakTable<SyntaxTree, string> OfFiles = new();
    private static readonly ConditionalWeakTable<object, string> Numbers = new();
    private static int _lastNumber;

    public static string Of(Compilation compilation, CancellationToken cancel)
    {
        if (OfCompilations.TryGetValue(compilation, out var known))
        {
            return known;
        }
        var parts = compilation.SyntaxTrees.Select(tree => OfFile(tree, cancel))
            .Concat(compilation.References.Select(NumberOf))
            .Append(NumberOf(compilation.Options))
            .Append((compilation as CSharpCompilation)?.LanguageVersion.ToString() ?? "")
            .Append(compilation.AssemblyName ?? "");
        var stamp = Hash(string.Join("\n", parts));
        return OfCompilations.GetValue(compilation, _ => stamp);
    }

    private static string OfFile(SyntaxTree tree, CancellationToken cancel)
    {
        if (OfFiles.TryGetValue(tree, out var known))
        {
            return known;
        }
        var stamp = Hash($"{Written.ByHand(tree)}\n{DeclarationText.Of(tree.GetRoot(cancel))}");
        return OfFiles.GetValue(tree, _ => stamp);
    }

    // The compiler keeps a reference or a set of options as one object for as long as it does not change.
    private static string NumberOf(object thing) => Numbers.GetValue(thing, static _ => $"{Interlocked.Increment(ref _lastNumber)}");

    private static string Hash(string text)
    {
        using var hash = SHA256.Create();
        return Convert.ToBase64String(hash.ComputeHash(Encoding.Unicode.GetBytes(text)));
    }
}

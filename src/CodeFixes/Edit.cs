using Microsoft.CodeAnalysis;

namespace TrainSdk.CodeFixes;

/// <summary>One way to mend a diagnostic.</summary>
/// <param name="Title">What the menu says.</param>
/// <param name="Apply">Gives the file's root with the edit made.</param>
internal sealed record Edit(string Title, Func<SyntaxNode, SyntaxNode> Apply);

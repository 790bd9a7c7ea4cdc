using Microsoft.CodeAnalysis.CSharp;
using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Text;

namespace TrainSdk.Generators.Files;

/// <summary>The registration of layers, parameters and buffers without reflection.</summary>
internal static class ComponentMembers
{
    public static void RegisterComponents(CodeWriter code, LoopPlan plan)
    {
        if (plan.Spec.Components is not { Count: > 0 } components)
        {
            return;
        }
        code.Summary("Makes every layer, parameter and buffer known that is set and not known yet; harmless when called again.");
        code.Block("protected override void RegisterComponents()", () =>
        {
            foreach (var component in components)
            {
                code.Line($"Register({SymbolDisplay.FormatLiteral(component.Name, quote: true)}, {component.Member});");
            }
            code.Blank();
            code.Block("void Register(string name, object? component)", () => Register(code));
        });
        code.Blank();
    }

    private static void Register(CodeWriter code)
    {
        code.Line("var isKnown = _internal_submodules.ContainsKey(name)");
        code.Indented(() => code.Line("|| _internal_params.ContainsKey(name) || _internal_buffers.ContainsKey(name);"));
        code.Block("switch (isKnown ? null : component)", () =>
        {
            Case(code, "nn.Module module", "register_module(name, module);");
            Case(code, "Parameter parameter", "register_parameter(name, parameter);");
            Case(code, "Tensor buffer", "register_buffer(name, buffer);");
        });
    }

    private static void Case(CodeWriter code, string pattern, string statement)
    {
        code.Line($"case {pattern}:");
        code.Indented(() =>
        {
            code.Line(statement);
            code.Line("break;");
        });
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TrainSdk.Generators.Model;
using TrainSdk.Generators.Text;
using TrainSdk.Settings;

namespace TrainSdk.Generators.Parsing;

/// <summary>Turns one optional parameter into a setting: int, long, float, double, bool, string and enums.</summary>
internal static class ParameterReader
{
    /// <summary>The value; null where the parameter is required or of another type.</summary>
    public static ConstructorValue? Read(IParameterSymbol parameter, string help)
    {
        if (!parameter.HasExplicitDefaultValue || parameter.RefKind != RefKind.None || parameter.ExplicitDefaultValue is not { } value)
        {
            return null;
        }
        var name = ConstructorReader.PropertyOf(parameter);
        var setting = parameter.Type.TypeKind == TypeKind.Enum
            ? Choice(name, (INamedTypeSymbol)parameter.Type, value)
            : Simple(name, value, parameter.Type.SpecialType);
        return setting is null ? null : new ConstructorValue(parameter.Name, setting with { Help = help }, value is float);
    }

    private static SettingSpec? Simple(string name, object value, SpecialType type) => (type, value) switch
    {
        (SpecialType.System_Int32, int whole) => new(name, SettingKind.Count, Literal.Of((long)whole), NumberText.Format(whole)),
        (SpecialType.System_Int64, long whole) => new(name, SettingKind.Integer, Literal.Of(whole), NumberText.Format(whole)),
        (SpecialType.System_Double, double number) => new(name, SettingKind.Number, Literal.Of(number), NumberText.Format(number)),
        (SpecialType.System_Single, float number) => new(name, SettingKind.Number, Literal.Of(number), Literal.Of(number)),
        (SpecialType.System_Boolean, bool flag) => new(name, SettingKind.Flag, Literal.Of(flag), Literal.Of(flag)),
        (SpecialType.System_String, string text) => new(name, SettingKind.Word, SymbolDisplay.FormatLiteral(text, quote: true), text),
        _ => null,
    };

    private static SettingSpec? Choice(string name, INamedTypeSymbol type, object value)
    {
        var member = type.GetMembers().OfType<IFieldSymbol>()
            .FirstOrDefault(field => field.HasConstantValue && Equals(field.ConstantValue, value));
        if (member is null || Reach(type) == Accessibility.Private)
        {
            return null;
        }
        var fullName = type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        return new SettingSpec(name, SettingKind.Choice, $"{fullName}.{Identifier.Escape(member.Name)}", member.Name)
        {
            EnumType = fullName,
            IsPublic = Reach(type) == Accessibility.Public,
        };
    }

    private static Accessibility Reach(ISymbol? type)
    {
        var reach = Accessibility.Public;
        for (; type is INamedTypeSymbol; type = type.ContainingType)
        {
            reach = type.DeclaredAccessibility switch
            {
                Accessibility.Public => reach,
                Accessibility.Internal or Accessibility.ProtectedOrInternal when reach != Accessibility.Private => Accessibility.Internal,
                _ => Accessibility.Private,
            };
        }
        return reach;
    }
}

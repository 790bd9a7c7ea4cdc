using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Features;

/// <summary>What is wrong with a number that stands for none of an enum's names.</summary>
internal static class ChoiceComplaint
{
    public static IEnumerable<Complaint> Of<TEnum>(AttributeUse use, string setting, TEnum value, string argument)
        where TEnum : struct, Enum
    {
        if (!Enum.IsDefined(typeof(TEnum), value))
        {
            var detail = $"{setting} is {value} but must be one of {string.Join(", ", Enum.GetNames(typeof(TEnum)))}";
            yield return new Complaint(DiagnosticIds.OutOfRange, use.TypeName, [argument], detail);
        }
    }
}

using TrainSdk.Generators.Model;
using TrainSdk.Generators.Text;
using TrainSdk.Settings;

namespace TrainSdk.Generators.Features;

/// <summary>What goes for every attribute that picks layers by the start of their names.</summary>
internal static class Prefixes
{
    /// <summary>Whether none of its kind before it picks the same layers, or layers whose settings would have the same name.</summary>
    public static bool IsFirst(AttributeUse use, Func<AttributeUse, string> prefixOf, TrainerSpec spec) =>
        SameName(use, prefixOf, spec).First().Written == use.Written;

    /// <summary>Two attributes for the same layers, and layers that the class does not have.</summary>
    /// <param name="use">The attribute.</param>
    /// <param name="prefix">What it picks.</param>
    /// <param name="prefixOf">What another of its kind picks.</param>
    /// <param name="spec">The class.</param>
    public static IEnumerable<Complaint> Complaints(
        AttributeUse use, string prefix, Func<AttributeUse, string> prefixOf, TrainerSpec spec)
    {
        if (!IsFirst(use, prefixOf, spec))
        {
            var both = string.Join(" and ", SameName(use, prefixOf, spec).Select(static same => same.Written));
            yield return new Complaint(DiagnosticIds.SameLayers, use.TypeName, [], both) { Written = use.Written };
        }
        foreach (var missing in Missing(use, prefix, spec))
        {
            yield return missing;
        }
    }

    /// <summary>Layers that the class does not have, where all that it has can be seen.</summary>
    public static IEnumerable<Complaint> Missing(AttributeUse use, string prefix, TrainerSpec spec)
    {
        var layer = prefix.Split('.')[0];
        if (layer.Length > 0 && spec.VisibleLayers is { } layers && !layers.Contains(layer))
        {
            var detail = $"{use.Written} finds nothing: {spec.Name} has no layer \"{layer}\"; it has {string.Join(", ", layers)}";
            yield return new Complaint(DiagnosticIds.NoSuchLayer, use.TypeName, [nameof(prefix)], detail)
            {
                Written = use.Written,
                Cures = NearestName.Find(layer, layers) is { } near
                    ? [Cure.Set("", use.Parameters.FirstOrDefault() ?? nameof(prefix), Literal.Of(near + prefix.Substring(layer.Length)))]
                    : [],
            };
        }
    }

    private static AttributeUse[] SameName(AttributeUse use, Func<AttributeUse, string> prefixOf, TrainerSpec spec) =>
    [
        .. spec.Attributes.Where(other =>
            other.TypeName == use.TypeName && PrefixName.Of(prefixOf(other)) == PrefixName.Of(prefixOf(use))),
    ];
}

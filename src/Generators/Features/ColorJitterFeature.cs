using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Features;

/// <summary><c>[ColorJitter]</c>: training images in other colours.</summary>
internal sealed class ColorJitterFeature : Feature<ColorJitterAttribute>
{
    public override IEnumerable<Complaint> Complaints(AttributeUse use, LoopPlan plan) => ImageInputs.Complaints(use, plan);

    protected override void Contribute(ColorJitterAttribute attribute, AttributeUse use, LoopPlan plan)
    {
        plan.AddNumber(use, "ColorJitterBrightness", attribute.Brightness, nameof(attribute.Brightness));
        plan.AddNumber(use, "ColorJitterContrast", attribute.Contrast, nameof(attribute.Contrast));
        plan.AddNumber(use, "ColorJitterSaturation", attribute.Saturation, nameof(attribute.Saturation));
        plan.AddNumber(use, "ColorJitterHue", attribute.Hue, nameof(attribute.Hue));
        plan.Augment(
            use, Order.Jitter,
            "new ColorJitter("
            + "settings.ColorJitterBrightness, settings.ColorJitterContrast, settings.ColorJitterSaturation, settings.ColorJitterHue)");
    }
}

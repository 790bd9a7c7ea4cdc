using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Features;

/// <summary><c>[Amp]</c>: a scope around the forward pass and its loss, and a scaler around the gradients.</summary>
internal sealed class AmpFeature : Feature<AmpAttribute>
{
    public override IEnumerable<Complaint> Complaints(AttributeUse use, LoopPlan plan)
    {
        var mode = AttributeObject.Rebuild<AmpAttribute>(use).Mode;
        if (!Enum.IsDefined(typeof(AmpMode), mode))
        {
            var words = string.Join(", ", Enum.GetNames(typeof(AmpMode)));
            var detail = $"Amp is {mode} but must be one of {words}; without an argument it chooses by the device";
            yield return new Complaint(DiagnosticIds.OutOfRange, AttributeName, [nameof(AmpAttribute.Mode)], detail);
        }
    }

    protected override void Contribute(AmpAttribute attribute, AttributeUse use, LoopPlan plan)
    {
        plan.AddChoice(use, "Amp", attribute.Mode, nameof(attribute.Mode));
        plan.Add(Slot.Setup, Order.Scale, use, "using var scaler = new GradScaler(run.Precision);", "run.Keep(\"Amp\", scaler);");
        plan.Rewrite(Value.ForwardScope, Order.Scale, use, static _ => "Autocast.On(run.Precision)");
        plan.Rewrite(Value.EvaluationScope, Order.Scale, use, static _ => "Autocast.On(precision)");
        plan.Rewrite(Value.BackwardLoss, Order.Scale, use, static loss => $"scaler.Scale({loss})");
        plan.Add(Slot.GradientsReady, Order.Scale, use, "scaler.Unscale(run.Gradients);");
        plan.Add(Slot.StepDone, Order.Scale, use, "scaler.Update(norm.IsNotFinite);");
    }
}

using static TorchSharp.torch;

namespace TrainSdk.Optim.Updates;

/// <summary>One parameter in a step, with what is kept of it.</summary>
/// <param name="Weight">The parameter; changed in place.</param>
/// <param name="Gradient">Its gradient; not changed.</param>
/// <param name="Kept">Its buffers, in the order of <see cref="Update.Buffers"/>: one each, none where it is not kept.</param>
/// <param name="Coefficients">Its scalars, in the order of <see cref="Update.Coefficients"/>.</param>
internal readonly record struct ParameterSlice(Tensor Weight, Tensor Gradient, Tensor[][] Kept, Tensor[] Coefficients)
{
    /// <summary>A buffer, changed in place.</summary>
    public Tensor Buffer(int position) => Kept[position][0];

    /// <summary>Applies weight decay: to the weight itself, or through the slope, which is what is descended.</summary>
    public Tensor Decay(in StepRates rates, bool isDecoupled)
    {
        if (rates.WeightDecay == 0)
        {
            return Gradient;
        }
        if (isDecoupled)
        {
            Weight.mul_(1 - (rates.Lr * rates.WeightDecay));
            return Gradient;
        }
        return Gradient.add(Weight, alpha: rates.WeightDecay);
    }
}

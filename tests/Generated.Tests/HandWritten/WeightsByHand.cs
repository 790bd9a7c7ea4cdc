using static TorchSharp.torch;

namespace TrainSdk.Generated.Tests.HandWritten;

/// <summary>What an attribute does with a model's weights around the steps, written anew over torch alone.</summary>
internal abstract class WeightsByHand
{
    /// <summary>Once, before the first epoch.</summary>
    public virtual void Start(nn.Module model)
    {
    }

    /// <summary>After the model was put into training mode.</summary>
    public virtual void EpochStart(int epoch)
    {
    }

    /// <summary>After an optimizer step.</summary>
    public virtual void StepDone()
    {
    }

    /// <summary>After an epoch's last step.</summary>
    public virtual void EpochTrained(int epoch)
    {
    }

    /// <summary>Before validation, and after the best weights were offered.</summary>
    public virtual void Swap()
    {
    }

    /// <summary>After the last epoch; whether the weights are final then, in place of the best.</summary>
    /// <param name="inputs">The training samples once more, in the batches of an epoch that was not trained.</param>
    public virtual bool Done(Func<IEnumerable<Tensor>> inputs) => false;
}

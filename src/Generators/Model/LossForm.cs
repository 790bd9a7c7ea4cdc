namespace TrainSdk.Generators.Model;

/// <summary>Which loss a model brings.</summary>
internal enum LossForm
{
    /// <summary>None: the objective's.</summary>
    None,

    /// <summary><c>Tensor Loss(Tensor output, Tensor target)</c>: a mean over samples.</summary>
    Mean,

    /// <summary><c>(Tensor Sum, Tensor Weight) Loss(Tensor output, Tensor target)</c>: a sum and what it is divided by.</summary>
    SumAndWeight,
}

namespace TrainSdk.Recording;

/// <summary>Sums over the steps of one epoch.</summary>
internal sealed class EpochTotals
{
    private double _loss;
    private double _weight;
    private double _gradNorm;
    private long _finiteSteps;

    public long Samples { get; set; }

    public double TrainingSeconds { get; set; }

    public double Lr { get; private set; }

    public long? FirstBadStep { get; private set; }

    /// <summary>Mean loss by sample.</summary>
    public double Loss => _weight > 0 ? _loss / _weight : double.NaN;

    /// <summary>Mean gradient norm over the finite steps.</summary>
    public double GradNorm => _finiteSteps > 0 ? _gradNorm / _finiteSteps : double.NaN;

    public void Add(IReadOnlyList<StepRecord> records)
    {
        foreach (var record in records)
        {
            Lr = record.Lr;
            _loss += record.Loss * record.Weight;
            _weight += record.Weight;
            if (double.IsFinite(record.GradNorm))
            {
                _gradNorm += record.GradNorm;
                _finiteSteps++;
            }
            else
            {
                FirstBadStep ??= record.Step;
            }
        }
    }

    /// <summary>Forgets the epoch, but not the first bad step of the run.</summary>
    public void StartEpoch()
    {
        _loss = _weight = _gradNorm = 0;
        _finiteSteps = 0;
        Samples = 0;
        TrainingSeconds = 0;
    }
}

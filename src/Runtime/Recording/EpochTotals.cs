using TrainSdk.Metrics;
using TrainSdk.State;

namespace TrainSdk.Recording;

/// <summary>Sums over the steps of one epoch.</summary>
/// <param name="toleratesSkips">Whether single steps that are not finite are normal, as a gradient scaler makes them.</param>
internal sealed class EpochTotals(bool toleratesSkips = false) : IStateful
{
    /// <summary>So many steps in a row without a finite gradient are no search for a scale any more: it has fallen a millionfold.</summary>
    private const int MostSkips = 20;

    private const string RowName = "bad_row";
    private const string RowStartName = "bad_row_start";
    private const string LossName = "loss_sum";
    private const string WeightName = "weight_sum";
    private const string GradNormName = "grad_norm_sum";
    private const string FiniteStepsName = "finite_steps";
    private const string SamplesName = "samples";
    private const string LrName = "lr";
    private const string FirstBadStepName = "first_bad_step";

    private int _badRow = toleratesSkips ? MostSkips : 1;
    private long _rowStart;
    private int _row;
    private double _loss;
    private double _weight;
    private double _gradNorm;
    private long _finiteSteps;

    public long Samples { get; set; }

    public double Lr { get; private set; }

    /// <summary>The step at which training broke down: the first that was not finite, or the first of a row of them.</summary>
    public long? FirstBadStep { get; private set; }

    /// <summary>Mean loss by sample over the steps that were not left out.</summary>
    public double Loss => _weight > 0 ? _loss / _weight : double.NaN;

    /// <summary>Mean gradient norm over the finite steps.</summary>
    public double GradNorm => _finiteSteps > 0 ? _gradNorm / _finiteSteps : double.NaN;

    public void Add(IReadOnlyList<StepRecord> records)
    {
        foreach (var record in records)
        {
            Lr = record.Lr;
            if (double.IsFinite(record.GradNorm))
            {
                _loss += record.Loss * record.Weight;
                _weight += record.Weight;
                _gradNorm += record.GradNorm;
                _finiteSteps++;
                _row = 0;
            }
            else
            {
                AddBad(record.Step);
            }
        }
    }

    /// <summary>Takes single steps that are not finite as normal from now on.</summary>
    public void TolerateSkips() => _badRow = MostSkips;

    /// <summary>Forgets the epoch, but not the first bad step of the run, nor a row that goes on.</summary>
    public void StartEpoch()
    {
        _loss = _weight = _gradNorm = 0;
        _finiteSteps = 0;
        Samples = 0;
    }

    /// <summary>The epoch so far.</summary>
    public EpochSummary Summary(int epoch, long step, MetricSet? metrics, Evaluation validation, EpochClock clock) => new()
    {
        Epoch = epoch,
        Step = step,
        Lr = Lr,
        Train = new Evaluation(Loss, metrics?.Read() ?? []),
        Validation = validation,
        GradNorm = GradNorm,
        Seconds = clock.Elapsed.TotalSeconds,
        SamplesPerSecond = Samples / clock.Trained.TotalSeconds,
        Times = clock.Times,
        FirstBadStep = FirstBadStep,
    };

    /// <inheritdoc/>
    public void Save(StateWriter state)
    {
        state.Add(RowName, _row);
        state.Add(RowStartName, _rowStart);
        state.Add(LossName, _loss);
        state.Add(WeightName, _weight);
        state.Add(GradNormName, _gradNorm);
        state.Add(FiniteStepsName, _finiteSteps);
        state.Add(SamplesName, Samples);
        state.Add(LrName, Lr);
        if (FirstBadStep is { } step)
        {
            state.Add(FirstBadStepName, step);
        }
    }

    /// <inheritdoc/>
    public void Load(StateReader state)
    {
        (_row, _rowStart) = ((int)state.Whole(RowName), state.Whole(RowStartName));
        (_loss, _weight) = (state.Number(LossName), state.Number(WeightName));
        (_gradNorm, _finiteSteps) = (state.Number(GradNormName), state.Whole(FiniteStepsName));
        (Samples, Lr) = (state.Whole(SamplesName), state.Number(LrName));
        FirstBadStep = state.Has(FirstBadStepName) ? state.Whole(FirstBadStepName) : null;
    }

    private void AddBad(long step)
    {
        _rowStart = _row == 0 ? step : _rowStart;
        _row++;
        if (_row == _badRow)
        {
            FirstBadStep ??= _rowStart;
        }
    }
}

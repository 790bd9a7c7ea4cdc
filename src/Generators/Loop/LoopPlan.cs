using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Loop;

/// <summary>What the features of one model ask of its loop: lines to add, expressions to rewrite, settings to read.</summary>
internal sealed class LoopPlan(TrainerSpec spec)
{
    private const string New = "new ";

    private readonly List<(Slot Slot, Order Order, string Cause, string[] Lines)> _lines = [];
    private readonly List<(Value Value, Order Order, string Cause, Func<string, string> Rewrite)> _rewrites = [];
    private readonly List<SettingSpec> _settings = [];
    private readonly List<Fragment> _metrics = [];

    /// <summary>The model.</summary>
    public TrainerSpec Spec => spec;

    /// <summary>The learning rate as numbers.</summary>
    public RateSketch Sketch { get; } = new();

    /// <summary>The settings of the attributes, in the order of the catalog of features.</summary>
    public IReadOnlyList<SettingSpec> Settings => _settings;

    /// <summary>The attributes' settings as the rules look at them: invariant text by name.</summary>
    public IReadOnlyDictionary<string, string> Texts =>
        _settings.ToDictionary(static setting => setting.Name, static setting => setting.Text);

    /// <summary>All settings: the attributes', then the constructor's.</summary>
    public IEnumerable<SettingSpec> AllSettings => _settings.Concat(spec.Constructor.Select(static value => value.Setting));

    /// <summary>
    /// Whether the loop asks the schedule for the learning rate of each step. A loop of the user's own does so always: the schedule beside
    /// it still follows the attributes.
    /// </summary>
    public bool HasSchedule =>
        spec.Ejected is not null
        || HasScaledRate
        || _lines.Exists(static line => line.Slot == Slot.RateStart)
        || _rewrites.Exists(static rewrite => rewrite.Value == Value.Rate);

    /// <summary>Whether the schedule starts from another rate than the setting's.</summary>
    public bool HasScaledRate => _rewrites.Exists(static rewrite => rewrite.Value == Value.BaseRate);

    /// <summary>The rate that the schedule starts from.</summary>
    public string BaseRate => HasScaledRate ? "ScaledLr(settings)" : Of(Value.BaseRate).Code;

    /// <summary>The trained parameters as the optimizer is given them.</summary>
    public string Parameters => HasParameterGroups ? "parameters" : Of(Value.Parameters).Code;

    /// <summary>Whether the parameters are more than the run's own list of them.</summary>
    public bool HasParameterGroups => _rewrites.Exists(static rewrite => rewrite.Value == Value.Parameters);

    /// <summary>The optimizer's class, which is named like its attribute.</summary>
    public string OptimizerName
    {
        get
        {
            var call = Of(Value.Optimizer).Code;
            return call.Substring(New.Length, call.IndexOf('(') - New.Length);
        }
    }

    /// <summary>What makes each metric, the objective's first.</summary>
    public IReadOnlyList<Fragment> Metrics =>
        [.. _metrics.Prepend(Of(Value.Metric)).Where(static metric => metric.Code.Length > 0)];

    /// <summary>Whether a metric is measured.</summary>
    public bool HasMetrics => spec.Forward.IsMeasurable && Metrics.Count > 0;

    /// <summary>The call of the model with a batch.</summary>
    public string Call => $"model.call({spec.Forward.Arguments})";

    /// <summary>The call of the model in training.</summary>
    public string TrainingCall => HasMixing ? "model.call(mixed.Input)" : Call;

    /// <summary>Whether training images are changed at random.</summary>
    public bool HasAugmentations => Has(Slot.Augmentations);

    /// <summary>Whether samples of a batch are mixed in training.</summary>
    public bool HasMixing => _rewrites.Exists(static rewrite => rewrite.Value == Value.Mixing);

    /// <summary>Whether the loss comes as a sum and what it is divided by.</summary>
    public bool HasWeightedLoss { get; private set; } = spec.Loss.Form == LossForm.SumAndWeight;

    /// <summary>What the criterion is.</summary>
    public CriterionForm Criterion { get; private set; } = spec.HasOwnLoss ? CriterionForm.Own : CriterionForm.CrossEntropy;

    /// <summary>Whether the criterion is a cross-entropy over classes.</summary>
    public bool IsCrossEntropy =>
        Criterion is CriterionForm.CrossEntropy or CriterionForm.WeightedCrossEntropy or CriterionForm.TokenCrossEntropy;

    /// <summary>Whether validations come within epochs, so that they are a function of their own.</summary>
    public bool ValidatesWithinEpochs => Of(Value.ValidationDue).Code.Length > 0;

    /// <summary>Whether a step takes several batches.</summary>
    public bool HasWindows => Of(Value.Windows).Code.Length > 0;

    /// <summary>Whether the loop's evaluation takes the number type of training: an ejected one may be of other attributes.</summary>
    public bool EvaluatesInPrecision => spec.Ejected?.EvaluatesInPrecision ?? HasPrecision;

    /// <summary>Whether the loop has its loss of a batch as a function, of such batches as the attributes make.</summary>
    public bool GivesBatchLoss => spec.Ejected is not { LossTakes: var taken } || taken == BatchOfLoss;

    /// <summary>The type of the batch that the loss of a batch takes.</summary>
    public string BatchOfLoss => HasMixing ? "MixedBatch" : "Batch";

    /// <summary>Whether the loop lists its augmentations.</summary>
    public bool GivesAugmentations => spec.Ejected?.GivesAugmentations ?? HasAugmentations;

    /// <summary>Whether a forward pass may run in another number type than the model's.</summary>
    public bool HasPrecision => Of(Value.ForwardScope).Code.Length > 0;

    public void Add(Slot slot, Order order, AttributeUse cause, params string[] lines) => _lines.Add((slot, order, cause.Written, lines));

    public void Rewrite(Value value, Order order, AttributeUse cause, Func<string, string> rewrite) =>
        _rewrites.Add((value, order, cause.Written, rewrite));

    /// <summary>Has another criterion than the plain one measured, and descended in training.</summary>
    public void UseCriterion(AttributeUse cause, CriterionForm form, string criterion)
    {
        Rewrite(Value.Criterion, Order.Base, cause, _ => criterion);
        Criterion = form;
    }

    /// <summary>Says that the criterion comes as a sum and what it is divided by.</summary>
    public void LossIsWeighted() => HasWeightedLoss = true;

    /// <summary>Adds a metric behind the objective's.</summary>
    public void AddMetric(AttributeUse cause, string metric) => _metrics.Add(new Fragment(metric, cause.Written));

    /// <summary>Whether a metric of the class is measured.</summary>
    public bool Measures(string type) =>
        Metrics.Any(metric => metric.Code.StartsWith($"{New}{type}(", StringComparison.Ordinal));

    /// <summary>Adds a setting; the first of a name counts.</summary>
    public void Add(SettingSpec setting)
    {
        if (!_settings.Exists(known => string.Equals(known.Name, setting.Name, StringComparison.OrdinalIgnoreCase)))
        {
            _settings.Add(setting);
        }
    }

    /// <summary>Whether anything was added at a place.</summary>
    public bool Has(Slot slot) => _lines.Exists(line => line.Slot == slot);

    /// <summary>The blocks of lines at a place, each with the attribute that caused it.</summary>
    public IEnumerable<(string Cause, string[] Lines)> At(Slot slot) =>
        _lines.Where(line => line.Slot == slot).OrderBy(static line => line.Order).Select(static line => (line.Cause, line.Lines));

    /// <summary>An expression after all rewrites.</summary>
    public Fragment Of(Value value)
    {
        var rewrites = _rewrites.Where(rewrite => rewrite.Value == value).OrderBy(static rewrite => rewrite.Order).ToArray();
        return rewrites.Aggregate(
            PlainForms.Of(value, this), static (plain, rewrite) => plain.Rewritten(rewrite.Rewrite(plain.Code), rewrite.Cause));
    }
}

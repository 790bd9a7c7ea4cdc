using TrainSdk.Generators.Model;
using TrainSdk.Settings;

namespace TrainSdk.Generators.Files;

/// <summary>What becomes of a request to eject: all of it, or nothing and the reasons.</summary>
/// <param name="Ejections">What is handed over.</param>
/// <param name="Problems">Why nothing is; each begins with what kind it is and a tab.</param>
internal sealed record EjectPlan(EquatableArray<Ejection> Ejections, EquatableArray<string> Problems)
{
    public static EjectPlan Of(IReadOnlyList<NamedSpec> models, EjectRequest request)
    {
        var asked = request.Names.Select(name => Asked(name, models)).ToArray();
        var problems = asked.Where(static one => one.Problem.Length > 0).Select(static one => one.Problem).ToArray();
        if (problems.Length > 0)
        {
            return new EjectPlan([], new(problems));
        }
        var ejections = asked.Select(static one => one.Ejection).OfType<Ejection>().GroupBy(static ejection => ejection.Model);
        return new EjectPlan([.. ejections.Select(Together)], []);
    }

    /// <summary>Whether the model's file becomes source of the project.</summary>
    public bool HandsOver(string model, string topic) =>
        Ejections.Any(ejection => ejection.Model == model && ejection.Topics.Contains(topic));

    private static (Ejection? Ejection, string Problem) Asked(string name, IReadOnlyList<NamedSpec> models)
    {
        var isAll = name.EndsWith(EjectRequest.All, StringComparison.OrdinalIgnoreCase);
        var model = isAll ? name.Substring(0, name.Length - EjectRequest.All.Length) : name;
        var exact = models.Where(known => known.HintName == model).ToArray();
        var found = exact.Length > 0
            ? exact
            : models.Where(known => known.HintName.EndsWith("." + model, StringComparison.Ordinal)).ToArray();
        if (found.Length != 1)
        {
            return (null, "unknown\t" + Unknown(model, found.Length > 1 ? found : models, isSeveral: found.Length > 1));
        }
        var open = ModelFiles.TopicsOf(found[0].Spec).Where(topic => isAll || topic == TrainingFile.Topic).ToArray();
        return open.Length == 0
            ? (null, $"present\t{model}'s {(isAll ? "files are" : "training loop is")} source of the project already, with [TrainingLoop]")
            : (new Ejection(found[0].HintName, new(open)), "");
    }

    private static string Unknown(string name, IReadOnlyList<NamedSpec> models, bool isSeveral)
    {
        var names = models.Select(static model => model.HintName).ToArray();
        var list = string.Join(", ", names);
        if (isSeveral)
        {
            return $"'{name}' is the name of several models; write one of {list}";
        }
        if (names.Length == 0)
        {
            return $"'{name}' is no model of this project, which has none: no class carries [Hyperparams]";
        }
        var hint = NearestName.Suggest(name, names.Concat(models.Select(static model => model.Spec.Name)));
        return $"'{name}' is no model of this project, whose models are {list}{hint}";
    }

    private static Ejection Together(IGrouping<string, Ejection> same) =>
        new(same.Key, [.. same.SelectMany(static ejection => ejection.Topics).Distinct()]);
}

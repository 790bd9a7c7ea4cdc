using TrainSdk.Serving;
using TrainSdk.Settings;

namespace TrainSdk.CommandLine;

/// <summary>Writes answers as a table: label, its probability and that of every class; labels and theirs; or numbers.</summary>
internal static class PredictionTable
{
    public static void Write(TextWriter output, IReadOnlyList<Prediction> answers)
    {
        if (answers.Count > 0)
        {
            TextTable.Write(output, [Header(answers[0]), .. answers.Select(Row)]);
        }
    }

    private static string[] Header(Prediction answer) => answer switch
    {
        { Label: not null } => ["label", "probability", .. answer.Probabilities.Keys],
        { Labels: not null } => ["labels", .. answer.Probabilities.Keys],
        _ => [.. answer.Values.Select(static (_, index) => $"value {NumberText.Format(index + 1)}")],
    };

    private static string[] Row(Prediction answer) => answer switch
    {
        { Label: { } label } => [label, Share(answer.Probability ?? 0), .. answer.Probabilities.Values.Select(Share)],
        { Labels: { } labels } => [labels.Count == 0 ? "-" : string.Join(' ', labels), .. answer.Probabilities.Values.Select(Share)],
        _ => [.. answer.Values.Select(HumanNumber.Format)],
    };

    private static string Share(double probability) => HumanNumber.Format(Math.Round(probability, 6));
}

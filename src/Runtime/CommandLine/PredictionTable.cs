using TrainSdk.Serving;
using TrainSdk.Settings;

namespace TrainSdk.CommandLine;

/// <summary>Writes answers as a table: label, its probability and that of every class, or the numbers of a regression.</summary>
internal static class PredictionTable
{
    public static void Write(TextWriter output, IReadOnlyList<Prediction> answers)
    {
        if (answers.Count > 0)
        {
            TextTable.Write(output, [Header(answers[0]), .. answers.Select(Row)]);
        }
    }

    private static string[] Header(Prediction answer) => answer.Label is null
        ? [.. answer.Values.Select(static (_, index) => $"value {NumberText.Format(index + 1)}")]
        : ["label", "probability", .. answer.Probabilities.Keys];

    private static string[] Row(Prediction answer) => answer.Label is null
        ? [.. answer.Values.Select(HumanNumber.Format)]
        : [answer.Label, Share(answer.Probability ?? 0), .. answer.Probabilities.Values.Select(Share)];

    private static string Share(double probability) => HumanNumber.Format(Math.Round(probability, 6));
}

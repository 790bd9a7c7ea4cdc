using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace TrainSdk.Reports.Charts;

/// <summary>Charts as the page's script reads them. Text is escaped so that it can stand within HTML.</summary>
internal static class ChartJson
{
    private const string Digits = "G6";

    public static string Of(IEnumerable<Chart> charts)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartArray();
            foreach (var chart in charts)
            {
                Write(json, chart);
            }
            json.WriteEndArray();
        }
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, Chart chart)
    {
        json.WriteStartObject();
        json.WriteString("unit", chart.Unit);
        json.WriteBoolean("log", chart.IsLog);
        json.WriteBoolean("points", chart.IsPoints);
        json.WriteBoolean("diagonal", chart.IsDiagonal);
        if (chart.StepsPerEpoch is { } steps)
        {
            json.WriteNumber("stepsPerEpoch", steps);
        }
        Marks(json, "moments", chart.Moments);
        Marks(json, "levels", chart.Levels);
        json.WriteStartArray("series");
        foreach (var series in chart.Series)
        {
            Write(json, series);
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ChartSeries series)
    {
        json.WriteStartObject();
        json.WriteString("name", series.Name);
        json.WriteNumber("colour", series.Colour);
        json.WriteBoolean("dashed", series.IsDashed);
        Numbers(json, "x", series.X);
        Numbers(json, "y", series.Y);
        if (series is { Low: { } low, High: { } high })
        {
            Numbers(json, "low", low);
            Numbers(json, "high", high);
        }
        json.WriteEndObject();
    }

    private static void Marks(Utf8JsonWriter json, string name, IReadOnlyList<ChartMark> marks)
    {
        json.WriteStartArray(name);
        foreach (var mark in marks.Where(static mark => double.IsFinite(mark.At)))
        {
            json.WriteStartObject();
            json.WriteNumber("at", mark.At);
            json.WriteString("text", mark.Text);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    // What JSON cannot say is a gap.
    private static void Numbers(Utf8JsonWriter json, string name, IReadOnlyList<double> numbers)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers)
        {
            json.WriteRawValue(double.IsFinite(number) ? number.ToString(Digits, CultureInfo.InvariantCulture) : "null");
        }
        json.WriteEndArray();
    }
}

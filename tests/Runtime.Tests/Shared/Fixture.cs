using System.Text.Json;

namespace TrainSdk.Runtime.Tests.Shared;

/// <summary>Reference numbers that <c>tests/Fixtures/make_fixtures.py</c> made with PyTorch.</summary>
internal static class Fixture
{
    public static JsonElement Open(string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", name + ".json")));
        return document.RootElement.Clone();
    }

    public static double Number(this JsonElement element, string name) => element.GetProperty(name).GetDouble();

    public static double[] Numbers(this JsonElement element, string name) => element.GetProperty(name).Numbers();

    public static double[] Numbers(this JsonElement element) => [.. element.EnumerateArray().Select(static item => item.GetDouble())];

    /// <summary>Compares each pair of numbers, relative to 1 or to the expected number where that is larger.</summary>
    public static void AssertNear(double[] expected, double[] actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.True(
                expected[i].Equals(actual[i]) || Math.Abs(expected[i] - actual[i]) <= tolerance * Math.Max(1, Math.Abs(expected[i])),
                $"number {i}: expected {expected[i]:R}, got {actual[i]:R}");
        }
    }
}

using System.Globalization;

namespace TrainSdk.Runtime.Tests.Settings;

/// <summary>Another culture for the length of a test.</summary>
internal sealed class CultureScope : IDisposable
{
    private readonly CultureInfo _before = CultureInfo.CurrentCulture;

    public CultureScope(string name)
        : this(new CultureInfo(name))
    {
    }

    public CultureScope(CultureInfo culture) => CultureInfo.CurrentCulture = culture;

    public void Dispose() => CultureInfo.CurrentCulture = _before;
}

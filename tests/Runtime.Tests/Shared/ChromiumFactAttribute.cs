using TrainSdk.Runtime.Tests.Reports;

namespace TrainSdk.Runtime.Tests.Shared;

/// <summary>A fact of a page in a browser; .ci/run installs one where it can.</summary>
internal sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute() =>
        Skip = Chromium.Path is null ? "there is no chromium on this machine; 'apt-get install chromium' brings one" : null;
}

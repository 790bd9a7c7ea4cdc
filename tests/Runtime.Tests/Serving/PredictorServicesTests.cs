using Microsoft.Extensions.DependencyInjection;
using TrainSdk.Checkpoints;
using TrainSdk.Runtime.Tests.Shared;
using TrainSdk.Serving;
using TrainSdk.Training;

namespace TrainSdk.Runtime.Tests.Serving;

public sealed class PredictorServicesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void OnePredictorServesTheApplication()
    {
        using var model = new SmallNet();
        SmallLoop.Fit(model, Samples.Splits(), new SmallSettings(), new RunOptions { RunDirectory = _folder.File("run") });
        var services = new ServiceList();
        services.AddPredictor(_folder.File("run"), Load);
        var service = Assert.Single(services);
        Assert.Equal((ServiceLifetime.Singleton, typeof(Predictor<SmallNet>)), (service.Lifetime, service.ServiceType));
        using var served = (Predictor<SmallNet>)service.ImplementationFactory!(null!);
        using var direct = Predictor.For(model);
        Assert.Equal(direct.Predict(new float[4]).Probabilities, served.Predict(new float[4]).Probabilities);
    }

    [Fact]
    public void AMissingRunStopsTheStart() =>
        Assert.Throws<TrainException>(() => new ServiceList().AddPredictor(_folder.File("absent"), Load));

    public void Dispose() => _folder.Dispose();

    private static SmallNet Load(string run)
    {
        var file = WeightsFile.Open(run);
        var model = new SmallNet { Card = file.Card };
        file.CopyInto(model);
        return model;
    }

    private sealed class ServiceList : List<ServiceDescriptor>, IServiceCollection;
}

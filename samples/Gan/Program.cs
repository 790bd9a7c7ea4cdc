// A GAN has two models with an optimizer each, which no single generated loop has. This loop is one's own, of the runtime's pieces.
using System.Globalization;
using TorchSharp;
using TrainSdk.Data;
using TrainSdk.Metrics;
using TrainSdk.Optim;
using TrainSdk.Recording;
using TrainSdk.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

const int Epochs = 100;
const int BatchSize = 128;
const long Seed = 0;
const double GeneratorLr = 1e-3;
const double DiscriminatorLr = 2e-3;

set_num_threads(1);
Randomness.AtConstruction(Seed);
using var generator = new Generator();
using var discriminator = new Discriminator();

// Take the parameters after a model is where it stays: moving makes new ones.
var made = TrainableParameters.Of(generator);
var judged = TrainableParameters.Of(discriminator);
using var madeGradients = new Gradients(made);
using var judgedGradients = new Gradients(judged);
using var makes = new Adam(made, weightDecay: 0, beta1: 0.5);
using var judges = new Adam(judged, weightDecay: 0, beta1: 0.5);

var real = RealPoints.Draw(count: 4096, Seed);
using var batches = BatchLoader.Shuffled(real, InputEncoding.None(RealPoints.Dimensions), BatchSize, Seed, made.Placement);
var folder = RunFolder.Create(directory: null, "Gan");
using var recorder = new Recorder(folder, CPU);

var step = 0L;
for (var epoch = 0; epoch < Epochs; epoch++)
{
    foreach (var batch in batches.Epoch(epoch))
    {
        using var scope = NewDisposeScope();
        Randomness.At(Seed, step);
        var share = 1 - ((double)epoch / Epochs);
        (makes.Lr, judges.Lr) = (GeneratorLr * share, DiscriminatorLr * share);

        // The discriminator learns from real points and made ones; detach keeps the generator out of it.
        var points = generator.call(randn(batch.Count, Generator.NoiseSize));
        var (ofReal, ofMade) = (discriminator.call(batch.Input), discriminator.call(points.detach()));
        var judgement = softplus(-ofReal).mean() + softplus(ofMade).mean();
        judgement.backward();
        judges.Step(skipIf: judgedGradients.Norm().IsNotFinite);
        judgedGradients.Clear();

        // The generator learns to be taken for real. The discriminator's gradients of this pass are not wanted.
        var loss = softplus(-discriminator.call(points)).mean();
        loss.backward();
        var norm = madeGradients.Norm();
        makes.Step(skipIf: norm.IsNotFinite);
        madeGradients.Clear();
        judgedGradients.Clear();

        recorder.Step(step, epoch, makes.Lr, loss, batch.Count, norm);
        step++;
    }
    recorder.TrainingDone();
    var summary = recorder.Epoch(epoch, step, metrics: null, Evaluation.None);
    if (epoch % 20 == 19)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"epoch {epoch + 1}/{Epochs}  generator loss {summary.Train.Loss:F3}"));
    }
}

Report();
Console.WriteLine($"run {folder.Path}");

// Mean and covariance of made points beside those of the distribution.
void Report()
{
    using var inference = inference_mode();
    using var scope = NewDisposeScope();
    Randomness.At(Seed, step);
    var points = generator.call(randn(20_000, Generator.NoiseSize)).to(ScalarType.Float64);
    var mean = points.mean([0]);
    var covariance = (points - mean).t().matmul(points - mean) / points.shape[0];
    Print("mean", mean.data<double>().ToArray(), RealPoints.Mean);
    Print("covariance", [covariance[0, 0].ToDouble(), covariance[0, 1].ToDouble(), covariance[1, 1].ToDouble()], RealPoints.Covariance);
}

static void Print(string what, double[] made, double[] real) => Console.WriteLine(
    $"{what} {string.Join(' ', made.Select(Text))} (real {string.Join(' ', real.Select(Text))})");

static string Text(double value) => value.ToString("F2", CultureInfo.InvariantCulture);

using SkiaSharp;
using TorchSharp;
using TrainSdk.Checkpoints;
using TrainSdk.CommandLine;
using TrainSdk.Data;
using TrainSdk.Images;
using TrainSdk.Recording;
using TrainSdk.Runtime.Tests.Shared;
using TrainSdk.Serving;
using TrainSdk.Text;
using TrainSdk.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TrainSdk.Runtime.Tests.CommandLine;

/// <summary><c>--data</c>: other samples in place of the app's own, in their form, and only where they fit the model.</summary>
public sealed class OwnDataTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void ARunOnATableIsMeasuredAndGoesOnWithThatTable()
    {
        using var app = new SampleApp();
        var table = Table("flowers.csv", columns: 4, classes: 3);

        Assert.Equal(ExitCode.Done, app.Run("--data", table, "--run-dir", app.RunFolder, "--epochs", "1", "--batch-size", "8", "--threads", "1", "--warmup", "0"));
        Assert.Contains("samples train 39, validation 9, test 12", app.Output, StringComparison.Ordinal);
        Assert.Contains($"\"path\": \"{table}\"", File.ReadAllText(Path.Combine(app.RunFolder, "config.json")), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, app.Run("evaluate", app.RunFolder));
        Assert.Equal(ExitCode.Done, app.Run("resume", app.RunFolder, "--epochs", "2"));

        File.AppendAllText(table, "9,9,9,9,lily\n");
        Assert.Contains("these are other data than it was trained on", Refused("resume", app.RunFolder, "--epochs", "3"), StringComparison.Ordinal);
    }

    [Fact]
    public void TheLabelMayBeAnotherColumn()
    {
        using var app = new SampleApp();
        File.WriteAllLines(_folder.File("first.csv"), ["kind,a,b,c,d", .. Enumerable.Range(0, 30).Select(static i => $"{"xyz"[i % 3]},{i},{i % 7},2,{i * 3 % 5}")]);
        Assert.Equal(ExitCode.Done, app.Run("check", "data", "--data", _folder.File("first.csv"), "--label", "kind", "--sheet", _folder.File("data.html")));
        Assert.Contains("values a  0 to ", app.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void DataThatDoNotFitTheModelAreRefusedWithWhatToChange()
    {
        var (five, wide) = (Table("five.csv", columns: 4, classes: 5), Table("wide.csv", columns: 6, classes: 3));
        Assert.EndsWith(
            $"tells 3 classes apart, and {five} has 5 (aster, lily, phlox, rose, tulip); let the model's last layer give 5 scores",
            Refused("--data", five), StringComparison.Ordinal);
        var message = Refused("--data", wide);
        Assert.StartsWith($"SmallNet does not take the inputs [6] of {wide}: ", message, StringComparison.Ordinal);
        Assert.EndsWith("; let its first layer take them", message, StringComparison.Ordinal);
        Assert.StartsWith($"--data: {_folder.Path} is a folder of pictures, and the model takes inputs [4]", Refused("--data", _folder.Path), StringComparison.Ordinal);
        Assert.StartsWith("--data: there is no folder and no file ", Refused("--data", "nowhere"), StringComparison.Ordinal);
        File.WriteAllText(_folder.File("a.zip"), "");
        Assert.Contains("is neither a folder of pictures nor", Refused("--data", _folder.File("a.zip")), StringComparison.Ordinal);
        File.WriteAllText(_folder.File("a.txt"), "abc");
        Assert.Contains("is a text, and the model takes inputs [4]", Refused("--data", _folder.File("a.txt")), StringComparison.Ordinal);
        Assert.Equal("--label says how to read --data, which is not given", Refused("--label", "kind"));
        Assert.Equal("--image-size: '8x' is not a size such as 64 or 64x48", Refused("--data", five, "--image-size", "8x"));
    }

    [Fact]
    public void PicturesTakeTheSizeAndTheChannelsOfTheAppsOwn()
    {
        Pictures("all/cat", "all/dog");
        var data = Load(new RecordedData(_folder.File("all"), null, null));
        Assert.Equal(["cat", "dog"], data.Train.ClassNames);
        Assert.Equal([1L, 2, 2], data.Train.InputShape);
        Assert.Equal((12, 4, 4), (data.Train.Count, data.Validation!.Count, data.Test!.Count));
        Assert.Equal(ImageFit.Crop, data.Encoding.Fit);
        Assert.Equal([1L, 4, 6], Load(new RecordedData(_folder.File("all"), "4x6", null)).Train.InputShape);
    }

    [Fact]
    public void PicturesThatCannotBeReadAreLeftOutWhereThatIsAskedFor()
    {
        Pictures("all/cat", "all/dog");
        foreach (var file in Directory.EnumerateFiles(_folder.File("all/cat")).Take(4))
        {
            File.WriteAllText(file, "no picture");
        }
        var data = Load(new RecordedData(_folder.File("all"), null, null, "skip"));
        Assert.All([data.Train, data.Validation!, data.Test!], static split => Assert.Equal(OnBadSample.Skip, split.OnBadSample));
        Assert.Equal(16, data.Train.ToMemory().Count + data.Validation!.ToMemory().Count + data.Test!.ToMemory().Count);
        Assert.Equal(4, data.Train.BadSamples.Count);
    }

    [Fact]
    public void AFolderThatIsSplitStaysSplit()
    {
        Pictures("split/train/cat", "split/train/dog", "split/test/cat", "split/test/dog");
        var data = Load(new RecordedData(_folder.File("split"), null, null));
        Assert.Equal((16, 4, 20), (data.Train.Count, data.Validation!.Count, data.Test!.Count));
        Pictures("split/val/dog");
        Assert.Equal((20, 10, 20), Load(new RecordedData(_folder.File("split"), null, null)) is var whole
            ? (whole.Train.Count, whole.Validation!.Count, whole.Test!.Count) : default);
    }

    [Fact]
    public void TextsTakeTheVocabularyOfTheAppsOwn()
    {
        File.WriteAllLines(_folder.File("own.txt"), Enumerable.Range(100, 40).Select(static i => $"{i}"));
        File.WriteAllLines(_folder.File("other.txt"), Enumerable.Range(2000, 50).Select(static i => $"{i}"));
        var own = TextFile.Load(_folder.File("own.txt"), new TextOptions { Lines = true });
        var data = OwnData.Load(App(own), new SmallSettings(), new RecordedData(_folder.File("other.txt"), null, null));
        Assert.Equal(own.RawInput!.Vocabulary, data.Encoding.Vocabulary);
        Assert.Equal(50, data.Train.Count + data.Validation!.Count + data.Test!.Count);
        File.AppendAllText(_folder.File("other.txt"), "12x\n");
        Assert.Contains("line 51: the character 'x'", Assert.Throws<TrainException>(
            () => OwnData.Load(App(own), new SmallSettings(), new RecordedData(_folder.File("other.txt"), null, null))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void APictureIsAnsweredAsItsTrainingSawIt()
    {
        Pictures("all/cat", "all/dog");
        var data = Load(new RecordedData(_folder.File("all"), null, null));
        using var model = new PictureNet { Card = new ModelCard { Model = "PictureNet", Encoding = data.Encoding, ClassNames = data.Train.ClassNames } };
        using var predictor = Predictor.For(model);
        var path = data.Train.NameOf(3);
        var pixels = new byte[4];
        data.Train.Sources[0].Read(3, pixels);
        Assert.Equal(
            predictor.Predict(Array.ConvertAll(pixels, static pixel => (float)pixel)).Probabilities,
            Assert.Single(predictor.PredictFile(path)).Probabilities);
        model.Card = model.Card with { Encoding = data.Encoding with { Fit = null } };
        using var numbers = Predictor.For(model);
        Assert.Contains("was not trained on pictures in files", Assert.Throws<TrainException>(() => numbers.PredictFile(path)).Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static string Refused(params string[] args)
    {
        using var app = new SampleApp();
        return app.Refused(args);
    }

    private string Table(string name, int columns, int classes)
    {
        string[] kinds = ["rose", "lily", "aster", "phlox", "tulip"];
        var rows = Enumerable.Range(0, 60).Select(row =>
            string.Join(',', Enumerable.Range(0, columns).Select(column => $"{(row * (column + 3) % 17) + 0.5}").Append(kinds[row % classes])));
        File.WriteAllLines(_folder.File(name), [string.Join(',', Enumerable.Range(0, columns).Select(static column => $"c{column}").Append("kind")), .. rows]);
        return _folder.File(name);
    }

    private void Pictures(params string[] folders)
    {
        foreach (var (kind, folder) in folders.Index())
        {
            Directory.CreateDirectory(_folder.File(folder));
            for (var at = 0; at < 10; at++)
            {
                using var picture = new SKBitmap(6, 5);
                picture.Erase(new SKColor((byte)(at * 20), (byte)(kind * 60), 90));
                using var file = File.Create(_folder.File($"{folder}/{at}.png"));
                picture.Encode(file, SKEncodedImageFormat.Png, 100);
            }
        }
    }

    private static DataSplits Load(RecordedData given) => OwnData.Load(
        App(new DataSet(zeros(4, 1, 2, 2).to(ScalarType.Byte), zeros(4, dtype: ScalarType.Int64), ["no", "yes"])), new SmallSettings(), given);

    private static TrainedApp<PictureNet, SmallSettings> App(DataSet own) => new(
        new ModelDescription<PictureNet, SmallSettings>
        {
            Name = nameof(PictureNet),
            Settings = SmallSettings.Table,
            Lr = static (_, _, _) => 0,
            Build = static _ => new PictureNet(),
            Train = static (_, _, _, _) => throw new NotSupportedException(),
            Evaluate = static (_, _, _, _, _) => throw new NotSupportedException(),
        },
        _ => new DataSplits(own),
        new Surroundings(TextWriter.Null, TextWriter.Null, new Dictionary<string, string>()));

    /// <summary>Two scores of the mean, whatever the size.</summary>
    private sealed class PictureNet : Module<Tensor, Tensor>, ITrainedModel
    {
        private readonly TorchSharp.Modules.Linear _head = Linear(1, 2);

        public PictureNet()
            : base(nameof(PictureNet)) => RegisterComponents();

        public ModelCard? Card { get; set; }

        public override Tensor forward(Tensor input) => _head.call(input.to(ScalarType.Float32).flatten(1).mean([1], keepdim: true));
    }
}

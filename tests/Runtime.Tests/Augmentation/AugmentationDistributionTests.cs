using TrainSdk.Augmentation;
using TrainSdk.Data;

namespace TrainSdk.Runtime.Tests.Augmentation;

/// <summary>What is drawn at random has exact probabilities.</summary>
public sealed class AugmentationDistributionTests
{
    private const int Draws = 20_000;

    private delegate T Draw<T>(ref SampleRandom random);

    [Fact]
    public void EveryPlaceOfACropIsEquallyLikely()
    {
        var picture = Picture.Counting(1, 9, 9);
        var crop = new RandomCrop(2);
        var places = new List<(int, int)>();
        for (var sample = 0; sample < Draws; sample++)
        {
            var random = RandomOf(sample);
            var changed = picture.Changed(image => crop.Apply(image, ref random));
            // the middle pixel's place among the original's tells where the image has gone
            var middle = changed[(4 * 9) + 4] - 1;
            places.Add((middle / 9, middle % 9));
        }
        Distribution.AssertUniform([.. from row in Enumerable.Range(2, 5) from column in Enumerable.Range(2, 5) select (row, column)], places);
    }

    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0.25, 0.6)]
    [InlineData(1, 0.5)]
    public void FlipsComeAsOftenAsAsked(double horizontal, double vertical)
    {
        var picture = Picture.Counting(1, 2, 2);
        var flip = new Flip(horizontal, vertical);
        var first = Enumerable.Range(0, Draws).Select(sample =>
        {
            var random = RandomOf(sample);
            return (int)picture.Changed(image => flip.Apply(image, ref random))[0];
        });
        Distribution.AssertFits(
            new Dictionary<int, double>
            {
                [1] = (1 - horizontal) * (1 - vertical),
                [2] = horizontal * (1 - vertical),
                [3] = (1 - horizontal) * vertical,
                [4] = horizontal * vertical,
            },
            first);
    }

    [Fact]
    public void RandAugmentDrawsEachOfFourteenOperationsEitherWay()
    {
        var augment = new RandAugment(magnitude: 9);
        var drawn = Drawn((ref SampleRandom random) => augment.Pick(24, 20, ref random));
        var expected = Operations().ToDictionary(
            static operation => operation, operation => Magnitudes.Narrow(operation, 9, 31, 24, 20));
        Distribution.AssertFits(EitherWay(expected.Select(static pair => (pair.Key, pair.Value, 1.0 / 14))), drawn);
    }

    [Fact]
    public void TrivialAugmentDrawsEachMagnitudeOfEachOperation()
    {
        var drawn = Drawn(TrivialAugment.Pick);
        var expected = Operations().SelectMany(static operation =>
            Enumerable.Range(0, 31).Select(bin => (operation, Magnitudes.Wide(operation, bin, 31), 1.0 / 14 / 31)));
        Distribution.AssertFits(EitherWay(expected), drawn);
    }

    [Fact]
    public void AStepOfALearnedPolicyComesAsOftenAsItsTableSays()
    {
        var step = new PolicyStep(PixelOperation.ShearX, 0.3, 4);
        var drawn = Drawn((ref SampleRandom random) => AutoAugment.Pick(step, 24, 20, ref random));
        var magnitude = Magnitudes.Narrow(PixelOperation.ShearX, 4, 10, 24, 20);
        Distribution.AssertFits(
            new Dictionary<PickedOperation, double>
            {
                [default] = 0.7,
                [new(PixelOperation.ShearX, magnitude)] = 0.15,
                [new(PixelOperation.ShearX, -magnitude)] = 0.15,
            },
            drawn);
    }

    [Fact]
    public void APairOfALearnedPolicyIsDrawnLikeAnyOther()
    {
        // of the whole policy only what it does is seen: how often an image is left as it is follows from the table
        var picture = Picture.Named("colours");
        var augment = new AutoAugment(AutoAugmentPolicy.Svhn);
        var identical = Enumerable.Range(0, 4000).Select(sample =>
        {
            var random = RandomOf(sample);
            return picture.Changed(image => augment.Apply(image, ref random)).AsSpan().SequenceEqual(picture.Bytes);
        });
        var untouched = AutoAugment.Pairs(AutoAugmentPolicy.Svhn)
            .Average(static pair => (1 - pair.First.Probability) * (1 - pair.Second.Probability));
        // two inversions cancel out nowhere in this policy, and every operation changes this picture
        Distribution.AssertFits(new Dictionary<bool, double> { [true] = untouched, [false] = 1 - untouched }, identical);
    }

    [Fact]
    public void JitterComesInEveryOrder()
    {
        var drawn = Drawn(static (ref SampleRandom random) =>
        {
            Span<int> order = stackalloc int[4];
            ColorJitter.Shuffle(order, ref random);
            return (order[0], order[1], order[2], order[3]);
        });
        var orders = from a in Enumerable.Range(0, 4)
                     from b in Enumerable.Range(0, 4)
                     from c in Enumerable.Range(0, 4)
                     from d in Enumerable.Range(0, 4)
                     where new[] { a, b, c, d }.Distinct().Count() == 4
                     select (a, b, c, d);
        Distribution.AssertUniform([.. orders], drawn);
    }

    [Theory]
    [InlineData(0.4, 0.6)]
    [InlineData(2, 0)]
    public void JitterOfBrightnessIsUniform(double amount, double lowest)
    {
        // a byte of 1 shows no factor, one of 100 shows it in hundredths
        var picture = new Picture(new SampleForm(TorchSharp.torch.ScalarType.Byte, [1, 1, 1]), [80]);
        var jitter = new ColorJitter(amount, contrast: 0, saturation: 0, hue: 0);
        var bytes = Enumerable.Range(0, Draws).Select(sample =>
        {
            var random = RandomOf(sample);
            return (int)picture.Changed(image => jitter.Apply(image, ref random))[0];
        });
        var (low, high) = (lowest * 80, (1 + amount) * 80);
        var probabilities = Enumerable.Range((int)low, (int)Math.Ceiling(high) - (int)low).ToDictionary(
            static value => value, value => (Math.Min(high, value + 1) - Math.Max(low, value)) / (high - low));
        Distribution.AssertFits(probabilities, bytes);
    }

    private static IEnumerable<PixelOperation> Operations() => Enum.GetValues<PixelOperation>().Except([PixelOperation.Invert]);

    private static Dictionary<PickedOperation, double> EitherWay(IEnumerable<(PixelOperation Operation, double Magnitude, double Probability)> cells) =>
        cells.SelectMany(static cell => Magnitudes.IsSigned(cell.Operation)
                ? new[] { (new PickedOperation(cell.Operation, cell.Magnitude), cell.Probability / 2), (new(cell.Operation, -cell.Magnitude), cell.Probability / 2) }
                : [(new(cell.Operation, cell.Magnitude), cell.Probability)])
            .GroupBy(static cell => cell.Item1)
            .ToDictionary(static cell => cell.Key, static cell => cell.Sum(static one => one.Item2));

    private static SampleRandom RandomOf(int sample) => new(seed: 3, epoch: 1, sample, purpose: 7);

    private static IEnumerable<T> Drawn<T>(Draw<T> draw)
    {
        for (var sample = 0; sample < Draws; sample++)
        {
            var random = RandomOf(sample);
            yield return draw(ref random);
        }
    }
}

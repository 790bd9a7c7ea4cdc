using TorchSharp;
using TrainSdk.Data;
using static TorchSharp.torch;

namespace TrainSdk.Augmentation;

/// <summary>
/// Mixes each sample of a training batch with the one before it: MixUp adds the two (Zhang et al., 2018), CutMix puts a rectangle of one
/// into the other (Yun et al., 2019). The targets are mixed by the same shares. As in torchvision's recipes one share is drawn for a whole
/// batch; batches are shuffled, so that the neighbour is any other sample. Nothing is read from the device.
/// </summary>
/// <param name="seed">The run's seed: what is drawn depends on it, on the step and on the batch's place in it alone.</param>
/// <param name="mixUp">α of MixUp's shares, Beta(α, α); 0 for no MixUp.</param>
/// <param name="cutMix">
/// α of CutMix's shares; 0 for no CutMix. Where both are above 0, each batch is mixed in one way, each as often.
/// </param>
public sealed class BatchMixing(long seed, double mixUp = 0, double cutMix = 0)
{
    private static readonly long Purpose = SampleRandom.PurposeOf("Mixing");

    /// <summary>Mixes a batch, which stays as it is.</summary>
    /// <param name="batch">Inputs [count, …] of numbers; for CutMix images [count, channels, height, width].</param>
    /// <param name="step">Optimizer step from 0.</param>
    /// <param name="position">The batch's place in the step, from 0.</param>
    /// <exception cref="TrainException">The inputs cannot be mixed.</exception>
    public MixedBatch Apply(Batch batch, long step, int position = 0)
    {
        Check(batch);
        var random = new SampleRandom(seed, step, position, Purpose);
        var isMixUp = mixUp > 0 && (cutMix <= 0 || random.Chance(0.5));
        if (!isMixUp && cutMix <= 0)
        {
            return new MixedBatch(batch.Input, batch.Target, share: 1);
        }
        var share = BetaNumber.Draw(isMixUp ? mixUp : cutMix, ref random);
        return isMixUp
            ? Added(batch, share)
            : Cut(batch, CutRectangle((int)batch.Input.shape[2], (int)batch.Input.shape[3], share, ref random));
    }

    /// <summary>The rectangle that CutMix takes from the other sample: about 1 − share of the image, cut off at its edges.</summary>
    internal static Rectangle CutRectangle(int height, int width, double share, ref SampleRandom random)
    {
        var (column, row) = (random.Below(width), random.Below(height));
        var half = 0.5 * Math.Sqrt(1 - share);
        var (halfWidth, halfHeight) = ((int)(half * width), (int)(half * height));
        var (top, left) = (Math.Max(row - halfHeight, 0), Math.Max(column - halfWidth, 0));
        return new Rectangle(top, left, Math.Min(row + halfHeight, height) - top, Math.Min(column + halfWidth, width) - left);
    }

    /// <summary>The batch with a share of each sample and the rest of the one before it.</summary>
    internal static MixedBatch Added(Batch batch, double share)
    {
        var other = batch.Input.roll(1, 0).mul_(1 - share);
        return new MixedBatch(batch.Input.mul(share).add_(other), batch.Target, share);
    }

    /// <summary>The batch with a rectangle of each sample taken from the one before it.</summary>
    internal static MixedBatch Cut(Batch batch, Rectangle cut)
    {
        Tensor Part(Tensor images) => images.narrow(2, cut.Top, cut.Height).narrow(3, cut.Left, cut.Width);
        var mixed = batch.Input.clone();
        Part(mixed).copy_(Part(batch.Input.roll(1, 0)));
        var share = 1 - ((double)cut.Height * cut.Width / (mixed.shape[2] * mixed.shape[3]));
        return new MixedBatch(mixed, batch.Target, share);
    }

    private void Check(Batch batch)
    {
        if (!batch.Input.is_floating_point() || (cutMix > 0 && batch.Input.dim() != 4))
        {
            var taken = cutMix > 0 ? "[CutMix] mixes images [batch, channels, height, width]" : "[MixUp] mixes numbers";
            throw new TrainException(
                $"{taken}, and a batch's inputs are {batch.Input.dtype} [{string.Join(", ", batch.Input.shape)}]; "
                + (cutMix > 0 ? "use [MixUp] for rows, or no mixing" : "remove [MixUp]"));
        }
    }
}

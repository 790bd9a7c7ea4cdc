/// <summary>A variational autoencoder of digits (Kingma and Welling, 2014).</summary>
[Hyperparams(Lr = 1e-3, BatchSize = 128, Epochs = 30), Adam, Amp]
public sealed partial class Vae : Module<Tensor, (Tensor Pixels, Tensor Mean, Tensor LogVariance)>
{
    private readonly Sequential encoder, decoder;
    private readonly Linear toMean, toLogVariance, fromLatent;

    public Vae(int latent = 16)
        : base(nameof(Vae))
    {
        encoder = Sequential(
            Conv2d(1, 32, 3, stride: 2, padding: 1), ReLU(),
            Conv2d(32, 64, 3, stride: 2, padding: 1), ReLU(),
            Flatten());
        toMean = Linear(64 * 7 * 7, latent);
        toLogVariance = Linear(64 * 7 * 7, latent);
        fromLatent = Linear(latent, 64 * 7 * 7);
        decoder = Sequential(
            Unflatten(1, [64, 7, 7]),
            ConvTranspose2d(64, 32, 4, stride: 2, padding: 1), ReLU(),
            ConvTranspose2d(32, 1, 4, stride: 2, padding: 1));
        RegisterComponents();
    }

    public override (Tensor Pixels, Tensor Mean, Tensor LogVariance) forward(Tensor images)
    {
        var x = encoder.call(images);
        var mean = toMean.call(x);
        var logVariance = toLogVariance.call(x);
        var latent = training ? mean + (exp(0.5 * logVariance) * randn_like(mean)) : mean;
        return (decoder.call(relu(fromLatent.call(latent))), mean, logVariance);
    }

    private static Tensor Loss((Tensor Pixels, Tensor Mean, Tensor LogVariance) output, Tensor target)
    {
        var pixels = binary_cross_entropy_with_logits(output.Pixels, target, reduction: Reduction.Sum);
        var divergence = -0.5 * (1 + output.LogVariance - output.Mean.pow(2) - output.LogVariance.exp()).sum();
        return (pixels + divergence) / target.shape[0];
    }
}

/// <summary>A DCGAN (Radford et al., 2016): two models, and a loop by hand.</summary>
public sealed class PictureGenerator : Module<Tensor, Tensor>
{
    private readonly Sequential main;

    public PictureGenerator(int noise = 100, int width = 64)
        : base(nameof(PictureGenerator))
    {
        main = Sequential(
            ConvTranspose2d(noise, 4 * width, 4, bias: false), BatchNorm2d(4 * width), ReLU(true),
            ConvTranspose2d(4 * width, 2 * width, 4, stride: 2, padding: 1, bias: false), BatchNorm2d(2 * width), ReLU(true),
            ConvTranspose2d(2 * width, width, 4, stride: 2, padding: 1, bias: false), BatchNorm2d(width), ReLU(true),
            ConvTranspose2d(width, 3, 4, stride: 2, padding: 1), Tanh());
        RegisterComponents();
    }

    public override Tensor forward(Tensor noise) => main.call(noise);
}

public sealed class PictureDiscriminator : Module<Tensor, Tensor>
{
    private readonly Sequential main;

    public PictureDiscriminator(int width = 64)
        : base(nameof(PictureDiscriminator))
    {
        main = Sequential(
            Conv2d(3, width, 4, stride: 2, padding: 1), LeakyReLU(0.2, inplace: true),
            Conv2d(width, 2 * width, 4, stride: 2, padding: 1, bias: false), BatchNorm2d(2 * width), LeakyReLU(0.2, inplace: true),
            Conv2d(2 * width, 4 * width, 4, stride: 2, padding: 1, bias: false), BatchNorm2d(4 * width), LeakyReLU(0.2, inplace: true),
            Conv2d(4 * width, 1, 4));
        RegisterComponents();
    }

    public override Tensor forward(Tensor pictures) => main.call(pictures).view(-1);
}

public static class GanLoop
{
    public static void Train(IEnumerable<Tensor> batches, Device device)
    {
        var generator = new PictureGenerator();
        var discriminator = new PictureDiscriminator();
        generator.to(device);
        discriminator.to(device);
        var makes = optim.Adam(generator.parameters(), 2e-4, beta1: 0.5);
        var judges = optim.Adam(discriminator.parameters(), 2e-4, beta1: 0.5);
        foreach (var pictures in batches)
        {
            using var scope = NewDisposeScope();
            var real = pictures.to(device);
            var made = generator.call(randn(real.shape[0], 100, 1, 1, device: device));

            judges.zero_grad();
            var ofReal = discriminator.call(real);
            var ofMade = discriminator.call(made.detach());
            var judgement = binary_cross_entropy_with_logits(ofReal, ones_like(ofReal))
                + binary_cross_entropy_with_logits(ofMade, zeros_like(ofMade));
            judgement.backward();
            judges.step();

            makes.zero_grad();
            var verdict = discriminator.call(made);
            var loss = binary_cross_entropy_with_logits(verdict, ones_like(verdict));
            loss.backward();
            makes.step();
        }
    }
}

namespace TrainSdk.Runtime.Tests.Images;

/// <summary>Pictures that <c>tests/Fixtures/make_pictures.py</c> wrote.</summary>
internal static class PictureFile
{
    public static string Of(string name) => Path.Combine(AppContext.BaseDirectory, "Fixtures", "pictures", name);

    public static byte[] Bytes(string name) => File.ReadAllBytes(Of(name));
}

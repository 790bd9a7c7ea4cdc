namespace TrainSdk.Images;

/// <summary>A size that a picture is unpacked at.</summary>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
/// <param name="Across">Columns of it for one stored column.</param>
/// <param name="Down">Rows of it for one stored row.</param>
internal readonly record struct UnpackedSize(int Width, int Height, double Across, double Down);

namespace TrainSdk.Images;

/// <summary>A part of a picture, in pixels and fractions of them.</summary>
/// <param name="Left">Columns before it.</param>
/// <param name="Top">Rows before it.</param>
/// <param name="Width">Its columns.</param>
/// <param name="Height">Its rows.</param>
internal readonly record struct PixelBox(double Left, double Top, double Width, double Height);

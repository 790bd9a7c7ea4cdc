namespace TrainSdk;

/// <summary>
/// Starts layers from the weights of a file: one of safetensors, or one that PyTorch's <c>torch.save</c> wrote with a state dict
/// (<c>.pt</c>, <c>.pth</c>). It is read as data, and no code in it is run. Only fresh models are filled, not one of the caller's own
/// making. Shapes must be equal; what was loaded, what the file lacks and what it has beyond is printed, and recorded in
/// <c>pretrained.json</c>.
/// </summary>
/// <remarks>
/// Freeze what is filled, at least for the first epochs (TRAIN2010), and use the numbers of <c>[Normalize]</c> that the weights expect.
/// Leave the head out by <see cref="Except"/> where its classes differ. <c>--pretrained-backbone ""</c> compares with a start from chance.
/// A layer that is not there is TRAIN1042, the same one twice TRAIN1041.
/// </remarks>
/// <param name="prefix">The layers to fill, by the start of their names: <c>backbone</c>; empty for the whole model.</param>
/// <param name="file">The file, relative to the working directory or else to the program.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false, AllowMultiple = true)]
public sealed class PretrainedAttribute(string prefix, string file) : Attribute
{
    /// <summary>The layers to fill, by the start of their names; empty for the whole model.</summary>
    public string Prefix { get; } = prefix;

    /// <summary>The file, relative to the working directory or else to the program; empty for none.</summary>
    public string File { get; } = file;

    /// <summary>
    /// What the file's names start with before the part that <see cref="Prefix"/> stands for: <c>module</c> for a <c>DataParallel</c>
    /// model. Names that do not start so are left over.
    /// </summary>
    public string Strip { get; set; } = "";

    /// <summary>
    /// A layer that is not filled although the file has it, by its name in the model below <see cref="Prefix"/>: <c>fc</c> for a head
    /// with other classes.
    /// </summary>
    public string Except { get; set; } = "";
}

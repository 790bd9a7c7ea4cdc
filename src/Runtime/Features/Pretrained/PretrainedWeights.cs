using TrainSdk.Checkpoints;
using static TorchSharp.torch;

namespace TrainSdk;

/// <summary>Fills layers of a fresh model from a file of weights.</summary>
public static class PretrainedWeights
{
    /// <summary>
    /// Copies every tensor of the file whose name fits into the model's weights and buffers, after all shapes have been compared; the
    /// parameters stay the same objects. Real numbers are converted to the model's type.
    /// </summary>
    /// <param name="model">The model, on any device.</param>
    /// <param name="prefix">The layers to fill, by the start of their names; empty for the whole model.</param>
    /// <param name="file">
    /// A file of safetensors or of <c>torch.save</c>, relative to the working directory or else to the program; empty for none.
    /// </param>
    /// <param name="strip">What the file's names start with before the part that <paramref name="prefix"/> stands for.</param>
    /// <param name="except">A layer below <paramref name="prefix"/> that is not filled.</param>
    /// <returns>What was loaded; null where <paramref name="file"/> is empty.</returns>
    /// <exception cref="TrainException">
    /// The file cannot be read or is damaged, a shape or type differs, or no name in it fits; the model is unchanged then.
    /// </exception>
    public static PretrainedReport? Load(nn.Module model, string prefix, string file, string strip = "", string except = "")
    {
        if (file.Length == 0)
        {
            return null;
        }
        using var source = TensorSource.Open(Locate(file));
        var targets = model.state_dict()
            .Where(entry => IsBelow(entry.Key, prefix) && !(except.Length > 0 && IsBelow(entry.Key, Joined(prefix, except))))
            .ToDictionary();
        var fitting = source.Tensors
            .Where(entry => IsBelow(entry.Name, strip) && targets.ContainsKey(Joined(prefix, Stripped(entry.Name, strip))))
            .ToDictionary(entry => Joined(prefix, Stripped(entry.Name, strip)));
        Check(model, prefix, strip, source, targets, fitting);
        Copy(source, targets, fitting);
        var taken = fitting.Values.Select(static entry => entry.Name).ToHashSet();
        return new PretrainedReport
        {
            File = source.Path,
            Prefix = prefix,
            Loaded = [.. fitting.Keys.Order(StringComparer.Ordinal)],
            Numbers = fitting.Keys.Sum(name => targets[name].numel()),
            Missing = [.. targets.Keys.Where(name => !fitting.ContainsKey(name)).Order(StringComparer.Ordinal)],
            LeftOver = [.. source.Tensors.Select(static entry => entry.Name).Except(taken).Order(StringComparer.Ordinal)],
        };
    }

    private static void Copy(TensorSource source, Dictionary<string, Tensor> targets, Dictionary<string, SourceTensor> fitting)
    {
        using var _ = no_grad();
        foreach (var (name, entry) in fitting)
        {
            using var read = source.Read(entry.Name);
            targets[name].copy_(read);
        }
    }

    private static void Check(
        nn.Module model, string prefix, string strip, TensorSource source,
        Dictionary<string, Tensor> targets, Dictionary<string, SourceTensor> fitting)
    {
        if (targets.Count == 0)
        {
            throw new TrainException(
                $"no weight of {model.GetName()} starts with \"{prefix}.\", so that {source.Path} fills nothing; "
                + "the names begin with "
                + string.Join(", ", model.state_dict().Keys.Select(static name => name.Split('.')[0]).Distinct()));
        }
        if (fitting.Count == 0)
        {
            throw new TrainException(
                $"no name in {source.Path} fits {model.GetName()}: "
                + $"the file has {Example(source.Tensors.Select(static entry => entry.Name))}, looked for was "
                + $"{Example(targets.Keys.Select(name => Joined(strip, Stripped(name, prefix))))}; set Strip or the prefix");
        }
        var problems = fitting.Select(entry => entry.Value.Difference(targets[entry.Key])).OfType<string>().ToArray();
        if (problems.Length > 0)
        {
            throw new TrainException(
                $"{source.Path} does not fit {model.GetName()}: {string.Join("; ", problems)}; "
                + "build the model alike, or leave a layer out by Except");
        }
    }

    private static string Locate(string file)
    {
        var besideProgram = Path.Combine(AppContext.BaseDirectory, file);
        return Path.GetFullPath(File.Exists(file) || !File.Exists(besideProgram) ? file : besideProgram);
    }

    private static string Example(IEnumerable<string> names) => names.Order(StringComparer.Ordinal).FirstOrDefault() is { } first
        ? $"\"{first}\" and so on"
        : "no tensor";

    private static bool IsBelow(string name, string prefix) =>
        prefix.Length == 0 || name == prefix || name.StartsWith(prefix + ".", StringComparison.Ordinal);

    private static string Stripped(string name, string prefix) =>
        prefix.Length == 0 ? name : name.Length == prefix.Length ? "" : name[(prefix.Length + 1)..];

    private static string Joined(string prefix, string name) => prefix.Length == 0 ? name : name.Length == 0 ? prefix : $"{prefix}.{name}";
}

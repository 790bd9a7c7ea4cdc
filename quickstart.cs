#!/usr/bin/env dotnet
// From a clone to a trained model: packs TrainSdk, installs its template, creates a project and trains it.
//   dotnet run quickstart.cs
//   dotnet run quickstart.cs -- --help
#:property PublishAot=false

using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

Console.CancelKeyPress += (_, press) => press.Cancel = true;   // the running step gets Ctrl+C too, and its exit code is ours
try
{
    return Options.Parse(args) is { } options ? new Quickstart(options).Run() : 0;
}
catch (StepFailed failure)
{
    Array.ForEach(failure.Details, Console.Error.WriteLine);
    Console.Error.WriteLine($"quickstart: {failure.Message}");
    return failure.ExitCode;
}

internal sealed record Options(string Name, string? Output, string Task, bool Train)
{
    private const string Help = """
        dotnet run quickstart.cs -- [options]

          --name NAME               the project and its model class (default: MyModel)
          --output DIR              the project's folder, new or empty (default: artifacts/quickstart/NAME)
          --task image|tabular|text what it learns: handwritten digits (default), kinds of wine, or words
          --no-run                  creates and builds, but does not train
          --help                    this text
        """;

    /// <summary>Nothing where only help was asked for.</summary>
    public static Options? Parse(string[] args)
    {
        var options = new Options("MyModel", null, "image", Train: true);
        for (var i = 0; i < args.Length; i++)
        {
            string Value() => ++i < args.Length ? args[i] : throw new StepFailed($"{args[i - 1]} needs a value; see --help");
            switch (args[i])
            {
                case "--help" or "-h" or "-?": Console.WriteLine(Help); return null;
                case "--name": options = options with { Name = Value() }; break;
                case "--output": options = options with { Output = Path.GetFullPath(Value()) }; break;
                case "--task": options = options with { Task = Value() }; break;
                case "--no-run": options = options with { Train = false }; break;
                default: throw new StepFailed($"unknown option '{args[i]}'; known are --name, --output, --task, --no-run, --help");
            }
        }

        return options.Task is not ("image" or "tabular" or "text")
            ? throw new StepFailed($"--task is '{options.Task}'; it must be image, tabular or text")
            : options.Name.Length == 0 || options.Name.AsSpan().ContainsAny(Path.GetInvalidFileNameChars()) || options.Name.StartsWith('.')
            ? throw new StepFailed($"--name '{options.Name}' cannot be a folder's name")
            : options;
    }
}

internal sealed class StepFailed(string message, int exitCode = 1, string[]? details = null) : Exception(message)
{
    /// <summary>What the failing command said.</summary>
    public string[] Details { get; } = details ?? [];

    public int ExitCode { get; } = exitCode;
}

internal sealed class Quickstart(Options options)
{
    private static readonly string Root = (string)AppContext.GetData("EntryPointFileDirectoryPath")!;
    private static readonly string Home = Path.Combine(Root, "artifacts", "quickstart");
    private static readonly string Feed = Path.Combine(Root, "artifacts", "packages");
    private static readonly string Hive = Path.Combine(Root, "artifacts", "hive");
    private static readonly string[] OwnHive = ["--debug:custom-hive", Hive];   // the user's list of installed templates stays as it is
    private readonly string _version = "0.1.0-dev." + DateTime.UtcNow.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
    private readonly string _project = options.Output ?? Path.Combine(Home, options.Name);
    private string Receipt => Path.Combine(Home, $".{options.Name}.created");

    public int Run()
    {
        MakeRoom();
        Step("pack", () => Pack());
        Step("template", () => Dotnet(Root, ["new", "install", Path.Combine(Feed, $"TrainSdk.Templates.{_version}.nupkg"), .. OwnHive]));
        Step("create", () => Create());
        Step("build", () => Dotnet(_project, "build", "-c", "Release", "-v", "q", "--nologo", "-clp:NoSummary"));
        var exitCode = options.Train ? Start(_project, captured: null, "run", "-c", "Release", "--no-build") : 0;
        if (exitCode != 0)
        {
            throw new StepFailed($"training ended with exit code {exitCode}", exitCode);
        }

        Report();
        return 0;
    }

    /// <summary>A project that someone has edited is not ours to replace; one as it was created is, and its runs are kept.</summary>
    private void MakeRoom()
    {
        if (!Directory.Exists(_project) || !Directory.EnumerateFileSystemEntries(_project).Any())
        {
            return;
        }

        if (options.Output is not null || !File.Exists(Receipt) || File.ReadAllText(Receipt) != Fingerprint())
        {
            throw new StepFailed(
                $"{Shown(_project)} holds files that this command did not write; choose another --name or --output, or delete the folder");
        }

        foreach (var entry in Directory.GetFileSystemEntries(_project).Where(entry => Path.GetFileName(entry) != "runs"))
        {
            Delete(entry);
        }
    }

    private void Pack()
    {
        Delete(Hive);
        if (Directory.Exists(Feed))
        {
            Array.ForEach(Directory.GetFiles(Feed, "TrainSdk*.nupkg"), File.Delete);
        }

        var packages = Path.Combine("src", "Packages.proj");
        Dotnet(Root, "build", packages, "-v", "q", "--nologo", "-clp:NoSummary", $"-p:Version={_version}", $"-p:PackageOutputPath={Feed}");
    }

    private void Create()
    {
        Directory.CreateDirectory(_project);
        if (_project.StartsWith(Root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            CutOff(options.Output is null ? Home : _project);
        }

        string[] choices = ["-n", options.Name, "-o", _project, "--task", options.Task, "--local-feed", Feed];
        Dotnet(Path.GetDirectoryName(_project)!, ["new", "dltrain", .. choices, .. OwnHive]);
        MapSource();
        if (options.Output is null)
        {
            File.WriteAllText(Receipt, Fingerprint());
        }
    }

    /// <summary>The project is a stranger's: this repository's build settings, versions and code style don't reach it.</summary>
    private static void CutOff(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
        {
            File.WriteAllText(Path.Combine(folder, file), "<Project />\n");
        }

        File.WriteAllText(Path.Combine(folder, ".editorconfig"), "root = true\n");
    }

    /// <summary>Where packages are mapped to sources, the local feed is mapped too; elsewhere a mapping would shut other sources.</summary>
    private void MapSource()
    {
        var config = Path.Combine(_project, "nuget.config");
        if (Dotnet(_project, "nuget", "config", "get", "all").Contains("packageSource key=", StringComparison.Ordinal))
        {
            const string mapping = """
                  <packageSourceMapping>
                    <packageSource key="trainsdk-local"><package pattern="TrainSdk" /><package pattern="TrainSdk.*" /></packageSource>
                  </packageSourceMapping>
                </configuration>
                """;
            File.WriteAllText(config, File.ReadAllText(config).Replace("</configuration>", mapping, StringComparison.Ordinal));
        }
    }

    private void Report()
    {
        Console.WriteLine();
        foreach (var loop in Directory.GetFiles(Path.Combine(_project, "Generated"), "*.Training.g.cs"))
        {
            Console.WriteLine($"the loop    {Shown(loop)}");
        }

        Console.WriteLine($"again       cd {Shown(_project)} && dotnet run -c Release");
    }

    /// <summary>Of all files that the template wrote: not of what builds and runs add.</summary>
    private string Fingerprint()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var files = Directory.GetFiles(_project, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(_project, file).Replace('\\', '/'))
            .Where(file => file.Split('/')[0] is not ("bin" or "obj" or "runs" or "Generated"));
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(file + "\n"));
            hash.AppendData(File.ReadAllBytes(Path.Combine(_project, file)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Step(string name, Action action)
    {
        Console.Write($"{name,-10}");
        var watch = Stopwatch.StartNew();
        try
        {
            action();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{watch.Elapsed.TotalSeconds,6:F1} s"));
        }
        catch (StepFailed)
        {
            Console.WriteLine("failed");
            throw;
        }
    }

    /// <summary>Runs quietly; what it printed is shown where it failed or warned.</summary>
    private static string Dotnet(string folder, params string[] arguments)
    {
        var captured = new StringBuilder();
        var exitCode = Start(folder, captured, arguments);
        var output = captured.ToString();
        var lines = output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct().ToArray();
        if (exitCode != 0)
        {
            var errors = lines.Where(line => line.Contains("error", StringComparison.OrdinalIgnoreCase)).ToArray();
            var command = $"'dotnet {string.Join(' ', arguments)}' in {Shown(folder)}";
            throw new StepFailed($"{command} ended with exit code {exitCode}", exitCode, errors.Length > 0 ? errors : lines);
        }

        Array.ForEach([.. lines.Where(line => line.Contains(": warning ", StringComparison.Ordinal))], Console.Error.WriteLine);
        return output;
    }

    private static int Start(string folder, StringBuilder? captured, params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = captured is not null,
            RedirectStandardError = captured is not null,
        };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        using var process = new Process { StartInfo = start };
        DataReceivedEventHandler collect = (_, line) => { lock (captured!) { captured.AppendLine(line.Data); } };
        process.OutputDataReceived += collect;
        process.ErrorDataReceived += collect;
        process.Start();
        if (captured is not null)
        {
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
        }

        process.WaitForExit();
        return process.ExitCode;
    }

    private static string Shown(string path)
    {
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }

    private static void Delete(string path)
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
        else if (File.Exists(path))
        {
            File.Delete(path);
        }
    }
}

using TrainSdk.Sdk.Tests.Sandbox;

namespace TrainSdk.Sdk.Tests.Templates;

/// <summary>Projects made by the packed template, with a list of installed templates of their own.</summary>
public static class CreatedProjects
{
    private static readonly Lock Installing = new();

    /// <summary>Runs <c>dotnet new dltrain -n name</c> in an empty folder; the project's folder is the result.</summary>
    public static SandboxFolder NewProject(this PackedFeed feed, string name = "MyModel", params string[] options)
    {
        var folder = feed.NewFolder(name);
        folder.Dotnet(["new", "dltrain", "-n", name, "-o", ".", .. options, .. feed.Hive()]).MustExit(0);
        return folder;
    }

    /// <summary>Options for <c>dotnet new</c> that select the templates of this feed alone.</summary>
    public static string[] Hive(this PackedFeed feed)
    {
        var folder = Path.Combine(Path.GetDirectoryName(feed.Folder)!, "hive");
        string[] options = ["--debug:custom-hive", folder];
        lock (Installing)
        {
            if (!Directory.Exists(folder))
            {
                var package = Path.Combine(feed.Folder, $"TrainSdk.Templates.{feed.Version}.nupkg");
                feed.NewFolder().Dotnet(["new", "install", package, .. options]).MustBeClean();
            }
        }

        return options;
    }

    /// <summary>All files of a project, relative to it, without what a build made.</summary>
    public static string[] Files(this SandboxFolder project) =>
        [.. Directory.EnumerateFiles(project.Path, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(project.Path, file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Intersect(["bin", "obj"]).Any())
            .Order(StringComparer.Ordinal)];
}

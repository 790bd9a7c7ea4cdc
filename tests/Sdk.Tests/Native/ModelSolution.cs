using System.Runtime.InteropServices;
using TrainSdk.Sdk.Tests.Sandbox;

namespace TrainSdk.Sdk.Tests.Native;

/// <summary>
/// A model project with a web service and a test project that reference nothing but it. Their answer, <c>sum 3</c>, takes libtorch.
/// </summary>
public sealed class ModelSolution
{
    /// <summary>The platform of this machine, which the built programs run on.</summary>
    public static readonly string Rid = RuntimeInformation.RuntimeIdentifier;

    public ModelSolution(PackedFeed feed) => Folder = feed.NewFolder("solution")
        .Write("Model/Model.csproj", """
            <Project Sdk="TrainSdk/{version}">
              <PropertyGroup>
                <ImplicitUsings>disable</ImplicitUsings>
              </PropertyGroup>
            </Project>
            """)
        .Write("Model/Sum.cs", """
            using TorchSharp;

            public static class Sum
            {
                public static void Main() => System.Console.WriteLine("sum " + OfThreeOnes());

                public static float OfThreeOnes()
                {
                    torch.set_num_threads(1);
                    return torch.ones(3).sum().ToSingle();
                }
            }
            """)
        .Write("Web/Web.csproj", """
            <Project Sdk="Microsoft.NET.Sdk.Web">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
              <ItemGroup>
                <ProjectReference Include="../Model/Model.csproj" />
              </ItemGroup>
            </Project>
            """)
        .Write("Web/Program.cs", """
            var app = WebApplication.CreateBuilder(args).Build();
            app.MapGet("/sum", () => Sum.OfThreeOnes());
            app.Urls.Add("http://127.0.0.1:0");
            await app.StartAsync();
            using var client = new HttpClient();
            Console.WriteLine("sum " + await client.GetStringAsync(app.Urls.First() + "/sum"));
            await app.StopAsync();
            """)
        .Write("Tests/Tests.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Microsoft.NET.Test.Sdk" Version="17.14.1" />
                <PackageReference Include="xunit" Version="2.9.3" />
                <PackageReference Include="xunit.runner.visualstudio" Version="3.1.5" />
                <ProjectReference Include="../Model/Model.csproj" />
              </ItemGroup>
            </Project>
            """)
        .Write("Tests/SumTests.cs", """
            public sealed class SumTests
            {
                [Xunit.Fact]
                public void Three_ones_are_three() => Xunit.Assert.Equal(3f, Sum.OfThreeOnes());
            }
            """);

    public SandboxFolder Folder { get; }

    /// <summary>The native files below an output folder, by name.</summary>
    public IEnumerable<string> Natives(string output)
        => Directory.EnumerateFiles(Folder[output], "*", SearchOption.AllDirectories)
            .Select(file => Path.GetFileName(file))
            .Where(name => name.StartsWith("lib", StringComparison.Ordinal) && name.Contains(".so", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
}

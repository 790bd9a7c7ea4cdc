using System.Reflection;
using System.Reflection.Emit;

namespace TrainSdk.Sdk.Tests.Generated;

/// <summary>Writes an assembly that holds a generator for a compiler that nobody has: it references Microsoft.CodeAnalysis 99.</summary>
internal static class NewerGenerator
{
    public static void Write(string file)
    {
        var compiler = new PersistedAssemblyBuilder(
            new AssemblyName("Microsoft.CodeAnalysis") { Version = new Version(99, 0, 0, 0) }, typeof(object).Assembly);
        var attribute = compiler.DefineDynamicModule("Microsoft.CodeAnalysis")
            .DefineType("Microsoft.CodeAnalysis.GeneratorAttribute", TypeAttributes.Public, typeof(Attribute));
        var constructor = attribute.DefineDefaultConstructor(MethodAttributes.Public);
        attribute.CreateType();

        var assembly = new PersistedAssemblyBuilder(new AssemblyName("Newer"), typeof(object).Assembly);
        var generator = assembly.DefineDynamicModule("Newer").DefineType("NewerGenerator", TypeAttributes.Public);
        generator.SetCustomAttribute(new CustomAttributeBuilder(constructor, []));
        generator.CreateType();
        assembly.Save(file);
    }
}

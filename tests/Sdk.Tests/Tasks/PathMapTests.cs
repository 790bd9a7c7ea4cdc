using TrainSdk.Sdk.Tasks;

namespace TrainSdk.Sdk.Tests.Tasks;

public sealed class PathMapTests
{
    private const string Emit = "/app/obj/generated/";
    private const string Visible = "/app/Generated/";

    [Theory]
    [InlineData("", Visible)]
    [InlineData("/app=/src", "/src/Generated/")]
    [InlineData("/app/=/src/", "/src/Generated/")]
    [InlineData("/=/base/,/app=/src", "/src/Generated/")]           // the longest prefix, as in the compiler
    [InlineData("/app=C:\\src", "C:\\src\\Generated/")]              // what the compiler makes of it, mixed separators and all
    [InlineData("/other=/src", Visible)]
    [InlineData("/ap=/src", Visible)]                                // a prefix of folders, not of letters
    public void The_emitted_folder_leads_to_where_the_visible_one_leads(string before, string expected)
        => Assert.Equal(expected, PathMap.Parse(PathMap.Parse(before).Prepend(Emit, Visible).ToString()).Apply(Emit));

    [Fact]
    public void What_was_mapped_stays_mapped()
        => Assert.Equal("/src/Model.cs", PathMap.Parse("/app=/src").Prepend(Emit, Visible).Apply("/app/Model.cs"));

    [Fact]
    public void Separators_inside_a_path_are_doubled()
    {
        var text = PathMap.Parse("").Prepend("/a,b=c/obj/", "/a,b=c/Generated/").ToString();

        Assert.Equal("/a,,b==c/obj/=/a,,b==c/Generated/", text);
        Assert.Equal("/a,b=c/Generated/x.cs", PathMap.Parse(text).Apply("/a,b=c/obj/x.cs"));
    }
}

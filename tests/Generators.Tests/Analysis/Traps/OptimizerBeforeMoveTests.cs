namespace TrainSdk.Generators.Tests.Analysis.Traps;

/// <summary>TRAIN3011.</summary>
public sealed class OptimizerBeforeMoveTests
{
    [Theory]
    [InlineData("var opt = optim.Adam(net.parameters()); net.to(CUDA); opt.step();", "net.to(CUDA)")]
    [InlineData("var opt = optim.Adam(net.parameters()); net = net.to(device); opt.step();", "net.to(device)")]
    [InlineData("var opt = optim.SGD(net.parameters(), 0.1); net.cuda(); opt.step();", "net.cuda()")]
    [InlineData("optim.Optimizer opt; opt = optim.AdamW(net.parameters()); net.to(ScalarType.Float64); for (var at = 0; at < 9; at++) { opt.step(); }", "net.to(ScalarType.Float64)")]
    [InlineData("var opt = optim.Adam(net.parameters()); if (cuda.is_available()) { net.cuda(); } opt.step();", "net.cuda()")]
    [InlineData("var opt = new Adam(net.parameters().ToList()); net.to(device); opt.step();", "net.to(device)")]
    public async Task The_model_is_moved_afterwards(string statements, string at) =>
        await TrapRun.Only("TRAIN3011", at, Code(statements), "net", "move the model first");

    [Theory]
    [InlineData("net.to(device); var opt = optim.Adam(net.parameters()); opt.step();")]
    [InlineData("var opt = optim.Adam(net.parameters()); opt.step(); net.to(CPU); opt.step();")]
    [InlineData("var opt = optim.Adam(net.parameters()); opt.step(); net.to(device);")]
    [InlineData("var opt = optim.Adam(net.parameters()); other.to(device); opt.step();")]
    [InlineData("var opt = optim.Adam(net.parameters()); net.to(device); opt = optim.Adam(net.parameters()); opt.step();")]
    [InlineData("var opt = optim.Adam(net.parameters()); Action later = () => net.to(device); opt.step();")]
    [InlineData("optim.Optimizer opt; if (device.index > 0) { opt = optim.Adam(net.parameters()); } else { net.to(device); opt = optim.SGD(net.parameters(), 0.1); } opt.step();")]
    [InlineData("var opt = optim.Adam(net.parameters()); var x = zeros(3).to(device); opt.step();")]
    public async Task Healthy_orders(string statements) => await TrapRun.Nothing(Code(statements));

    private static string Code(string statements) =>
        TrapRun.Method($"var net = Linear(4, 3); var other = Linear(4, 3); var device = new Device(\"cuda:0\"); {statements}");
}

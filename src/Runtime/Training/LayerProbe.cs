using System.Linq.Expressions;
using System.Reflection;
using static TorchSharp.torch;

namespace TrainSdk.Training;

/// <summary>
/// Watches what the layers of a model take and give, and remembers the first that is not finite. It sees layers that are called with
/// <c>call</c>, as TorchSharp's hooks do.
/// </summary>
internal sealed class LayerProbe : IDisposable
{
    private const string Register = "register_forward_hook";
    private const string Remove = "remove";
    private readonly List<Action> _removers = [];

    /// <summary>Begins to watch.</summary>
    public LayerProbe(nn.Module model)
    {
        Watch("", model);
        foreach (var (name, module) in model.named_modules())
        {
            Watch(name, module);
        }
    }

    /// <summary>The first layer with something that is not finite; null while there is none.</summary>
    public (DivergencePlace Place, string Name, Tensor Tensor)? Found { get; private set; }

    /// <inheritdoc/>
    public void Dispose() => _removers.ForEach(static remove => remove());

    // A layer's hook has the type of its forward, with any number of inputs and any output.
    private void Watch(string name, nn.Module module)
    {
        if (Hookable(module.GetType()) is not { } hookable)
        {
            return;
        }
        var hookType = hookable.GetGenericArguments()[1];
        var given = hookType.GetMethod("Invoke")!.GetParameters().Select(static one => Expression.Parameter(one.ParameterType)).ToArray();
        var title = name.Length == 0 ? module.GetName() : $"{name} ({module.GetName()})";
        var see = Expression.Call(
            Expression.Constant(this),
            typeof(LayerProbe).GetMethod(nameof(See), BindingFlags.Instance | BindingFlags.NonPublic)!,
            Expression.Constant(title),
            Expression.NewArrayInit(typeof(object), given[1..^1].Select(static one => Expression.Convert(one, typeof(object)))),
            Expression.Convert(given[^1], typeof(object)));
        var hook = Expression.Lambda(hookType, Expression.Block(see, given[^1]), given).Compile();
        var remover = hookable.GetMethod(Register, [hookType])!.Invoke(module, [hook])!;
        _removers.Add(() => remover.GetType().GetMethod(Remove)!.Invoke(remover, null));
    }

    private static Type? Hookable(Type? type) => type is null || IsHookable(type) ? type : Hookable(type.BaseType);

    private static bool IsHookable(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(nn.HookableModule<,>);

    private void See(string layer, object?[] inputs, object? output)
    {
        if (Found is not null || FirstBad(output) is not { } bad)
        {
            return;
        }
        Found = FirstBad(inputs) is { } given
            ? (DivergencePlace.LayerInput, layer, given)
            : (DivergencePlace.LayerOutput, layer, bad);
    }

    private static Tensor? FirstBad(object? value) => NonFinite.TensorsOf(value).FirstOrDefault(NonFinite.IsIn);
}

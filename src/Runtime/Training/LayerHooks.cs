using System.Linq.Expressions;
using System.Reflection;
using static TorchSharp.torch;

namespace TrainSdk.Training;

/// <summary>
/// Tells of every layer of a model that is called with <c>call</c>, as TorchSharp's hooks do: its name and module, what it was given and
/// what it gave.
/// </summary>
internal sealed class LayerHooks : IDisposable
{
    private const string Register = "register_forward_hook";
    private const string Remove = "remove";

    private readonly List<Action> _removers = [];
    private readonly Action<string, nn.Module, object?[], object?> _see;

    /// <summary>Begins to tell; the model itself has the empty name.</summary>
    public LayerHooks(nn.Module model, Action<string, nn.Module, object?[], object?> see)
    {
        _see = see;
        Watch("", model);
        foreach (var (name, module) in model.named_modules())
        {
            Watch(name, module);
        }
    }

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
        var see = Expression.Call(
            Expression.Constant(this),
            typeof(LayerHooks).GetMethod(nameof(See), BindingFlags.Instance | BindingFlags.NonPublic)!,
            Expression.Constant(name),
            Expression.Constant(module, typeof(nn.Module)),
            Expression.NewArrayInit(typeof(object), given[1..^1].Select(static one => Expression.Convert(one, typeof(object)))),
            Expression.Convert(given[^1], typeof(object)));
        var hook = Expression.Lambda(hookType, Expression.Block(see, given[^1]), given).Compile();
        var remover = hookable.GetMethod(Register, [hookType])!.Invoke(module, [hook])!;
        _removers.Add(() => remover.GetType().GetMethod(Remove)!.Invoke(remover, null));
    }

    private static Type? Hookable(Type? type) => type is null || IsHookable(type) ? type : Hookable(type.BaseType);

    private static bool IsHookable(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(nn.HookableModule<,>);

    private void See(string name, nn.Module module, object?[] inputs, object? output) => _see(name, module, inputs, output);
}

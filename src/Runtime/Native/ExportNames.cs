namespace TrainSdk.Native;

/// <summary>
/// Every function beyond TorchSharp that is looked up by name. A test finds each in the export tables of libtorch's packages for Linux,
/// Windows and macOS.
/// </summary>
internal static class ExportNames
{
    /// <summary>The version of libtorch: major in the highest byte, minor in the next.</summary>
    public const string AbiVersion = "aoti_torch_abi_version";

    /// <summary>Calls any registered operator, by name, over a stack of 64-bit values.</summary>
    public const string CallDispatcher = "torch_call_dispatcher";

    /// <summary>A new list of values.</summary>
    public const string NewList = "torch_new_list_reserve_size";

    /// <summary>Appends a value to a list, which then owns it.</summary>
    public const string PushBack = "torch_list_push_back";

    /// <summary>One more handle to a tensor.</summary>
    public const string NewTensorHandle = "aoti_torch_new_tensor_handle";

    /// <summary>Gives a handle back.</summary>
    public const string DeleteTensor = "aoti_torch_delete_tensor_object";

    /// <summary>The number of elements of a tensor.</summary>
    public const string ElementCount = "aoti_torch_get_numel";

    /// <summary>Where a tensor's elements lie.</summary>
    public const string DataPointer = "aoti_torch_get_data_ptr";

    /// <summary>The strides of a tensor, as a view into it.</summary>
    public const string Strides = "aoti_torch_get_strides";

    /// <summary>TorchSharp's own: a new handle to a parameter's gradient, zero where there is none.</summary>
    public const string Gradient = "THSTensor_grad";

    /// <summary>TorchSharp's own: the norm over all elements of a tensor, as a new handle to a scalar.</summary>
    public const string Norm = "THSTensor_norm";

    /// <summary>The functions of libtorch's stable C interface, spelt alike on every platform.</summary>
    public static IReadOnlyList<string> StableAbi { get; } =
        [AbiVersion, CallDispatcher, NewList, PushBack, NewTensorHandle, DeleteTensor, ElementCount, DataPointer, Strides];

    /// <summary>The functions of TorchSharp's native library that take handles; its own calls wrap each result in an object.</summary>
    public static IReadOnlyList<string> TorchSharp { get; } = [Gradient, Norm];

    /// <summary>The C++ functions of autocast as this platform's compiler spells them.</summary>
    public static AutocastNames Autocast => OperatingSystem.IsWindows() ? AutocastNames.Msvc : AutocastNames.Itanium;
}

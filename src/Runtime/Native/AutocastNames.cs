namespace TrainSdk.Native;

/// <summary>
/// The C++ functions of <c>at::autocast</c> by their mangled names. They are exported but promised by no interface, so each is looked for
/// before it is used.
/// </summary>
/// <param name="SetEnabled"><c>void set_autocast_enabled(c10::DeviceType, bool)</c>.</param>
/// <param name="IsEnabled"><c>bool is_autocast_enabled(c10::DeviceType)</c>.</param>
/// <param name="Dtype"><c>c10::ScalarType get_autocast_dtype(c10::DeviceType)</c>.</param>
/// <param name="SetDtype"><c>void set_autocast_dtype(c10::DeviceType, c10::ScalarType)</c>; both are one byte.</param>
/// <param name="IsCacheEnabled"><c>bool is_autocast_cache_enabled()</c>.</param>
/// <param name="SetCacheEnabled"><c>void set_autocast_cache_enabled(bool)</c>.</param>
/// <param name="IncrementNesting"><c>int increment_nesting()</c>.</param>
/// <param name="DecrementNesting"><c>int decrement_nesting()</c>.</param>
/// <param name="ClearCache"><c>void clear_cache()</c>.</param>
internal sealed record AutocastNames(
    string SetEnabled,
    string IsEnabled,
    string Dtype,
    string SetDtype,
    string IsCacheEnabled,
    string SetCacheEnabled,
    string IncrementNesting,
    string DecrementNesting,
    string ClearCache)
{
    /// <summary>As GCC and Clang spell them, on Linux and macOS.</summary>
    public static AutocastNames Itanium { get; } = new(
        "_ZN2at8autocast20set_autocast_enabledEN3c1010DeviceTypeEb",
        "_ZN2at8autocast19is_autocast_enabledEN3c1010DeviceTypeE",
        "_ZN2at8autocast18get_autocast_dtypeEN3c1010DeviceTypeE",
        "_ZN2at8autocast18set_autocast_dtypeEN3c1010DeviceTypeENS1_10ScalarTypeE",
        "_ZN2at8autocast25is_autocast_cache_enabledEv",
        "_ZN2at8autocast26set_autocast_cache_enabledEb",
        "_ZN2at8autocast17increment_nestingEv",
        "_ZN2at8autocast17decrement_nestingEv",
        "_ZN2at8autocast11clear_cacheEv");

    /// <summary>As Visual C++ spells them, on Windows.</summary>
    public static AutocastNames Msvc { get; } = new(
        "?set_autocast_enabled@autocast@at@@YAXW4DeviceType@c10@@_N@Z",
        "?is_autocast_enabled@autocast@at@@YA_NW4DeviceType@c10@@@Z",
        "?get_autocast_dtype@autocast@at@@YA?AW4ScalarType@c10@@W4DeviceType@4@@Z",
        "?set_autocast_dtype@autocast@at@@YAXW4DeviceType@c10@@W4ScalarType@4@@Z",
        "?is_autocast_cache_enabled@autocast@at@@YA_NXZ",
        "?set_autocast_cache_enabled@autocast@at@@YAX_N@Z",
        "?increment_nesting@autocast@at@@YAHXZ",
        "?decrement_nesting@autocast@at@@YAHXZ",
        "?clear_cache@autocast@at@@YAXXZ");

    /// <summary>All nine.</summary>
    public IReadOnlyList<string> All =>
    [
        SetEnabled, IsEnabled, Dtype, SetDtype, IsCacheEnabled, SetCacheEnabled, IncrementNesting, DecrementNesting, ClearCache,
    ];
}

namespace TrainSdk.Precision;

/// <summary>
/// The functions of libtorch's <c>at::autocast</c>, by the names under which its C++ compilers export them: the Itanium scheme on Linux
/// and macOS, Microsoft's on Windows.
/// </summary>
internal static class AutocastExports
{
    public static string IsEnabled { get; } = Name(
        "_ZN2at8autocast19is_autocast_enabledEN3c1010DeviceTypeE", "?is_autocast_enabled@autocast@at@@YA_NW4DeviceType@c10@@@Z");

    public static string SetEnabled { get; } = Name(
        "_ZN2at8autocast20set_autocast_enabledEN3c1010DeviceTypeEb", "?set_autocast_enabled@autocast@at@@YAXW4DeviceType@c10@@_N@Z");

    public static string GetDtype { get; } = Name(
        "_ZN2at8autocast18get_autocast_dtypeEN3c1010DeviceTypeE",
        "?get_autocast_dtype@autocast@at@@YA?AW4ScalarType@c10@@W4DeviceType@4@@Z");

    public static string SetDtype { get; } = Name(
        "_ZN2at8autocast18set_autocast_dtypeEN3c1010DeviceTypeENS1_10ScalarTypeE",
        "?set_autocast_dtype@autocast@at@@YAXW4DeviceType@c10@@W4ScalarType@4@@Z");

    public static string IncrementNesting { get; } = Name(
        "_ZN2at8autocast17increment_nestingEv", "?increment_nesting@autocast@at@@YAHXZ");

    public static string DecrementNesting { get; } = Name(
        "_ZN2at8autocast17decrement_nestingEv", "?decrement_nesting@autocast@at@@YAHXZ");

    public static string ClearCache { get; } = Name("_ZN2at8autocast11clear_cacheEv", "?clear_cache@autocast@at@@YAXXZ");

    public static string IsCacheEnabled { get; } = Name(
        "_ZN2at8autocast25is_autocast_cache_enabledEv", "?is_autocast_cache_enabled@autocast@at@@YA_NXZ");

    public static string SetCacheEnabled { get; } = Name(
        "_ZN2at8autocast26set_autocast_cache_enabledEb", "?set_autocast_cache_enabled@autocast@at@@YAX_N@Z");

    private static string Name(string itanium, string microsoft) => OperatingSystem.IsWindows() ? microsoft : itanium;
}

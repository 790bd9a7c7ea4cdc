using System.Security.Cryptography;
using System.Text;

namespace TrainSdk.Generators.Parsing;

/// <summary>A short text that tells long ones apart.</summary>
internal static class ContentStamp
{
    public static string Of(string text)
    {
        using var hash = SHA256.Create();
        return Convert.ToBase64String(hash.ComputeHash(Encoding.Unicode.GetBytes(text)));
    }
}

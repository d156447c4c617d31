using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using NodaTime;
using NodaTime.Text;

namespace Tedori.Local.Evidence;

/// <summary>
/// Signed URLs of the local store, in the manner of Azure's: one file, one permission, an end. Whoever holds one needs
/// nothing else.
/// </summary>
internal sealed class StoreUrls(byte[] key, IClock clock)
{
    /// <summary>Path under which the store answers.</summary>
    public const string Root = "/store/";

    /// <summary>A URL for the file at the path, relative to the same server.</summary>
    public Uri Sign(string path, StorePermission permission, Instant expires, string? disposition = null)
    {
        var end = InstantPattern.ExtendedIso.Format(expires);
        var query = new Dictionary<string, string?>
        {
            ["sp"] = Word(permission),
            ["se"] = end,
            ["rscd"] = disposition,
            ["sig"] = Convert.ToHexStringLower(SignatureOf(path, Word(permission), end, disposition ?? "")),
        };
        return new(QueryHelpers.AddQueryString(Root + path, query), UriKind.Relative);
    }

    /// <summary>
    /// Why a request may not do what it asks for, as a word of the Blob service, or null where it may.
    /// </summary>
    public string? Refuse(string path, StorePermission? wanted, IQueryCollection query)
    {
        var (permission, end, disposition) = (query["sp"].ToString(), query["se"].ToString(), query["rscd"].ToString());
        var expected = SignatureOf(path, permission, end, disposition);
        if (!CryptographicOperations.FixedTimeEquals(expected, Bytes(query["sig"].ToString())))
            return "AuthenticationFailed";
        if (!InstantPattern.ExtendedIso.Parse(end).TryGetValue(default, out var expires)
            || clock.GetCurrentInstant() >= expires)
            return "AuthenticationFailed";
        return wanted is { } it && permission == Word(it) ? null : "AuthorizationPermissionMismatch";
    }

    private static string Word(StorePermission permission) => permission == StorePermission.Create ? "c" : "r";

    private static byte[] Bytes(string signature)
    {
        var bytes = new byte[SHA256.HashSizeInBytes];
        return signature.Length == 2 * bytes.Length &&
            Convert.FromHexString(signature, bytes, out _, out _) == System.Buffers.OperationStatus.Done
            ? bytes
            : [];
    }

    private byte[] SignatureOf(string path, string permission, string end, string disposition) =>
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{permission}\n{end}\n{path}\n{disposition}"));
}

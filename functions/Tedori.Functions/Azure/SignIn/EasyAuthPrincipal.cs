using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Tedori.Functions.Azure.SignIn;

/// <summary>
/// What App Service authentication says of a caller. The front end strips such a header from what comes in only while
/// authentication is switched on, so it is read only when the platform says that it is.
/// </summary>
internal sealed class EasyAuthPrincipal
{
    private const string Header = "X-MS-CLIENT-PRINCIPAL";
    private const int MostCharacters = 64 * 1024;

    private readonly Content content;

    private EasyAuthPrincipal(Content content) => this.content = content;

    /// <summary>The roles, as they are named in the directory.</summary>
    public IEnumerable<string> Roles =>
        Claims.Where(c => (c.Typ == (content.Role_typ ?? "roles") || c.Typ == "roles") && c.Val is not null).Select(
            c => c.Val!);

    /// <summary>The name, or null.</summary>
    public string? Name => this["name"] ?? this[content.Name_typ];

    private IEnumerable<Claim> Claims => content.Claims ?? [];

    /// <summary>The value of a claim, or null.</summary>
    public string? this[string? type] => Claims.FirstOrDefault(c => c.Typ == type)?.Val;

    /// <summary>The principal of a request, or null where there is none or its header is damaged.</summary>
    public static EasyAuthPrincipal? Of(HttpRequest request, bool authenticates)
    {
        ArgumentNullException.ThrowIfNull(request);
        var header = request.Headers[Header];
        // Twice would mean that one of them is not the platform's.
        return authenticates && header.Count == 1 && Read(header[0]!) is { } content ? new(content) : null;
    }

    private static Content? Read(string header)
    {
        if (header.Length > MostCharacters)
            return null;
        try
        {
            return JsonSerializer.Deserialize<Content>(Convert.FromBase64String(header), JsonSerializerOptions.Web);
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            // The page then asks to sign in, and nothing of the header belongs into a log.
            return null;
        }
    }

    // Names as the platform writes them.
    private sealed record Content(string? Auth_typ, string? Name_typ, string? Role_typ, List<Claim>? Claims);

    private sealed record Claim(string? Typ, string? Val);
}

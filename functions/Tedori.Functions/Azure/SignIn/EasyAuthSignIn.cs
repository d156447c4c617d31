using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Tedori.Functions.Http;
using Tedori.Workflows.Office;

namespace Tedori.Functions.Azure.SignIn;

/// <summary>
/// Reads who is signed in from the header that App Service authentication sets. The front end strips such a header from what
/// comes in only while authentication is switched on, so it is trusted only when the platform says that it is.
/// </summary>
/// <param name="authenticates">Whether the platform authenticates (<c>WEBSITE_AUTH_ENABLED</c>).</param>
public sealed class EasyAuthSignIn(bool authenticates) : IStaffSignIn
{
    private const string Header = "X-MS-CLIENT-PRINCIPAL";
    private const string ObjectId = "http://schemas.microsoft.com/identity/claims/objectidentifier";
    private const int MostCharacters = 64 * 1024;

    /// <inheritdoc/>
    public string SignInPath => "/.auth/login/aad";

    /// <inheritdoc/>
    public StaffMember? Of(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var header = request.Headers[Header];
        // Twice would mean that one of them is not the platform's.
        return authenticates && header.Count == 1 && Principal(header[0]!) is { } principal ? MemberOf(principal) : null;
    }

    private static ClientPrincipal? Principal(string header)
    {
        if (header.Length > MostCharacters)
            return null;
        try
        {
            return JsonSerializer.Deserialize<ClientPrincipal>(Convert.FromBase64String(header), JsonSerializerOptions.Web);
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            return null;
        }
    }

    private static StaffMember? MemberOf(ClientPrincipal principal)
    {
        var claims = principal.Claims ?? [];
        var id = ValueOf(claims, ObjectId) ?? ValueOf(claims, "oid");
        var roles = claims
            .Where(c => c.Typ == (principal.Role_typ ?? "roles") || c.Typ == "roles")
            .Select(c => Enum.GetValues<StaffRole>().Cast<StaffRole?>()
                .FirstOrDefault(r => string.Equals(r.ToString(), c.Val, StringComparison.OrdinalIgnoreCase)))
            .OfType<StaffRole>().Distinct().ToList();
        return id is null ? null : new(id, ValueOf(claims, "name") ?? ValueOf(claims, principal.Name_typ) ?? id, roles);
    }

    private static string? ValueOf(IEnumerable<ClientClaim> claims, string? type) =>
        claims.FirstOrDefault(c => c.Typ == type)?.Val;

    // Names as the platform writes them.
    private sealed record ClientPrincipal(string? Auth_typ, string? Name_typ, string? Role_typ, List<ClientClaim>? Claims);

    private sealed record ClientClaim(string? Typ, string? Val);
}

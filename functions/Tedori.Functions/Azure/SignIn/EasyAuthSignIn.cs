using Microsoft.AspNetCore.Http;
using Tedori.Functions.Http;
using Tedori.Workflows.Office;

namespace Tedori.Functions.Azure.SignIn;

/// <summary>Staff as App Service authentication signs them in with Entra ID.</summary>
/// <param name="authenticates">Whether the platform authenticates (<c>WEBSITE_AUTH_ENABLED</c>).</param>
public sealed class EasyAuthSignIn(bool authenticates) : IStaffSignIn
{
    private const string ObjectId = "http://schemas.microsoft.com/identity/claims/objectidentifier";

    /// <inheritdoc/>
    public string SignInPath => "/.auth/login/aad";

    /// <inheritdoc/>
    public string SignOutPath => "/.auth/logout?post_logout_redirect_uri=%2F";

    /// <inheritdoc/>
    public StaffMember? Of(HttpRequest request) =>
        EasyAuthPrincipal.Of(request, authenticates) is { } principal
            && (principal[ObjectId] ?? principal["oid"]) is { } id
            ? new(id, principal.Name ?? id, [.. RolesOf(principal)])
            : null;

    private static IEnumerable<StaffRole> RolesOf(EasyAuthPrincipal principal) => principal.Roles
        .Select(name => Enum.GetValues<StaffRole>().Cast<StaffRole?>()
            .FirstOrDefault(role => string.Equals(role.ToString(), name, StringComparison.OrdinalIgnoreCase)))
        .OfType<StaffRole>().Distinct();
}

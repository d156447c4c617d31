using Microsoft.AspNetCore.Http;
using Tedori.Workflows.Office;

namespace Tedori.Functions.Http;

/// <summary>For a host that has no sign-in: nobody is staff.</summary>
public sealed class NobodySignedIn : IStaffSignIn
{
    /// <inheritdoc/>
    public string SignInPath => "/";

    /// <inheritdoc/>
    public StaffMember? Of(HttpRequest request) => null;
}

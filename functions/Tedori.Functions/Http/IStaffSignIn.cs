using Microsoft.AspNetCore.Http;
using Tedori.Workflows.Office;

namespace Tedori.Functions.Http;

/// <summary>Who is signed in, as the platform tells.</summary>
public interface IStaffSignIn
{
    /// <summary>The member behind a request, or null where nobody is signed in.</summary>
    StaffMember? Of(HttpRequest request);

    /// <summary>Where somebody who is not signed in is sent, for example <c>/.auth/login/aad</c>.</summary>
    string SignInPath { get; }
}

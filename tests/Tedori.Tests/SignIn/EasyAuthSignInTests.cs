using System.Text;
using Microsoft.AspNetCore.Http;
using Tedori.Functions.Azure.SignIn;
using Tedori.Workflows.Office;

namespace Tedori.Tests.SignIn;

public sealed class EasyAuthSignInTests
{
    private const string Principal = """
        {"auth_typ":"aad","name_typ":"name","role_typ":"roles","claims":[
          {"typ":"http://schemas.microsoft.com/identity/claims/objectidentifier","val":"0b1"},
          {"typ":"name","val":"上田 真"},{"typ":"roles","val":"Reviewer"},{"typ":"roles","val":"something"}]}
        """;

    [Fact]
    public void Header_WherePlatformAuthenticates_GivesTheMemberAndKnownRoles()
    {
        var member = new EasyAuthSignIn(true).Of(Request(Base64(Principal)))!;

        Assert.Equal(("0b1", "上田 真"), (member.Id, member.Name));
        Assert.Equal([StaffRole.Reviewer], member.Roles);
    }

    [Fact]
    public void Header_WherePlatformDoesNotAuthenticate_IsNotTrusted() =>
        Assert.Null(new EasyAuthSignIn(false).Of(Request(Base64(Principal))));

    [Theory]
    [InlineData("no base 64")]
    [InlineData("e30=")]
    [InlineData("W10=")]
    [InlineData("eyJ4Ig==")]
    public void Header_Damaged_IsNobody(string header) => Assert.Null(new EasyAuthSignIn(true).Of(Request(header)));

    [Fact]
    public void Header_Twice_IsNobody() =>
        Assert.Null(new EasyAuthSignIn(true).Of(Request(Base64(Principal), Base64(Principal))));

    [Fact]
    public void Header_Absent_IsNobody() => Assert.Null(new EasyAuthSignIn(true).Of(Request()));

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static HttpRequest Request(params string[] headers)
    {
        var context = new DefaultHttpContext();
        if (headers.Length > 0)
            context.Request.Headers["X-MS-CLIENT-PRINCIPAL"] = headers;
        return context.Request;
    }
}

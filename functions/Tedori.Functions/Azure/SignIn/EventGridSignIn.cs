using Microsoft.AspNetCore.Http;
using Tedori.Functions.Http;

namespace Tedori.Functions.Azure.SignIn;

/// <summary>
/// Event Grid delivers with a token of Entra ID, which App Service authentication checks; the role is the one that an
/// Entra application gives to Event Grid for secure webhooks.
/// </summary>
/// <param name="authenticates">Whether the platform authenticates (<c>WEBSITE_AUTH_ENABLED</c>).</param>
public sealed class EventGridSignIn(bool authenticates) : IScannerSignIn
{
    /// <summary>The application role of Event Grid.</summary>
    public const string Role = "AzureEventGridSecureWebhookSubscriber";

    /// <inheritdoc/>
    public bool Admits(HttpRequest request) =>
        EasyAuthPrincipal.Of(request, authenticates)?.Roles.Contains(Role, StringComparer.Ordinal) == true;
}

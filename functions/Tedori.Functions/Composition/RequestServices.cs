using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Tedori.Functions.Applicants.Filings;
using Tedori.Functions.Http;
using Tedori.Functions.Public.Entries;
using Tedori.Workflows.Access;

namespace Tedori.Functions.Composition;

/// <summary>
/// Registers what stands around the pages. The platform adds the keys (DataProtection), the public address, the clock and
/// who signs staff in.
/// </summary>
public static class RequestServices
{
    /// <summary>Name of the header in which scripts send the form's token.</summary>
    public const string TokenHeader = "X-Tedori-Token";

    /// <summary>Adds it.</summary>
    public static TServices AddRequests<TServices>(this TServices services)
        where TServices : IServiceCollection
    {
        services.AddAntiforgery(options =>
        {
            options.FormFieldName = "token";
            options.HeaderName = TokenHeader;
            options.Cookie.Name = "tedori-form";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddSingleton<ICaseLinks, CaseLinks>();
        services.AddSingleton<SecurityHeaders>();
        services.AddSingleton(_ => new CallerLimits(TimeProvider.System));
        services.AddScoped<CompanySessions>();
        services.AddSingleton<EntryReceipts>();
        services.AddScoped<Responses>();
        services.AddScoped<RequestPipeline>();
        services.AddScoped<FormPageModels>();
        services.AddScoped<FormPosts>();
        return services;
    }
}

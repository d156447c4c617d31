using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Tedori.Functions.Applicants.Filings;
using Tedori.Functions.Http;
using Tedori.Functions.Inbound;
using Tedori.Functions.Public.Entries;
using Tedori.Workflows.Access;
using Tedori.Workflows.Health;
using Tedori.Workflows.Inbound;

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
            // Lax: whoever comes by the link of a mail has the cookie of the forms that are open already, and keeps it.
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddSingleton<ICaseLinks, CaseLinks>();
        // Made here: the codings of Japan must be known before anything else looks for those that there are.
        services.AddSingleton<IMailReader>(new MimeMailReader());
        services.AddSingleton<IKeyProbe, KeyProbe>();
        services.AddSingleton<SecurityHeaders>();
        services.AddSingleton<LanguageChoice>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(s => new CallerLimits(s.GetRequiredService<TimeProvider>()));
        services.AddScoped<CompanySessions>();
        services.AddSingleton<EntryReceipts>();
        services.AddScoped<Responses>();
        services.AddScoped<KeptAnswers>();
        services.AddScoped<RequestPipeline>();
        services.AddScoped<FormPageModels>();
        services.AddScoped<FormPosts>();
        return services;
    }
}

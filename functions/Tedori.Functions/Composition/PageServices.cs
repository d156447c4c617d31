using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Extensions.DependencyInjection;
using Tedori.Functions.Components;
using Tedori.Functions.Mail;
using Tedori.Functions.Public.Plans;
using Tedori.Programme.Plans;
using Tedori.Workflows.Notices;

namespace Tedori.Functions.Composition;

/// <summary>Registers what renders pages and mails.</summary>
public static class PageServices
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        // Razor would write Japanese as numeric references, three times the size.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddSingleton<PageRenderer>();
        services.AddSingleton<OfficeContacts>();
        services.AddSingleton(PlanReader.OfProduct);
        services.AddSingleton<PlanCatalog>();
        services.AddSingleton<INoticeRenderer, NoticeRenderer>();
        return services;
    }
}

using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Extensions.DependencyInjection;
using Tedori.Functions.Components;
using Tedori.Functions.Mail;
using Tedori.Functions.Papers;
using Tedori.Functions.Public.Kit;
using Tedori.Functions.Public.News;
using Tedori.Functions.Public.OpenData;
using Tedori.Functions.Public.Plans;
using Tedori.Functions.Statistics;
using Tedori.Programme.Plans;
using Tedori.Workflows.Alarms;
using Tedori.Workflows.Notices;
using Tedori.Workflows.Rounds;

namespace Tedori.Functions.Composition;

/// <summary>Registers what renders pages and mails.</summary>
public static class PageServices
{
    /// <summary>Adds it.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="font">File of the font of papers, or null: that of the machine.</param>
    /// <param name="letters">Whether the letters of decisions go with their mails.</param>
    public static IServiceCollection AddPages(this IServiceCollection services, string? font = null, bool letters = true)
    {
        services.AddSingleton(new LetterSettings(letters));
        services.AddSingleton<DecisionLetters>();
        services.AddSingleton(_ => PaperFont.Find(font));
        services.AddSingleton<PaperPdf>();
        services.AddScoped<PaperAnswers>();
        // Razor would write Japanese as numeric references, three times the size.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddSingleton<PageRenderer>();
        services.AddSingleton<OfficeContacts>();
        services.AddSingleton(PlanReader.OfProduct);
        services.AddSingleton<PlanCatalog>();
        services.AddScoped<KitCatalog>();
        services.AddScoped<KitFiles>();
        services.AddScoped<NewsCatalog>();
        services.AddScoped<RoundCount>();
        services.AddScoped<FinishedResults>();
        services.AddScoped<OpenDataCatalog>();
        services.AddSingleton<INoticeRenderer, NoticeRenderer>();
        services.AddSingleton<IAlarmRenderer, AlarmRenderer>();
        return services;
    }
}

using Microsoft.Extensions.DependencyInjection;
using Tedori.Functions.Staff;
using Tedori.Functions.Staff.Approvals;
using Tedori.Functions.Staff.Dossiers;
using Tedori.Functions.Staff.Mails;
using Tedori.Functions.Staff.Notices;
using Tedori.Functions.Staff.Post;
using Tedori.Functions.Staff.Reviews;
using Tedori.Functions.Staff.Today;

namespace Tedori.Functions.Composition;

/// <summary>Registers what the pages of the console share.</summary>
public static class StaffServices
{
    /// <summary>Adds it.</summary>
    public static TServices AddStaff<TServices>(this TServices services)
        where TServices : IServiceCollection
    {
        services.AddScoped<StaffTrail>();
        services.AddScoped<ReviewStart>();
        services.AddScoped<StaffCaseFiles>();
        services.AddScoped<DossierWriter>();
        services.AddScoped<DueCases>();
        services.AddScoped<DueRounds>();
        services.AddScoped<DueMatters>();
        services.AddScoped<SystemState>();
        services.AddScoped<ReviewModels>();
        services.AddScoped<ProposalForms>();
        services.AddScoped<ProposalPreviews>();
        services.AddScoped<SeenCases>();
        services.AddScoped<NoticeChoice>();
        services.AddSingleton<EnvelopeFiles>();
        services.AddScoped<EnvelopeForms>();
        services.AddScoped<MailPages>();
        return services;
    }
}

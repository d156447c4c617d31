using Microsoft.Extensions.DependencyInjection;
using Tedori.Functions.Staff.Approvals;
using Tedori.Functions.Staff.Notices;
using Tedori.Functions.Staff.Post;
using Tedori.Functions.Staff.Reviews;

namespace Tedori.Functions.Composition;

/// <summary>Registers what reads the forms of staff's actions.</summary>
public static class ActServices
{
    /// <summary>Adds it.</summary>
    public static TServices AddStaffActs<TServices>(this TServices services)
        where TServices : IServiceCollection
    {
        services.AddScoped<ReviewModels>();
        services.AddScoped<ProposalForms>();
        services.AddScoped<ProposalPreviews>();
        services.AddScoped<NoticeChoice>();
        services.AddScoped<EnvelopeForms>();
        return services;
    }
}

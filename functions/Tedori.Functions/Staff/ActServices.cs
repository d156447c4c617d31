using Microsoft.Extensions.DependencyInjection;

namespace Tedori.Functions.Staff;

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

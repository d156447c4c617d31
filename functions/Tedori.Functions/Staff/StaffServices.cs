using Microsoft.Extensions.DependencyInjection;

namespace Tedori.Functions.Staff;

/// <summary>Registers what the pages of staff need besides the use cases.</summary>
public static class StaffServices
{
    /// <summary>Adds it.</summary>
    public static TServices AddStaffActs<TServices>(this TServices services)
        where TServices : IServiceCollection
    {
        services.AddScoped<ActTrail>();
        services.AddScoped<ReviewDesk>();
        services.AddScoped<ProposalForms>();
        services.AddScoped<ProposalPreviews>();
        services.AddScoped<NoticeChoice>();
        services.AddScoped<EnvelopeForms>();
        return services;
    }
}

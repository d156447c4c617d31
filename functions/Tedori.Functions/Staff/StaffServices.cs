using Microsoft.Extensions.DependencyInjection;

namespace Tedori.Functions.Staff;

/// <summary>Registers what the pages of the console share.</summary>
public static class StaffServices
{
    /// <summary>Adds it.</summary>
    public static TServices AddStaff<TServices>(this TServices services)
        where TServices : IServiceCollection
    {
        services.AddScoped<StaffTrail>();
        services.AddScoped<StaffFolders>();
        return services.AddStaffActs();
    }
}

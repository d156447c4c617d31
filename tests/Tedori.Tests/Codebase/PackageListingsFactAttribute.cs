namespace Tedori.Tests.Codebase;

/// <summary>A test of the stand-ins against the packages' listings: skipped where either is not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PackageListingsFactAttribute : FactAttribute
{
    public PackageListingsFactAttribute()
    {
        if (!Directory.Exists(PackageListings.Folder))
            Skip = $"The packages' listings are not at {PackageListings.Folder}.";
        else if (!File.Exists(Path.Combine(AppContext.BaseDirectory, "Tedori.StandIns.dll")))
            Skip = "Built against the real packages: there are no stand-ins to compare.";
    }
}

namespace Tedori.Tests.Azurite;

/// <summary>A test that needs Azurite; skipped, with the reason, where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AzuriteFactAttribute : FactAttribute
{
    public AzuriteFactAttribute()
    {
        if (AzuriteServer.Missing is { } reason)
            Skip = reason;
    }
}

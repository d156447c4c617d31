namespace Tedori.Tests.Azurite;

/// <summary>A theory that needs Azurite; skipped, with the reason, where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AzuriteTheoryAttribute : TheoryAttribute
{
    public AzuriteTheoryAttribute()
    {
        if (AzuriteServer.Missing is { } reason)
            Skip = reason;
    }
}

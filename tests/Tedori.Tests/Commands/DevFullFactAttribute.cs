namespace Tedori.Tests.Commands;

/// <summary>A test that writes to a device which is always full; skipped, with the reason, without one.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DevFullFactAttribute : FactAttribute
{
    public const string Device = "/dev/full";

    public DevFullFactAttribute()
    {
        if (!File.Exists(Device))
            Skip = $"there is no {Device} here";
    }
}

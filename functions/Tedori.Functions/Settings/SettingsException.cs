namespace Tedori.Functions.Settings;

/// <summary>App settings are missing or wrong. The message has one sentence a fault and none of their values.</summary>
public sealed class SettingsException(IReadOnlyList<string> faults)
    : InvalidOperationException("The app cannot start: " + string.Join(" ", faults))
{
    /// <summary>One sentence a fault.</summary>
    public IReadOnlyList<string> Faults { get; } = faults;
}

namespace Tedori.Workflows.Alarms;

/// <summary>Who hears of alarms.</summary>
/// <param name="To">Mail address; null for that of the office in the programme file.</param>
public sealed record AlarmSettings(string? To);

namespace Tedori.Functions.Settings;

/// <summary>What a developer's machine has instead of Azure. All of it is refused elsewhere.</summary>
public sealed record DevelopmentSettings
{
    /// <summary>Nothing: the app runs on Azure.</summary>
    public static readonly DevelopmentSettings None = new();

    /// <summary>Connection string of the emulator that holds the records, or null.</summary>
    public string? RecordsConnection { get; init; }

    /// <summary>Connection string of the emulator that holds the evidence, or null.</summary>
    public string? EvidenceConnection { get; init; }

    /// <summary>Folder of the key ring, or null.</summary>
    public string? KeyRingFolder { get; init; }

    /// <summary>Folder that mails are written to, or null.</summary>
    public string? MailFolder { get; init; }

    /// <summary>Server on this machine that mails go to, or null.</summary>
    public Uri? MailHost { get; init; }

    /// <summary>Whether the beacon is simulated: everybody knows its values in advance.</summary>
    public bool SimulatedBeacon { get; init; }

    /// <summary>File by which the clock is moved, or null.</summary>
    public string? ClockFile { get; init; }

    /// <summary>Whether this is a developer's machine: only there the records are on an emulator.</summary>
    public bool IsOn => RecordsConnection is not null;

    /// <summary>Nothing of it: connection strings carry keys.</summary>
    public override string ToString() => nameof(DevelopmentSettings);
}

namespace Tedori.Functions.Settings;

/// <summary>What the app settings say. Read once at the start; endpoints carry no keys.</summary>
public sealed record TedoriSettings
{
    /// <summary>Table endpoint of the records.</summary>
    public required Uri RecordsEndpoint { get; init; }

    /// <summary>Blob endpoint of the evidence.</summary>
    public required Uri EvidenceEndpoint { get; init; }

    /// <summary>Where the key ring is kept, and what wraps it; null where a developer's folder holds it.</summary>
    public required KeyRingSettings? KeyRing { get; init; }

    /// <summary>How mails leave and are reported on.</summary>
    public required MailSettings Mail { get; init; }

    /// <summary>Where the public reaches the app.</summary>
    public required Uri PublicUrl { get; init; }

    /// <summary>Relays of the beacon, at least one unless it is simulated.</summary>
    public required IReadOnlyList<Uri> BeaconRelays { get; init; }

    /// <summary>How staff sign in.</summary>
    public required StaffSignIn StaffSignIn { get; init; }

    /// <summary>Whether the platform authenticates whoever asks for the staff's pages.</summary>
    public bool Authenticates { get; init; }

    /// <summary>Client id of the managed identity.</summary>
    public required string IdentityClientId { get; init; }

    /// <summary>Connection string of Application Insights, or null: no telemetry goes there.</summary>
    public string? ApplicationInsights { get; init; }

    /// <summary>What holds on a developer's machine only.</summary>
    public DevelopmentSettings Development { get; init; } = DevelopmentSettings.None;

    /// <summary>Where further programme files lie, or null.</summary>
    public EditionsPlace? Editions { get; init; }

    /// <summary>File of the Japanese font for PDFs, or null: that of the machine.</summary>
    public string? PdfFont { get; init; }

    /// <summary>Where telemetry goes as OTLP, or null.</summary>
    public Uri? OtlpEndpoint { get; init; }
}

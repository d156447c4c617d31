using NodaTime;
using Tedori.Local.Data;
using Tedori.Local.Engine;
using Tedori.Programme.Programmes;
using Tedori.Workflows.Evidence;
using Tedori.Workflows.Hints;
using Tedori.Workflows.Mail;
using Tedori.Workflows.Records;

namespace Tedori.Local.Platform;

/// <summary>How to set one machine up.</summary>
internal sealed record PlatformOptions
{
    /// <summary>Path of the data folder.</summary>
    public required string Folder { get; init; }

    /// <summary>Where time comes from.</summary>
    public required ITimeline Timeline { get; init; }

    /// <summary>The editions to serve.</summary>
    public required IReadOnlyList<Edition> Editions { get; init; }

    /// <summary>What an acknowledged write survives.</summary>
    public Durability Durability { get; init; } = Durability.Full;

    /// <summary>Seed of the simulated beacon.</summary>
    public required long BeaconSeed { get; init; }

    /// <summary>Puts something between all code and the records.</summary>
    public Func<IRecords, IRecords> Records { get; init; } = records => records;

    /// <summary>Puts something between all code and the evidence.</summary>
    public Func<IEvidenceStore, IEvidenceStore> Evidence { get; init; } = evidence => evidence;

    /// <summary>Puts something between the notices and the outbox.</summary>
    public Func<IMail, IMail> Mail { get; init; } = mail => mail;

    /// <summary>Puts something between the desks and the engine.</summary>
    public Func<IHints, IHints> Hints { get; init; } = hints => hints;
}

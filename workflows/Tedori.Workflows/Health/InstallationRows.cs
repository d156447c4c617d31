using NodaTime;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Health;

/// <summary>What an installation keeps of its own beginning. Storage format.</summary>
internal static class InstallationRows
{
    /// <summary>The sealed document that bears the same mark as the records.</summary>
    public const string Document = "installation.json";

    private static readonly RowPartition Own = new(RecordSet.Office, "installation");

    /// <summary>The mark of the records.</summary>
    public static RowKey<Installation> Mark { get; } = Own.Row<Installation>("mark");

    /// <summary>A text that was sealed with the keys of the installation.</summary>
    public static RowKey<SealedProbe> Probe { get; } = Own.Row<SealedProbe>("probe");
}

/// <summary>The mark of an installation. Storage format.</summary>
/// <param name="Began">When its records began.</param>
public sealed record Installation(Instant Began);

/// <summary>A text that the installation's keys can open. Storage format.</summary>
/// <param name="Text">The text.</param>
public sealed record SealedProbe(string Text);

using NodaTime;
using Tedori.Programme.Evidence;

namespace Tedori.Workflows.Evidence;

/// <summary>A file that a case lists, filed or about to be. Storage format.</summary>
/// <param name="Number">Number of the upload that brought it, from 1.</param>
/// <param name="File">The file as a filing's receipt lists it.</param>
/// <param name="Kind">What its content is.</param>
/// <param name="RegisteredAt">When the server listed it.</param>
public sealed record HeldFile(int Number, EvidenceFile File, FileKind Kind, Instant RegisteredAt)
{
    /// <summary>What is doubtful about it, as the company was told, in Japanese; null for nothing.</summary>
    public string? Doubt { get; init; }

    /// <summary>True where more than one upload or mail brought it: it stays when one of them is taken back. Null else.</summary>
    public bool? Twice { get; init; }
}

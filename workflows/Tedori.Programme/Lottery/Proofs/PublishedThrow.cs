using NodaTime;

namespace Tedori.Programme.Lottery.Proofs;

/// <summary>
/// What fell before witnesses, committed and published before the public value exists that it is hashed with: whoever
/// chose the digits could not try them. Storage format.
/// </summary>
/// <param name="Text">
/// <c>tedori witnessed 2|round|draw|digits|time of the throw|SHA-256 of the minutes</c>.
/// </param>
/// <param name="CommittedAt">When the second of two people had typed it: from then on it is published.</param>
/// <param name="Source">Which public value it is hashed with, for example <c>nikkei225 2025-05-27</c>.</param>
/// <param name="Due">When that value comes to exist; later than the commitment.</param>
/// <param name="Value">The public value, or null before.</param>
public sealed record PublishedThrow(string Text, Instant CommittedAt, string Source, Instant Due, string? Value = null)
{
    /// <summary>What the text begins with.</summary>
    public const string Prefix = "tedori witnessed 2|";

    /// <summary>The text that is hashed, once the public value exists.</summary>
    public string? ProofText => Value is null ? null : $"{Text}|{Source}|{Value}";
}

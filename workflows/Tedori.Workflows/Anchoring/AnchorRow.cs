using System.Text.Json;
using Tedori.Programme.Audit;
using Tedori.Programme.Serialization;

namespace Tedori.Workflows.Anchoring;

/// <summary>The row of an anchor. Storage format.</summary>
/// <param name="Hash">Hash over the anchor's text and the hash of the anchor before.</param>
/// <param name="Anchor">The anchor, as the text that was hashed.</param>
public sealed record AnchorRow(string Hash, JsonElement Anchor)
{
    /// <summary>The row body of an anchor that follows the one with the given hash, and its own hash.</summary>
    public static (string Body, string Hash) Chain(Anchor anchor, string previous)
    {
        var text = TedoriJson.Write(anchor);
        var hash = HashChain.Next(previous, text);
        // Written by hand so that the text which is stored is the very text that was hashed.
        return ($"{{\"hash\":\"{hash}\",\"anchor\":{text}}}", hash);
    }

    /// <summary>The anchor itself.</summary>
    public Anchor Read() => TedoriJson.Read<Anchor>(Anchor.GetRawText());

    /// <summary>Whether this row follows the one with the given hash unchanged.</summary>
    public bool Follows(string previous) => HashChain.Next(previous, Anchor.GetRawText()) == Hash;
}

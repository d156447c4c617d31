using System.Text.Json;
using Tedori.Programme.Audit;
using Tedori.Programme.Cases;
using Tedori.Programme.Serialization;

namespace Tedori.Workflows.Cases;

/// <summary>An event row of a case. Storage format.</summary>
/// <param name="Number">Number of the event, from 1.</param>
/// <param name="Hash">Hash over the event's text and the hash before.</param>
/// <param name="Event">The event, as the text that was hashed.</param>
public sealed record EventRow(int Number, string Hash, JsonElement Event)
{
    /// <summary>The row body of an event that follows the one with the given hash, and its own hash.</summary>
    public static (string Body, string Hash) Chain(CaseEvent e, int number, string previous)
    {
        var text = TedoriJson.Write(e);
        var hash = HashChain.Next(previous, text);
        // Written by hand so that the text which is stored is the very text that was hashed.
        return ($"{{\"number\":{number},\"hash\":\"{hash}\",\"event\":{text}}}", hash);
    }

    /// <summary>The event itself.</summary>
    public CaseEvent Read() => TedoriJson.Read<CaseEvent>(Event.GetRawText());

    /// <summary>Whether this row follows the one with the given hash unchanged.</summary>
    public bool Follows(string previous) => HashChain.Next(previous, Event.GetRawText()) == Hash;
}

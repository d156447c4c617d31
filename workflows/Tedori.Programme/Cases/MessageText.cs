using Tedori.Programme.Text;

namespace Tedori.Programme.Cases;

/// <summary>What staff write to a company (事務局からの連絡): a subject of one line and paragraphs. Pure.</summary>
public static class MessageText
{
    /// <summary>Most characters of the subject.</summary>
    public const int MostSubject = 80;

    /// <summary>Most characters of the text, line ends included.</summary>
    public const int MostText = 4_000;

    /// <summary>The paragraphs of a text: its lines, without blank ones.</summary>
    public static IReadOnlyList<string> Paragraphs(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. text.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0)];
    }

    /// <summary>Why it cannot be sent, or null where it can.</summary>
    public static Refusal? Check(string subject, IReadOnlyList<string> paragraphs)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(paragraphs);
        if (string.IsNullOrWhiteSpace(subject) || subject.Length > MostSubject || subject.Any(char.IsControl))
            return Refusals.MessageSubject;
        if (Turns(subject))
            return Refusals.TextTurns("件名");
        if (paragraphs.FirstOrDefault(Turns) is { } turning)
            return Refusals.TextTurns($"本文の「{Head(turning)}」で始まる段落");
        // As a field counts what is typed: an end of line between two lines is one character.
        return paragraphs.Count == 0 || paragraphs.All(string.IsNullOrWhiteSpace) || paragraphs.Sum(p => p.Length + 1) - 1 > MostText
            ? Refusals.MessageBody
            : null;
    }

    // As far as it shows what it says.
    private static string Head(string paragraph) =>
        string.Concat(paragraph.EnumerateRunes().Where(r => !Invisible.TurnsDirection(r)).Take(10));

    /// <summary>Whether something in a text turns the direction: it shows something else than it says.</summary>
    internal static bool Turns(string text) => text.EnumerateRunes().Any(Invisible.TurnsDirection);
}

using NodaTime;
using NodaTime.Text;
using Tedori.Functions.Languages;

namespace Tedori.Functions.Papers;

/// <summary>A statement of a paper.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Texts">The statement, piece by piece.</param>
public sealed record PaperField(string Label, params IReadOnlyList<PaperText> Texts);

/// <summary>An item of a list, with the digest of what it names.</summary>
/// <param name="Text">The item.</param>
/// <param name="Sha256">64 hexadecimal digits, or null.</param>
public sealed record PaperItem(string Text, string? Sha256 = null);

/// <summary>A piece of a statement.</summary>
/// <param name="Text">As it is read.</param>
/// <param name="Time">The same time for programs (the attribute <c>datetime</c>), or null where it is none.</param>
/// <param name="IsDigest">Whether it is compared character by character and may break anywhere.</param>
public sealed record PaperText(string Text, string? Time = null, bool IsDigest = false)
{
    /// <summary>A text that is nothing else.</summary>
    public static implicit operator PaperText(string text) => new(text);

    /// <summary>A day.</summary>
    public static PaperText Of(LocalDate day) => new(Written.Day(day), LocalDatePattern.Iso.Format(day));

    /// <summary>An instant to the second, as receipts are compared.</summary>
    public static PaperText Of(Instant at) => new(
        Written.Second(at),
        InstantPattern.ExtendedIso.Format(at));
}

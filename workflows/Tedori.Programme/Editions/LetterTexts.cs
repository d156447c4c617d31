namespace Tedori.Programme.Editions;

/// <summary>
/// What notices say that the office decides, in Japanese; of each null where the file does not say, and then nothing is said.
/// </summary>
public sealed record LetterTexts
{
    /// <summary>How a company objects to a decision (教示).</summary>
    public string? Appeal { get; init; }

    /// <summary>How long a review takes.</summary>
    public string? Review { get; init; }

    /// <summary>How the expert visits are arranged.</summary>
    public string? Visits { get; init; }
}

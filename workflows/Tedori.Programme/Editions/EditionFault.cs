namespace Tedori.Programme.Editions;

/// <summary>One thing that is wrong with a programme file.</summary>
/// <param name="Path">
/// Path of the field, for example <c>rounds[3].plain.claim</c>: names as in the file, list positions from 0, marks
/// (<c>value</c>, <c>source</c>) left out of the way to a value; <c>$</c> for the file as a whole.
/// </param>
/// <param name="Message">One English sentence or two: what is wrong and what to do.</param>
public sealed record EditionFault(string Path, string Message)
{
    /// <summary>Path and message on one line.</summary>
    public override string ToString() => $"{Path}: {Message}";
}

namespace Tedori.Programme.Editions;

/// <summary>An allowed value that departs from the habit of the programme: worth a second look when keyed.</summary>
/// <param name="Path">Path of the field, as in <see cref="EditionFault.Path"/>.</param>
/// <param name="Message">One English sentence: what was expected and what the file says.</param>
public sealed record EditionWarning(string Path, string Message)
{
    /// <summary>Path and message on one line.</summary>
    public override string ToString() => $"{Path}: {Message}";
}

namespace Tedori.Programme.Filings;

/// <summary>One section of a form.</summary>
/// <param name="Id">Its id, unique in the form.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Kind">How it is laid out.</param>
/// <param name="Fields">Its fields in order.</param>
public sealed record FormSection(string Id, string Title, SectionKind Kind, IReadOnlyList<FormField> Fields)
{
    /// <summary>Sentences under the heading.</summary>
    public IReadOnlyList<string> Intro { get; init; } = [];

    /// <summary>Name of the field on which the whole section depends, or null.</summary>
    public string? With { get; init; }
}

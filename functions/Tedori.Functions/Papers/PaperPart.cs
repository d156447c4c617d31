namespace Tedori.Functions.Papers;

/// <summary>A piece of a paper.</summary>
public abstract record PaperPart
{
    private PaperPart()
    {
    }

    /// <summary>A heading.</summary>
    /// <param name="Text">Its text.</param>
    public sealed record Heading(string Text) : PaperPart;

    /// <summary>A heading below a heading.</summary>
    /// <param name="Text">Its text.</param>
    /// <param name="ChangeAt">Where a page lets what stands below it be changed, or null; nothing on paper.</param>
    public sealed record Subheading(string Text, string? ChangeAt = null) : PaperPart;

    /// <summary>A paragraph.</summary>
    /// <param name="Text">Its text.</param>
    public sealed record Paragraph(string Text) : PaperPart;

    /// <summary>To whom it is sent.</summary>
    /// <param name="Lines">The lines of the address.</param>
    public sealed record Address(IReadOnlyList<string> Lines) : PaperPart;

    /// <summary>A number to be read across the room and by a scanner.</summary>
    /// <param name="Text">The number, printable ASCII.</param>
    public sealed record Number(string Text) : PaperPart;

    /// <summary>What is stated, by label.</summary>
    /// <param name="Entries">The statements in order.</param>
    public sealed record Fields(params IReadOnlyList<PaperField> Entries) : PaperPart;

    /// <summary>A list.</summary>
    /// <param name="Items">Its items.</param>
    public sealed record Listing(params IReadOnlyList<PaperItem> Items) : PaperPart;

    /// <summary>An address for a phone's camera.</summary>
    /// <param name="Url">Where it leads.</param>
    public sealed record Link(Uri Url) : PaperPart;
}

namespace Tedori.Functions.Languages;

/// <summary>
/// Who reads the page that is being made. As with a culture of .NET it belongs to the flow of execution: what an async
/// method sets holds for what it calls, and no longer than it runs.
/// </summary>
/// <param name="Language">In which language.</param>
/// <param name="Page">
/// Address on this site, to come back to after another language was chosen. Null where no language can be chosen.
/// </param>
public sealed record Reader(Language Language, string? Page)
{
    private static readonly AsyncLocal<Reader?> Flow = new();

    /// <summary>Nobody whose language is known: whatever is not a page for companies is in Japanese.</summary>
    public static readonly Reader Nobody = new(Language.Japanese, null);

    /// <summary>Whether the page answers what was sent: whoever chooses another language there comes back to the form as it was.</summary>
    public bool IsAnswered { get; init; }

    /// <summary>
    /// The pages of the company that reads, known once it is let in: its mails follow what it chooses on any of them, also on
    /// one that refuses something. Null for everybody else.
    /// </summary>
    public Lazy<OwnPages>? Own { get; init; }

    /// <summary>The language that was chosen, where the page has not been translated to it; else null.</summary>
    public Language? Missed { get; private init; }

    /// <summary>The language that was chosen.</summary>
    public Language Chosen => Missed ?? Language;

    /// <summary>The reader of a page that there is in Japanese only.</summary>
    public Reader OfJapanesePage() => Language.Binds ? this : this with { Language = Language.Japanese, Missed = Language };

    /// <summary>The reader; in Japanese outside of pages.</summary>
    public static Reader Current
    {
        get => Flow.Value ?? Nobody;
        set => Flow.Value = value;
    }

    /// <summary>Makes something in Japanese whoever reads: papers and what is kept.</summary>
    public static T InJapanese<T>(Func<T> make) => In(Language.Japanese, make);

    /// <summary>Makes something in a language whoever reads.</summary>
    public static T In<T>(Language language, Func<T> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        var reader = Current;
        Current = new(language, null);
        try
        {
            return make();
        }
        finally
        {
            Current = reader;
        }
    }
}

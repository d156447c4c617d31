using Tedori.Programme.Cases;

namespace Tedori.Workflows.Notices;

/// <summary>What would leave if an act were done now.</summary>
/// <param name="Groups">One example of each kind of notice and language, in the order in which they were found.</param>
public sealed record ExpectedMails(IReadOnlyList<ExpectedGroup> Groups)
{
    /// <summary>Nothing leaves.</summary>
    public static readonly ExpectedMails None = new([]);

    /// <summary>How many mails in all of the cases that were looked at.</summary>
    public int Count => Groups.Sum(g => g.Count);

    /// <summary>At most how many cases were not looked at, because there are too many; 0 where all were.</summary>
    public int Unread { get; init; }
}

/// <summary>Mails of one kind and one language that would leave.</summary>
/// <param name="Count">How many.</param>
/// <param name="Example">The first of them.</param>
public sealed record ExpectedGroup(int Count, ExpectedMail Example);

/// <summary>A mail as it would leave, but for the secret of its link.</summary>
/// <param name="Notice">The notice as the rules compose it.</param>
/// <param name="Mail">The same as the mail will read.</param>
public sealed record ExpectedMail(Notice Notice, RenderedMail Mail);

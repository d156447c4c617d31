using Tedori.Programme.Cases;

namespace Tedori.Programme.Notices;

/// <summary>What a notice tells, without what comes next.</summary>
/// <param name="Subject">What happened, without the receipt number.</param>
/// <param name="Paragraphs">It in sentences, a paragraph each.</param>
/// <param name="Facts">It as a table.</param>
internal sealed record NoticeText(string Subject, IReadOnlyList<string> Paragraphs, IReadOnlyList<NoticeFact> Facts)
{
    public NoticeText(string subject, IReadOnlyList<string> paragraphs)
        : this(subject, paragraphs, [])
    {
    }
}

/// <summary>The next step of a notice.</summary>
/// <param name="Sentence">What to do by when, or that nothing is to be done.</param>
/// <param name="Due">By when and how, as a table.</param>
internal sealed record NoticeNext(string Sentence, IReadOnlyList<NoticeFact> Due)
{
    public NoticeNext(string sentence)
        : this(sentence, [])
    {
    }
}

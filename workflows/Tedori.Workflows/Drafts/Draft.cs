using NodaTime;
using Tedori.Programme.Filings;

namespace Tedori.Workflows.Drafts;

/// <summary>What a company typed into a form and has not filed (下書き). Storage format.</summary>
/// <param name="Form">Which form, as <see cref="FormKey"/> prints it.</param>
/// <param name="Version">How often it was saved; 0 where it never was.</param>
/// <param name="SavedAt">When it was saved last.</param>
/// <param name="Texts">What was typed, by name of the field.</param>
public sealed record Draft(string Form, int Version, Instant SavedAt, IReadOnlyDictionary<string, string> Texts)
{
    /// <summary>What was typed.</summary>
    public FormAnswers Answers() => new(Texts);
}

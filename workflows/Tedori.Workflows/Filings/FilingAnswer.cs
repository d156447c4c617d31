using Tedori.Programme;
using Tedori.Programme.Filings;

namespace Tedori.Workflows.Filings;

/// <summary>What became of a filing.</summary>
public abstract record FilingAnswer
{
    private FilingAnswer()
    {
    }

    /// <summary>It is filed, now or by an earlier request with the same key.</summary>
    /// <param name="Number">Number of the filing: that of the event which took it in, from 1 in each case.</param>
    public sealed record Filed(int Number) : FilingAnswer;

    /// <summary>The form is not filled as it must be; nothing was filed.</summary>
    public sealed record Faulty(IReadOnlyList<FormFault> Faults) : FilingAnswer;

    /// <summary>The rules refused it. What was typed is kept as a draft.</summary>
    public sealed record Refused(Refusal Refusal) : FilingAnswer;
}

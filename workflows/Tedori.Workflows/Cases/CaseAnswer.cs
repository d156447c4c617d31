using Tedori.Programme;
using Tedori.Programme.Cases;

namespace Tedori.Workflows.Cases;

/// <summary>What became of a command.</summary>
public abstract record CaseAnswer
{
    private CaseAnswer()
    {
    }

    /// <summary>It was accepted; no events where it had been before.</summary>
    /// <param name="State">The case as it stands now.</param>
    /// <param name="Events">What happened, in order.</param>
    /// <param name="Count">How many events there are: the number of the last one.</param>
    public sealed record Accepted(CaseState State, IReadOnlyList<CaseEvent> Events, int Count) : CaseAnswer;

    /// <summary>The rules refused it.</summary>
    public sealed record Refused(Refusal Refusal) : CaseAnswer;

    /// <summary>Others changed the case after it was shown; nothing was done.</summary>
    /// <param name="State">The case as it stands now.</param>
    /// <param name="Seen">How many events had been shown.</param>
    /// <param name="Events">How many there are.</param>
    public sealed record Changed(CaseState State, int Seen, int Events) : CaseAnswer;

    /// <summary>There is no such case.</summary>
    public sealed record NotFound(CaseId Id) : CaseAnswer;
}

using Tedori.Programme.Cases;

namespace Tedori.Workflows.Cases;

/// <summary>What became of a command.</summary>
public abstract record CaseAnswer
{
    private CaseAnswer()
    {
    }

    /// <summary>It was accepted; no events where it had been before.</summary>
    public sealed record Accepted(CaseState State, IReadOnlyList<CaseEvent> Events) : CaseAnswer;

    /// <summary>The rules refused it.</summary>
    public sealed record Refused(Refusal Refusal) : CaseAnswer;

    /// <summary>There is no such case.</summary>
    public sealed record NotFound(CaseId Id) : CaseAnswer;
}

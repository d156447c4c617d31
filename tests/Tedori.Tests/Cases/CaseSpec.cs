using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Serialization;
using Tedori.Testing.Cases;

namespace Tedori.Tests.Cases;

/// <summary>
/// A decider spec: given these events, when this is asked, then these events, this refusal, or nothing.
/// </summary>
internal sealed class CaseSpec
{
    private readonly List<CaseEvent> past;
    private Edition edition = Sample.R7;
    private Decision? decision;

    private CaseSpec(IEnumerable<CaseEvent> past) => this.past = [.. past];

    public CaseState State => CaseEvolution.Fold(past);

    public static CaseSpec Given(params IEnumerable<CaseEvent> events) => new(events);

    public CaseSpec And(params IEnumerable<CaseEvent> events)
    {
        past.AddRange(events);
        return this;
    }

    /// <summary>Under the rules of another edition than r7.</summary>
    public CaseSpec In(Edition other)
    {
        edition = other;
        return this;
    }

    /// <summary>Asks. Events of an earlier command of the same spec belong to the past by then.</summary>
    public CaseSpec When(CaseCommand command)
    {
        if (decision is Decision.Accepted accepted)
            past.AddRange(accepted.Events);
        decision = CaseDecider.Decide(edition, past.Count == 0 ? null : State, command);
        return this;
    }

    /// <summary>Exactly these events, compared as they are stored.</summary>
    public void Then(params CaseEvent[] expected) =>
        Assert.Equal(expected.Select(Text), Accepted().Select(Text));

    public void ThenNothing() => Then();

    public CaseState ThenState() => CaseEvolution.Fold([.. past, .. Accepted()]);

    public Refusal ThenRefused(string code)
    {
        var refused = Assert.IsType<Decision.Refused>(decision);
        Assert.Equal(code, refused.Refusal.Code);
        Assert.EndsWith("。", refused.Refusal.Text, StringComparison.Ordinal);
        return refused.Refusal;
    }

    public IReadOnlyList<CaseEvent> Accepted() => Assert.IsType<Decision.Accepted>(decision).Events;

    private static string Text(CaseEvent e) => TedoriJson.Write(e);
}

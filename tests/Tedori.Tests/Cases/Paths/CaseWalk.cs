using NodaTime;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Notices;
using Tedori.Testing.Cases;

namespace Tedori.Tests.Cases.Paths;

/// <summary>
/// Asks the decider everything in every kind of situation that it leads to, with and without promotion, and keeps what
/// it answered.
/// </summary>
internal sealed class CaseWalk
{
    private readonly HashSet<object> seen = [];
    private readonly Queue<Situation> open = new();

    private CaseWalk()
    {
    }

    public HashSet<(Type Command, Type Event)> Given { get; } = [];

    public HashSet<(Type Command, string Code)> Refused { get; } = [];

    public HashSet<(Type Command, string Where)> Accepted { get; } = [];

    /// <summary>What each refusal reads like.</summary>
    public SortedDictionary<string, string> Texts { get; } = new(StringComparer.Ordinal);

    /// <summary>Ways from a step or outcome by an event to another, or to itself.</summary>
    public HashSet<(string From, Type Event, string To)> Ways { get; } = [];

    /// <summary>The first notice of each event, where it sends any.</summary>
    public Dictionary<Type, Notice> Told { get; } = [];

    public static CaseWalk Through(params IEnumerable<Edition> editions)
    {
        var walk = new CaseWalk();
        foreach (var edition in editions)
            walk.Walk(edition);
        return walk;
    }

    /// <summary>Goes on from a grant under an edition that pays through lists.</summary>
    public CaseWalk AndMoney(Edition edition)
    {
        seen.Clear();
        GoOn(CaseEvolution.Fold(Story.Granted), Story.Granted[^1].At);
        while (open.TryDequeue(out var situation))
            foreach (var at in situation.Moments(edition))
                foreach (var command in MoneyInputs.Of(situation.State, at))
                    Ask(edition, situation.State, command);
        return this;
    }

    private void Walk(Edition edition)
    {
        seen.Clear();
        Ask(edition, null, CaseInputs.Entry(Tokyo.At("2025-05-19T09:00:00")));
        while (open.TryDequeue(out var situation))
            foreach (var at in situation.Moments(edition))
                foreach (var command in CaseInputs.Of(edition, situation.State, at))
                    Ask(edition, situation.State, command);
    }

    private void Ask(Edition edition, CaseState? state, CaseCommand command)
    {
        var decision = CaseDecider.Decide(edition, state, command);
        if (decision is Decision.Refused { Refusal: var refusal })
        {
            Refused.Add((TypeOf(command), refusal.Code));
            Texts.TryAdd(refusal.Code, refusal.Text);
        }
        else if (decision is Decision.Accepted { Events.Count: > 0 } accepted)
        {
            Accepted.Add((TypeOf(command), state is null ? "" : Situation.NameOf(state)));
            GoOn(accepted.Events.Aggregate(state, (s, e) => Follow(edition, s, command, e))!, command.At);
        }
    }

    private CaseState Follow(Edition edition, CaseState? state, CaseCommand command, CaseEvent e)
    {
        var after = CaseEvolution.Evolve(state, e);
        Given.Add((TypeOf(command), TypeOf(e)));
        Ways.Add((state is null ? "[*]" : Situation.NameOf(state), TypeOf(e), Situation.NameOf(after)));
        if (!Told.ContainsKey(TypeOf(e)) && NoticeComposer.Compose(edition, after, e, 1) is { } notice)
            Told.Add(TypeOf(e), notice);
        return after;
    }

    /// <summary>The type of a command; of one about money what it asks.</summary>
    private static Type TypeOf(CaseCommand command) =>
        command is CaseCommand.MoveMoney { What: var what } ? what.GetType() : command.GetType();

    /// <summary>The type of an event; of one about money what happened.</summary>
    private static Type TypeOf(CaseEvent e) => e is CaseEvent.MoneyMoved { What: var what } ? what.GetType() : e.GetType();

    private void GoOn(CaseState state, Instant at)
    {
        var situation = new Situation(state, at);
        if (seen.Add(situation.Kind))
            open.Enqueue(situation);
    }
}

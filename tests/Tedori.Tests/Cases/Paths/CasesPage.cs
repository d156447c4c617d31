using System.Text;
using Tedori.Programme;
using Tedori.Programme.Cases;

namespace Tedori.Tests.Cases.Paths;

/// <summary>The page that says what may happen to a case, written from what the decider answered.</summary>
internal sealed class CasesPage(CaseWalk walk)
{
    private static readonly Type[] Commands = CasesPageTests.Commands;
    private static readonly Type[] Events = CasesPageTests.Events;
    private static readonly string[] Places =
        [.. Enum.GetNames<Step>().Except([nameof(Step.Closed)]), .. Enum.GetNames<Outcome>()];

    private readonly StringBuilder text = new();

    public string Write()
    {
        text.Clear().Append("""
            # A case: commands, events, notices

            Generated: a test asks the decider (`Tedori.Programme/Cases/CaseDecider.cs`) every command, as it should be
            and with each of its faults, in every kind of situation that it leads to, and fails where this page says
            something else. `TEDORI_UPDATE_GOLDEN=1 dotnet test tests/Tedori.Tests --filter CasesPage` writes it anew.

            ## Steps and outcomes

            An arrow is an event that moves a case; `PassTime` is the command by which time moves one. What leaves a case
            where it is stands in the table of events.


            """);
        Diagram();
        CommandTable();
        EventTable();
        RefusalTable();
        return text.ToString();
    }

    private void Diagram()
    {
        text.Append("```mermaid\nstateDiagram-v2\n");
        foreach (var place in Places)
            text.Append($"  {place}: {place} {LabelOf(place)}\n");
        var moves = walk.Ways.Where(w => w.From != w.To).GroupBy(w => (w.From, w.To))
            .OrderBy(g => Array.IndexOf(Places, g.Key.From)).ThenBy(g => Array.IndexOf(Places, g.Key.To));
        foreach (var move in moves)
            text.Append($"  {move.Key.From} --> {move.Key.To}: {Names(Events, move.Select(w => w.Event))}\n");
        text.Append("```\n\n");
    }

    private void CommandTable()
    {
        text.Append("""
            ## Commands

            Repeating a command that was accepted is no fault: it gives no events.

            | command | where | events → notices | refusals |
            |---|---|---|---|

            """);
        foreach (var command in Commands)
            text.Append($"| `{command.Name}` | {WhereOf(command)} | {EventsOf(command)} | {CodesOf(command)} |\n");
    }

    private void EventTable()
    {
        text.Append("""

            ## Events and what the company is told

            | event | stays in | notice | subject, for example |
            |---|---|---|---|

            """);
        foreach (var e in Events)
            text.Append(walk.Told.TryGetValue(e, out var notice)
                ? $"| `{e.Name}` | {StaysIn(e)} | `{notice.Kind}` | {SubjectOf(notice)} |\n"
                : $"| `{e.Name}` | {StaysIn(e)} | | |\n");
        text.Append("""

            `LinkSentAgain` is sent on request, `MailReceived` because a mail came: both belong to no event.

            """);
    }

    private void RefusalTable()
    {
        text.Append("""

            ## Refusals

            Codes are stable; whoever asked reads the text.

            | code | text, for example |
            |---|---|

            """);
        foreach (var (code, words) in walk.Texts)
            text.Append($"| `{code}` | {words} |\n");
    }

    private string EventsOf(Type command) => string.Join(", ", Events.Where(e => walk.Given.Contains((command, e)))
        .Select(e => walk.Told.TryGetValue(e, out var notice) ? $"`{e.Name}` → `{notice.Kind}`" : $"`{e.Name}`"));

    private string CodesOf(Type command) => string.Join(", ", walk.Refused.Where(r => r.Command == command)
        .Select(r => $"`{r.Code}`").Order(StringComparer.Ordinal));

    private string WhereOf(Type command) =>
        Names(Places, walk.Accepted.Where(a => a.Command == command).Select(a => a.Where));

    private string StaysIn(Type e) =>
        Names(Places, walk.Ways.Where(w => w.Event == e && w.From == w.To).Select(w => w.From));

    private static string SubjectOf(Notice notice) =>
        notice.Subject[(notice.Subject.IndexOf('】', StringComparison.Ordinal) + 1)..];

    private static string Names(Type[] order, IEnumerable<Type> some) =>
        string.Join(", ", order.Intersect(some).Select(t => t.Name));

    private static string Names(string[] order, IEnumerable<string> some)
    {
        string[] names = [.. order.Intersect(some)];
        return names.Length == order.Length ? "everywhere" : string.Join(", ", names);
    }

    private static string LabelOf(string place) => Enum.TryParse<Step>(place, out var step)
        ? CaseLabels.Of(step)
        : CaseLabels.Of(Enum.Parse<Outcome>(place));
}

using System.Text;
using Tedori.Functions.Staff;
using Tedori.Functions.Staff.Approvals;
using Tedori.Functions.Staff.Audit;
using Tedori.Programme.Approvals;
using Tedori.Programme.Cases;
using Tedori.Testing.Cases;
using Tedori.Workflows.Audit;

namespace Tedori.Tests.Staff;

/// <summary>Writes the page of what staff may do: act, role, second person, notice, audit entry.</summary>
internal static class ActsPage
{
    public static string Write()
    {
        var page = new StringBuilder("""
            # What staff may do

            Written by `ActsPageTests`, which walks every request and every proposed action; `TEDORI_UPDATE_GOLDEN=1` writes it anew.
            Before an act its intent is in the audit log, afterwards what became of it. People are told apart by the id of their
            account, never by name. What needs a second person stands in the programme file (`secondPerson.alone`); the column says
            what 令和7年度 has. Before an act with a notice, whoever does it, and whoever approves it, sees the mails as they will be read
            (ADR 0047); what is typed into them can be changed and seen anew.

            ## Requests

            | act | request | role | second person | notice | audit entry |
            |---|---|---|---|---|---|

            """);
        foreach (var (route, act) in ActRows.Posted)
        {
            page.AppendLine($"| {act.Name} | `{route}` | {RouteTable.Rows[route]} | {act.Second ?? "–"} "
                + $"| {Notices(act.Notices)} | {Audit(act.Audit)} |");
        }

        page.Append("""

            ## Proposed and approved

            | act | action | proposes | approves | notice | audit entry |
            |---|---|---|---|---|---|

            """);
        foreach (var (type, notices) in ActRows.Proposed)
        {
            var action = ActSamples.Of(type);
            var second = Sample.R7.SecondPerson.Asks(SignedActs.Of(action)) ? "another Approver" : "–";
            page.AppendLine($"| {ActionLabels.Of(action)} | `{type.Name}` | {ActSamples.ProposerOf(type)} | {second} "
                + $"| {Notices(notices)} | {Audit([AuditActions.Propose, AuditActions.ApproveProposal])} |");
        }

        return page.ToString().ReplaceLineEndings("\n");
    }

    private static string Notices(NoticeKind[] kinds) =>
        kinds.Length == 0 ? "–" : string.Join("、", kinds.Select(KindLabels.Of));

    private static string Audit(string[] actions) =>
        actions.Length == 0 ? "–" : string.Join("、", actions.Select(a => $"`{a}` {AuditLabels.Of(a)}"));
}

using Microsoft.Extensions.DependencyInjection;
using Tedori.Programme.Approvals;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Testing.Cases;
using Tedori.Workflows.Approvals;
using Tedori.Workflows.Bulk;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Notices;
using Tedori.Workflows.Office;
using Tedori.Workflows.Post;

namespace Tedori.Testing.Office;

/// <summary>What staff use, over the records of the test office.</summary>
internal sealed class ActingOffice
{
    public static readonly StaffMember Ito = new("ito", "伊藤", [StaffRole.Reviewer]);
    public static readonly StaffMember Ueda = new("ueda", "上田", [StaffRole.Reviewer]);
    public static readonly StaffMember Endo = new("endo", "遠藤", [StaffRole.Approver]);

    private int proposals;

    /// <param name="edition">The programme, or null for 令和7年度.</param>
    /// <param name="add">Ports that this office has besides, or instead.</param>
    public ActingOffice(Edition? edition = null, Action<IServiceCollection>? add = null) =>
        Office = new(edition: edition, add: add);

    public TestOffice Office { get; }

    public EditionCatalog Editions => Office.Editions;

    public DocumentNumbers Documents => Office.Get<DocumentNumbers>();

    public PostService Post => Office.Get<PostService>();

    public NoticeRepetition Repetition => Office.Get<NoticeRepetition>();

    public NoticeJobs Jobs => Office.Get<NoticeJobs>();

    public ClosedDays ClosedDays => Office.Get<ClosedDays>();

    public ProposalService Proposals => Office.Get<ProposalService>();

    public ProposalActions Actions => Office.Get<ProposalActions>();

    /// <summary>Round 1 with so many winners.</summary>
    public async Task<ActingOffice> WithWinnersAsync(int count)
    {
        await Office.ReleaseAsync(count);
        await Office.PublishAsync();
        return this;
    }

    public Task<CaseAnswer> DoAsync(int serial, CaseCommand command) =>
        Office.Cases.HandleAsync(new(TestOffice.First, serial), command);

    /// <summary>Files the company registration on the tenth of June.</summary>
    public async Task RegisterAsync(int serial)
    {
        Office.Clock.Reset(Tokyo.At("2025-06-10T11:00:00"));
        Assert.IsType<CaseAnswer.Accepted>(await DoAsync(
            serial, new CaseCommand.RegisterCompany(
                Office.Now, Sample.Web(Office.Now, $"company-{serial}"))));
    }

    /// <summary>Brings a case to the review of its claim of the items 1, 2 and 15 with three persons.</summary>
    public async Task ClaimAsync(int serial)
    {
        await RegisterAsync(serial);
        await AcceptAsync("2025-06-25T14:00:00", serial, at => new CaseCommand.PassEligibility(at, Signed: Sample.Two));
        await AcceptAsync(
            "2025-07-10T10:00:00", serial, at => new CaseCommand.RecordVisit(at, 1, Tokyo.Day("2025-07-10")));
        await AcceptAsync(
            "2025-07-20T10:00:00", serial, at => new CaseCommand.RecordVisit(at, 2, Tokyo.Day("2025-07-20")));
        await AcceptAsync("2025-10-01T10:00:00", serial,
            at => new CaseCommand.RegisterProject(at, Sample.Web(at, $"project-{serial}"), [1, 2, 15]));
        await AcceptAsync("2026-07-10T10:00:00", serial,
            at => new CaseCommand.SubmitClaim(at, Sample.Web(at, $"claim-{serial}"), [1, 2, 15], 3));
    }

    /// <summary>Ito proposes and Endo approves, and it is done.</summary>
    public async Task<IReadOnlyList<ActionVerdict>> DecideAsync(params ProposedAction[] actions)
    {
        var id = await ApproveAsync(actions);
        await RunAsync(Actions, id);
        return await Proposals.VerdictsAsync(id);
    }

    /// <summary>Ito proposes and Endo approves.</summary>
    public async Task<string> ApproveAsync(params ProposedAction[] actions)
    {
        var id = $"p{++proposals}";
        Assert.Null((await Proposals.ProposeAsync(id, actions, "試験", Ito)).Refusal);
        Assert.Null((await Proposals.ApproveAsync(id, Endo)).Refusal);
        return id;
    }

    /// <summary>Does work on many cases in the order of its items, as its orchestration does.</summary>
    public static async Task RunAsync(IBulkWork work, string id)
    {
        for (var after = ""; ;)
        {
            var open = await work.FindAsync(id, after, FindOpenItems.Most);
            if (open.Items.Count == 0)
                return;
            foreach (var item in open.Items)
                await work.PerformAsync(id, item);
            after = open.Items[^1];
        }
    }

    /// <summary>The events of a case.</summary>
    public async Task<IReadOnlyList<CaseEvent>> EventsAsync(int serial)
    {
        var events = new List<CaseEvent>();
        await foreach (var (_, e) in new CaseHistory(Office.Records).SinceAsync(new(TestOffice.First, serial), 0))
            events.Add(e);
        return events;
    }

    private async Task AcceptAsync(string local, int serial, Func<NodaTime.Instant, CaseCommand> command)
    {
        Office.Clock.Reset(Tokyo.At(local));
        Assert.IsType<CaseAnswer.Accepted>(await DoAsync(serial, command(Office.Now)));
    }
}

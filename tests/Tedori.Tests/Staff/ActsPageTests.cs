using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Tedori.Functions.Http;
using Tedori.Functions.Staff;
using Tedori.Functions.Staff.Audit;
using Tedori.Local.Host;
using Tedori.Programme;
using Tedori.Programme.Approvals;
using Tedori.Programme.Cases;
using Tedori.Programme.Notices;
using Tedori.Programme.Signing;
using Tedori.Testing;
using Tedori.Testing.Cases;
using Tedori.Testing.Office;
using Tedori.Tests.Codebase;
using Tedori.Workflows.Approvals;

namespace Tedori.Tests.Staff;

/// <summary>The table of what staff may do leaves nothing out and says what the code does.</summary>
public sealed class ActsPageTests
{
    private static readonly Assembly App = typeof(RequestPipeline).Assembly;
    private static readonly CallGraph Graph = new(App, typeof(ProposalService).Assembly, typeof(CaseId).Assembly);
    private static readonly string Do = Graph.NameOf(typeof(StaffTrail).GetMethod(nameof(StaffTrail.DoAsync))!);

    private static readonly Dictionary<string, MethodInfo> Requests = FunctionCatalog.Of(App).With<HttpTriggerAttribute>()
        .Where(f => f.Trigger.Route?.StartsWith("staff", StringComparison.Ordinal) == true)
        .SelectMany(f => f.Trigger.Methods!.Select(m => ($"{m.ToUpperInvariant()} {f.Trigger.Route}", f.Function.Method)))
        .Where(f => !f.Item1.StartsWith("GET ", StringComparison.Ordinal)
            && !f.Item1.StartsWith("HEAD ", StringComparison.Ordinal)).ToDictionary(f => f.Item1, f => f.Method);

    public static TheoryData<string> Routes => [.. Requests.Keys];

    [Fact]
    public async Task Page_BesideTheApp_SaysWhatTheTableSays()
    {
        var file = RepositoryRoot.Of("functions", "STAFF.md");
        var page = ActsPage.Write();
        if (Environment.GetEnvironmentVariable("TEDORI_UPDATE_GOLDEN") == "1")
            await File.WriteAllTextAsync(file, page);
        Assert.Equal(await File.ReadAllTextAsync(file), page);
    }

    [Fact]
    public void Table_EveryRequestThatMayChangeSomething_HasARow() =>
        Assert.Equal(Requests.Keys.Order(StringComparer.Ordinal), ActRows.Posted.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Routes))]
    public void Request_ThatChangesSomething_WritesItsIntentFirst(string route) => Assert.Equal(
        ActRows.Posted[route].Audit.Length > 0, Graph.Reaches(Graph.NameOf(Requests[route]), Do));

    [Fact]
    public void Audit_EveryEntryOfTheTable_HasWords() => Assert.All(
        ActRows.Posted.Values.SelectMany(a => a.Audit), a => Assert.Contains(AuditLabels.All, l => l.Action == a));

    [Fact]
    public void Table_EveryProposedAction_HasARowAndAnActAndSomebodyWhoDoesIt()
    {
        var types = typeof(ProposedAction).GetNestedTypes().OrderBy(t => t.Name).ToList();
        Assert.Equal(types, ActRows.Proposed.Keys.OrderBy(t => t.Name));
        Assert.Equal(types, ActSamples.Types.OrderBy(t => t.Name));
        var performers = new TestOffice().Get<IEnumerable<IActionPreview>>().ToList();
        Assert.All(ActSamples.Types.Select(ActSamples.Of), a => Assert.Single(performers, p => p.Performs(a)));
    }

    [Fact]
    public void Acts_AllThatAnEditionNames_AreProposed() => Assert.Equal(
        Enum.GetValues<StaffAct>().Order(), ActSamples.Types.Select(t => SignedActs.Of(ActSamples.Of(t))).Distinct().Order());

    [Theory]
    [InlineData(typeof(ProposedAction.PassEligibility))]
    [InlineData(typeof(ProposedAction.FailEligibility))]
    [InlineData(typeof(ProposedAction.GrantClaim))]
    [InlineData(typeof(ProposedAction.RefuseClaim))]
    [InlineData(typeof(ProposedAction.ReleasePayment))]
    [InlineData(typeof(ProposedAction.ExtendCase))]
    [InlineData(typeof(ProposedAction.ReplaceContact))]
    [InlineData(typeof(ProposedAction.RepeatNotice))]
    [InlineData(typeof(ProposedAction.Promote))]
    public void Notices_OfAnActAboutACase_AreThoseOfTheTable(Type type)
    {
        var (given, command) = ActStories.Of(type);
        var state = CaseEvolution.Fold(given);
        var decided = Assert.IsType<Decision.Accepted>(CaseDecider.Decide(Sample.Promoting, state, command));
        var told = new List<NoticeKind>();
        foreach (var (index, e) in decided.Events.Index())
        {
            state = CaseEvolution.Evolve(state, e);
            if (NoticeComposer.Compose(Sample.Promoting, state, e, given.Length + index + 1) is { } notice)
                told.Add(notice.Kind);
        }

        Assert.Equal(ActRows.Proposed[type], told);
    }
}

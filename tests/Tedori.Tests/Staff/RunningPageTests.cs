using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Tedori.Programme;
using Tedori.Programme.Approvals;
using Tedori.Programme.Cases;
using Tedori.Programme.Serialization;
using Tedori.Testing.Serve;
using Tedori.Workflows.Approvals;
using Tedori.Workflows.Bulk;
using Tedori.Workflows.Notices;
using Tedori.Workflows.Records;
using Tedori.Workflows.Sweeping;
using static Tedori.Testing.Staff.ActingClient;

namespace Tedori.Tests.Staff;

/// <summary>The pages of work on many cases while it is being done: begun on the record, its hint lost.</summary>
public sealed class RunningPageTests(ServedFolder served) : IClassFixture<ServedFolder>
{
    [Fact]
    public async Task Proposal_WhileItIsDone_ShowsHowFarItIsAndLoadsItselfAgain()
    {
        using var endo = await SignInAsync(served, "dev-endo");
        var cases = (await CasesAsync(served, 1, Step.ProjectRegistration)).Take(4).ToList();
        var proposal = new Proposal(
            "running", [.. cases.Select(id => new ProposedAction.RevokeLinks(id, 1))], "誤送信", "dev-ito", "伊藤",
            served.Clock.Now, ProposalState.Approved, "dev-endo", "遠藤", served.Clock.Now);
        await PutAsync("proposals", proposal.Id, proposal);
        await PerformAsync<ProposalActions>(proposal.Id, "0002");

        var running = await endo.PageAsync("/staff/proposals/running");
        var held = await endo.PageAsync("/staff/proposals/running?hold=yes");

        Assert.Equal("5", RefreshOf(running));
        Assert.StartsWith("処理中25% ", running.Title, StringComparison.Ordinal);
        Assert.Equal(("1", "4"), BarOf(running));
        Assert.Contains("完了1件", running.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("未処理3件", running.Body.TextContent, StringComparison.Ordinal);
        Assert.Null(RefreshOf(held));
        Assert.NotNull(held.QuerySelector("#running a[href='/staff/proposals/running']"));

        await SweepAsync();
        var done = await endo.PageAsync("/staff/proposals/running");

        Assert.Null(RefreshOf(done));
        Assert.Null(done.QuerySelector("#running"));
        Assert.Contains("完了4件", done.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Job_WhileItIsDone_ShowsHowFarItIsAndLoadsItselfAgain()
    {
        using var ito = await SignInAsync(served, "dev-ito");
        var cases = (await CasesAsync(served, 1, Step.ProjectRegistration)).TakeLast(3).ToList();
        var job = new NoticeJob(
            "running", [.. cases.Select(id => new NoticeId(id, NoticeKind.EntryReceived, 1))], null, "届かない",
            "dev-ito", "伊藤", served.Clock.Now, false);
        await PutAsync("notice-jobs", job.Id, job);
        await PerformAsync<NoticeJobs>(job.Id, "0001");

        var running = await ito.PageAsync("/staff/notices/jobs/running");

        Assert.Equal("5", RefreshOf(running));
        Assert.StartsWith("処理中33% ", running.Title, StringComparison.Ordinal);
        Assert.Equal(("1", "3"), BarOf(running));

        await SweepAsync();
        var done = await ito.PageAsync("/staff/notices/jobs/running");

        Assert.Null(RefreshOf(done));
        Assert.Contains("3 / 3件", done.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Proposal_OfWhatASearchFound_ListsItsCases()
    {
        using var ito = await SignInAsync(served, "dev-ito");
        var find = Uri.EscapeDataString("?round=1&step=ProjectRegistration");

        var kinds = await ito.PageAsync($"/staff/proposals/new?find={find}");
        var link = kinds.QuerySelector("main a[href*='kind=extend&']")!.GetAttribute("href")!;
        var form = await ito.PageAsync(link);

        var listed = form.QuerySelector("#cases")!.TextContent.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal((await CasesAsync(served, 1, Step.ProjectRegistration)).Select(id => $"{id}"), listed);
    }

    private static string? RefreshOf(IDocument page) =>
        page.QuerySelector("meta[http-equiv=refresh]")?.GetAttribute("content");

    private static (string? Done, string? Total) BarOf(IDocument page)
    {
        var bar = page.QuerySelector("[role=status] progress")!;
        return (bar.GetAttribute("value"), bar.GetAttribute("max"));
    }

    private async Task PutAsync<T>(string partition, string key, T body)
    {
        var write = new Write.Insert(key, TedoriJson.Write(body));
        var records = served.Services.GetRequiredService<IRecords>();
        Assert.True((await records.CommitAsync(RecordSet.Office, partition, [write])).Succeeded);
    }

    private async Task PerformAsync<T>(string id, string item)
        where T : IBulkWork
    {
        await using var scope = served.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<T>().PerformAsync(id, item);
    }

    private async Task SweepAsync()
    {
        await using (var scope = served.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<Sweeper>().SweepAsync();
        await served.IdleAsync();
    }
}

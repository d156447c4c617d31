using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Tedori.Functions.Azure.Tables;
using Tedori.Local.Host;
using Tedori.Programme;
using Tedori.Programme.Approvals;
using Tedori.Testing;
using Tedori.Testing.Azurite;
using Tedori.Testing.Office;
using Tedori.Workflows.Approvals;
using Tedori.Workflows.Bulk;
using Tedori.Workflows.Canary;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Durable;
using Tedori.Workflows.Notices;
using Tedori.Workflows.Records;
using Tedori.Workflows.Rounds;

namespace Tedori.Tests.Development;

/// <summary>What <c>func start</c> runs with the example's settings, short of the Functions host itself.</summary>
public sealed partial class LaptopTests(Laptop laptop) : IClassFixture<Laptop>
{
    [SkippableFact]
    public void Records_OfTheExample_AreInAzurite()
    {
        AzuriteServer.Require();
        Assert.IsType<TableRecords>(laptop.Services.GetRequiredService<IRecords>());
    }

    [SkippableFact]
    public async Task Entry_MadeOnALaptop_IsRecordedAndMailedWithALinkThatOpensItsPage()
    {
        AzuriteServer.Require();
        using var company = new LaptopVisitor(laptop);
        var id = CaseId.Parse(await company.EnterAsync());

        var mail = await MailAsync($"{id}.entryReceived.0001.html");
        await using var scope = laptop.Services.CreateAsyncScope();
        var snapshot = await scope.ServiceProvider.GetRequiredService<CaseCommandHandler>().ReadAsync(id);
        Assert.Equal(Step.AwaitingDraw, snapshot!.State.Step);
        var link = new Uri(WebUtility.HtmlDecode(Link().Match(mail).Groups[1].Value));
        Assert.Equal("localhost:7071", link.Authority);
        Assert.Equal($"/my/{id}", (await company.SubmitAsync(
            await company.PageAsync(link.PathAndQuery), "/my/open"))?.OriginalString);
        var page = await company.PageAsync($"/my/{id}");
        Assert.Contains(id.ToString(), page.Body!.TextContent, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Function_OfEveryKind_AnswersWithoutAFailure()
    {
        AzuriteServer.Require();
        using var company = new LaptopVisitor(laptop);
        var id = await EnteredAsync(company);
        await laptop.RunTimersAsync();
        await MailAsync($"{id}.entryReceived.0001.html");
        var canary = await PlantedAsync();
        var bulk = await ApprovedAsync(id);
        foreach (var (function, _) in laptop.Functions.With<ActivityTriggerAttribute>())
        {
            var call = laptop.CallAsync(function, InputOf(function, id, canary, bulk));
            // It was reached, and says what has to come before it.
            if (function.Name == nameof(PublishResults))
            {
                var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => call);
                Assert.Contains("is not released", refusal.Message, StringComparison.Ordinal);
            }
            else
            {
                await call;
            }
        }

        await company.SignInAsync("dev-kato");
        var token = LaptopVisitor.Hidden((await company.PageAsync("/lost-link")).QuerySelector("main form")!).ToList();

        foreach (var (function, trigger) in laptop.Functions.With<HttpTriggerAttribute>())
        {
            var path = "/" + PathOf(trigger.Route!, id);
            foreach (var method in trigger.Methods!)
            {
                var (status, page, _) = await company.AskAsync(method.ToUpperInvariant(), path, token);
                Assert.True(
                    (int)status < 500,
                    $"{function.Name} answered {method} {path} with {status}: {page.Body?.TextContent}");
                Assert.True(
                    page.QuerySelector("h1")?.TextContent != "ページが見つかりません" || MayBeAbsent(function, path),
                    $"{function.Name} was not reached by {path}.");
            }
        }
    }

    [SkippableFact]
    public async Task Orchestrator_OfEveryKind_RunsAndNoneFails()
    {
        AzuriteServer.Require();
        using var company = new LaptopVisitor(laptop);
        var id = await EnteredAsync(company);
        await laptop.RunTimersAsync();
        var bulk = await ApprovedAsync(id);

        using var patience = new CancellationTokenSource(Patience.Limit);
        var done = await laptop.Client.WaitForInstanceCompletionAsync(
            bulk.Instance, getInputsAndOutputs: true, patience.Token);
        Assert.Equal("Completed", $"{done.RuntimeStatus}{done.FailureDetails}");
        var notice = await laptop.Client.WaitForInstanceCompletionAsync(
            $"{id}.entryReceived.0001", getInputsAndOutputs: true, patience.Token);
        Assert.Equal("Completed", $"{notice.RuntimeStatus}{notice.FailureDetails}");
        var seen = new List<OrchestrationMetadata>();
        await foreach (var instance in laptop.Client.GetAllInstancesAsync())
            seen.Add(instance);
        Assert.Empty(seen.Where(i => i.RuntimeStatus == OrchestrationRuntimeStatus.Failed).Select(i => i.InstanceId));
        Assert.Equal(
            laptop.Functions.With<OrchestrationTriggerAttribute>().Select(f => f.Function.Name),
            seen.Select(i => i.Name).Distinct().Order(StringComparer.Ordinal));
        // Not ended: between two executions of one it is pending for a moment.
        Assert.False(seen.Single(i => i.InstanceId == id).IsCompleted);
        Assert.False(seen.Single(i => i.InstanceId == InstanceNames.Of(laptop.Open)).IsCompleted);
    }

    private async Task<string> EnteredAsync(LaptopVisitor company)
    {
        var id = await company.EnterAsync();
        Assert.StartsWith($"{laptop.Open}-", id, StringComparison.Ordinal);
        return id;
    }

    private static bool MayBeAbsent(FunctionEntry function, string path) =>
        function.Name is "Absent" or "AbsentRoot" || path.Contains("absent", StringComparison.Ordinal);

    private async Task<string> PlantedAsync()
    {
        await using var scope = laptop.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<DurableClientAccessor>().Client = laptop.Client;
        return CanaryId.Of(await scope.ServiceProvider.GetRequiredService<CanaryService>().PlantAsync());
    }

    // Work on many cases, here on one.
    private async Task<BulkId> ApprovedAsync(string id)
    {
        await using var scope = laptop.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<DurableClientAccessor>().Client = laptop.Client;
        var proposals = scope.ServiceProvider.GetRequiredService<ProposalService>();
        var proposal = $"laptop-{id}";
        await proposals.ProposeAsync(
            proposal, [new ProposedAction.RevokeLinks(CaseId.Parse(id), 99)], "試験", ActingOffice.Ito);
        Assert.Null((await proposals.ApproveAsync(proposal, ActingOffice.Endo)).Refusal);
        return new(ProposalService.Kind, proposal);
    }

    private async Task<string> MailAsync(string name)
    {
        var path = Path.Combine(laptop.MailFolder, name);
        using var patience = new CancellationTokenSource(Patience.Limit);
        // The text is written after the page.
        while (!File.Exists(Path.ChangeExtension(path, ".txt")))
            await Task.Delay(20, patience.Token);
        return await File.ReadAllTextAsync(path);
    }

    private object InputOf(FunctionEntry activity, string id, string canary, BulkId bulk) => activity.Name switch
    {
        nameof(Advance) => id,
        nameof(AdvanceRound) => laptop.Open.ToString(),
        nameof(PublishResults) => new PublishPage(laptop.Open.ToString(), 0),
        nameof(SendNotice) or nameof(CheckNotice) or nameof(ReportMailTrouble) => $"{id}.entryReceived.0001",
        nameof(RecordCanary) => canary,
        nameof(FindOpenItems) => bulk.ToString(),
        nameof(PerformItem) => new BulkItem(bulk.ToString(), "0001"),
        var other => throw new InvalidOperationException($"This test knows no input for the activity {other}."),
    };

    private string PathOf(string route, string id) => Parameter().Replace(route, match => match.Groups[1].Value switch
    {
        "caseId" or "id" => id,
        "round" => route.StartsWith("rounds/", StringComparison.Ordinal) ? "1" : laptop.Open.ToString(),
        "form" => "company",
        "way" => "withdraw",
        "noticeId" or "notice" => $"{id}.entryReceived.0001",
        "sha256" or "digest" => new string('0', 64),
        "number" => "1",
        "path" => "absent",
        "ignored" => "",
        _ => "absent",
    });

    [GeneratedRegex(@"\{\*?(\w+)[^}]*\}")]
    private static partial Regex Parameter();

    [GeneratedRegex("href=\"(http://localhost:7071/my/open[^\"]*)\"")]
    private static partial Regex Link();
}

using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Tedori.Functions.Applicants;
using Tedori.Functions.Azure.Tables;
using Tedori.Local.Host;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Lottery;
using Tedori.Tests.Azurite;
using Tedori.Workflows;
using Tedori.Workflows.Canary;
using Tedori.Workflows.Cases;
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
        var snapshot = await scope.ServiceProvider.GetRequiredService<CaseDesk>().ReadAsync(id);
        Assert.Equal(Step.AwaitingDraw, snapshot!.State.Step);
        var link = new Uri(WebUtility.HtmlDecode(Link().Match(mail).Groups[1].Value));
        Assert.Equal("localhost:7071", link.Authority);
        Assert.Equal($"/my/{id}", (await company.SubmitAsync(
            await company.PageAsync(link.PathAndQuery), "/my/open"))?.OriginalString);
        Assert.Contains(id.ToString(), (await company.PageAsync($"/my/{id}")).Body!.TextContent, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Function_OfEveryKind_AnswersWithoutAFailure()
    {
        AzuriteServer.Require();
        using var company = new LaptopVisitor(laptop);
        var id = await EnteredAsync(company);
        await laptop.RunTimersAsync();
        foreach (var (function, _) in laptop.Functions.With<ActivityTriggerAttribute>())
            await laptop.CallAsync(function, InputOf(function, id));
        await company.SignInAsync("dev-kato");
        var token = LaptopVisitor.Hidden((await company.PageAsync("/lost-link")).QuerySelector("form")!).ToList();

        foreach (var (function, trigger) in laptop.Functions.With<HttpTriggerAttribute>())
        {
            var path = "/" + PathOf(trigger.Route!, id);
            foreach (var method in trigger.Methods!)
            {
                var (status, page, _) = await company.AskAsync(method.ToUpperInvariant(), path, token);
                Assert.True((int)status < 500, $"{function.Name} answered {method} {path} with {status}: {page.Body?.TextContent}");
                Assert.True(function.Name is "Absent" or "AbsentRoot" || page.QuerySelector("h1")?.TextContent != "ページが見つかりません"
                    || path.Contains("absent", StringComparison.Ordinal), $"{function.Name} was not reached by {path}.");
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
        var due = laptop.Services.GetRequiredService<IClock>().GetCurrentInstant();
        await laptop.Client.ScheduleNewOrchestrationInstanceAsync(
            nameof(CanaryOrchestrator), CanaryId.Of(due), new StartOrchestrationOptions("canary-of-this-test"));

        Assert.Equal(OrchestrationRuntimeStatus.Completed, await EndOf("canary-of-this-test"));
        Assert.Equal(OrchestrationRuntimeStatus.Completed, await EndOf($"{id}.entryReceived.0001"));
        foreach (var (name, instance) in new[] { (nameof(CaseOrchestrator), $"{id}"), (nameof(RoundOrchestrator), $"round-{laptop.Open}") })
        {
            var found = await laptop.Client.GetInstanceAsync(instance);
            Assert.Equal((name, true), (found?.Name, found?.IsRunning));
        }

        string[] seen =
            [nameof(CanaryOrchestrator), nameof(CaseOrchestrator), nameof(NoticeOrchestrator), nameof(RoundOrchestrator)];
        Assert.Equal(laptop.Functions.With<OrchestrationTriggerAttribute>().Select(f => f.Function.Name), seen);

        async Task<OrchestrationRuntimeStatus> EndOf(string instance)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            return (await laptop.Client.WaitForInstanceCompletionAsync(instance, patience.Token)).RuntimeStatus;
        }
    }

    private async Task<string> EnteredAsync(LaptopVisitor company)
    {
        var id = await company.EnterAsync();
        Assert.StartsWith($"{laptop.Open}-", id, StringComparison.Ordinal);
        return id;
    }

    private async Task<string> MailAsync(string name)
    {
        var path = Path.Combine(laptop.MailFolder, name);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        // The text is written after the page.
        while (!File.Exists(Path.ChangeExtension(path, ".txt")))
            await Task.Delay(20, patience.Token);
        return await File.ReadAllTextAsync(path);
    }

    private object InputOf(FunctionEntry activity, string id) => activity.Name switch
    {
        nameof(Advance) => id,
        nameof(AdvanceRound) => laptop.Open.ToString(),
        nameof(PublishResults) => new PublishPage(laptop.Open.ToString(), 0),
        nameof(SendNotice) or nameof(CheckNotice) or nameof(ReportMailTrouble) => $"{id}.entryReceived.0001",
        nameof(RecordCanary) => CanaryId.Of(laptop.Services.GetRequiredService<IClock>().GetCurrentInstant()),
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

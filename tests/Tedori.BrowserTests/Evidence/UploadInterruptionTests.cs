using Microsoft.Playwright;
using NodaTime;
using Tedori.Testing;
using Tedori.Testing.Evidence;
using static Tedori.BrowserTests.Evidence.UploadVisit;

namespace Tedori.BrowserTests.Evidence;

/// <summary><c>upload.js</c> where something breaks in the middle: it goes on where it stood, or says how to.</summary>
[Collection(ChromiumGroup.Name)]
public sealed class UploadInterruptionTests(Chromium chromium)
{
    [SkippableFact]
    public async Task Upload_ConnectionThatDrops_GoesOnWithTheBlockThatBroke()
    {
        await using var visit = await UploadVisit.BeginAsync(chromium);
        var site = visit.Site;
        var drops = 3;
        site.Fault = async context =>
        {
            // In the middle of the third block, more than once.
            if (!IsBlock(context, 2) || drops-- <= 0)
                return false;
            await context.Request.Body.ReadAtLeastAsync(new byte[300_000], 300_000);
            context.Abort();
            return true;
        };
        await visit.OpenAsync();
        await visit.ChooseAsync(("就業規則.pdf", Large));
        await visit.Rows.First.WaitForAsync();
        Assert.Equal([("就業規則.pdf", Digest(Large))], await site.ListedAsync());
        Assert.Equal(5 + 3, site.Blocks);
    }

    [SkippableFact]
    public async Task Upload_PageReloadedInTheMiddle_GoesOnWhereItStood()
    {
        await using var visit = await UploadVisit.BeginAsync(chromium);
        var site = visit.Site;
        var arrived = new TaskCompletionSource();
        site.Fault = async context =>
        {
            if (!IsBlock(context, 3))
                return false;
            arrived.TrySetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return true;
        };
        await visit.OpenAsync();
        var file = await visit.FileAsync("就業規則.pdf", Large);
        await visit.ChooseAsync(file);
        await arrived.Task.WaitAsync(Patience.Limit);
        visit.Page.Dialog += (_, dialog) => dialog.AcceptAsync();
        await visit.Page.ReloadAsync();
        site.Fault = _ => Task.FromResult(false);
        site.Puts.Clear();

        Assert.Equal("「就業規則.pdf」は送信の途中です。同じファイルを選ぶと続きから再開します。", await visit.StatusAsync("途中"));
        await visit.ChooseAsync(file);
        await visit.Rows.First.WaitForAsync();
        Assert.Equal([("就業規則.pdf", Digest(Large))], await site.ListedAsync());
        Assert.Equal(2, site.Blocks);
        Assert.Single(site.Office.Rows("upload-"));
    }

    [SkippableFact]
    public async Task Upload_UrlThatEndsInTheMiddle_GetsAFreshOne()
    {
        await using var visit = await UploadVisit.BeginAsync(chromium);
        var site = visit.Site;
        site.Fault = context =>
        {
            if (IsBlock(context, 1) && site.Blocks == 2)
                site.Office.Office.Clock.Advance(Duration.FromMinutes(11));
            return Task.FromResult(false);
        };
        await visit.OpenAsync();
        await visit.ChooseAsync(("就業規則.pdf", Large));
        await visit.Rows.First.WaitForAsync();
        Assert.Equal([("就業規則.pdf", Digest(Large))], await site.ListedAsync());
        Assert.Single(site.Office.Rows("upload-"));
    }

    [SkippableFact]
    public async Task Upload_AnswersThatAreLost_AreAskedForAgain()
    {
        await using var visit = await UploadVisit.BeginAsync(chromium);
        var site = visit.Site;
        var lost = new HashSet<string>();
        site.Fault = async context =>
        {
            // Done, but the answer never arrives: the list of blocks, and the registration.
            var what = context.Request.Query["comp"] == "blocklist" ? "list"
                : context.Request.Path.Value!.EndsWith("/uploads/1", StringComparison.Ordinal) ? "register"
                : null;
            if (what is null || !lost.Add(what))
                return false;
            if (what == "register")
                await site.Service.RegisterUploadAsync(EvidenceOffice.Case, 1);
            context.Abort();
            return true;
        };
        await visit.OpenAsync();
        await visit.ChooseAsync(("就業規則.pdf", SampleFiles.Pdf()));
        await visit.Rows.First.WaitForAsync();
        Assert.Equal(2, lost.Count);
        Assert.Equal([("就業規則.pdf", Digest(SampleFiles.Pdf()))], await site.ListedAsync());
    }

    [SkippableFact]
    public async Task Upload_StoreThatForgotItsBlocks_SendsThemAgain()
    {
        await using var visit = await UploadVisit.BeginAsync(chromium);
        var site = visit.Site;
        site.Fault = async context =>
        {
            if (context.Request.Query["comp"] == "blocklist"
                && site.Puts.Count(p => p.Contains("blocklist", StringComparison.Ordinal)) == 1)
                await site.Office.Quarantine.DiscardAsync(await site.Office.KeyAsync(1));
            return false;
        };
        await visit.OpenAsync();
        await visit.ChooseAsync(("就業規則.pdf", Large));
        await visit.Rows.First.WaitForAsync();
        Assert.Equal([("就業規則.pdf", Digest(Large))], await site.ListedAsync());
        Assert.Equal(10, site.Blocks);
    }

    [SkippableFact]
    public async Task Upload_StoreThatStaysAway_SaysHowToGoOn()
    {
        await using var visit = await UploadVisit.BeginAsync(chromium);
        var site = visit.Site;
        site.Fault = context =>
        {
            if (!IsBlock(context, 0))
                return Task.FromResult(false);
            context.Response.StatusCode = 503;
            return Task.FromResult(true);
        };
        await visit.OpenAsync();
        await visit.ChooseAsync(("就業規則.pdf", SampleFiles.Pdf()));
        Assert.Equal(
            "「就業規則.pdf」を送信できませんでした。通信状態を確かめて、同じファイルを選び直してください。続きから再開します。", await visit.ErrorAsync());
        Assert.Empty(await site.ListedAsync());
    }

    [SkippableFact]
    public async Task Upload_Stopped_SaysSoAndSendsNoMore()
    {
        await using var visit = await UploadVisit.BeginAsync(chromium);
        var site = visit.Site;
        var arrived = new TaskCompletionSource();
        site.Fault = async context =>
        {
            if (!IsBlock(context, 1))
                return false;
            arrived.TrySetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return true;
        };
        await visit.OpenAsync();
        await visit.ChooseAsync(("就業規則.pdf", Large));
        await arrived.Task.WaitAsync(Patience.Limit);
        await visit.Tab.ShotAsync("upload-running");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "送信を中止する" }).ClickAsync();
        Assert.Equal("「就業規則.pdf」の送信を中止しました。", await visit.ErrorAsync());
        Assert.Equal(2, site.Blocks);
    }
}

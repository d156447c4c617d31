using Microsoft.Playwright;
using NodaTime;
using Tedori.Programme.Evidence;
using Tedori.Testing;
using Tedori.Testing.Evidence;
using static Tedori.BrowserTests.Evidence.UploadVisit;

namespace Tedori.BrowserTests.Evidence;

/// <summary><c>upload.js</c> where something breaks in the middle: it goes on where it stood, or says how to.</summary>
[Collection(ChromiumGroup.Name)]
public sealed class UploadInterruptionTests(Chromium chromium)
{
    [SkippableFact]
    public async Task Upload_ConnectionThatDrops_GoesOnWithThePartThatBroke()
    {
        await using var visit = await UploadVisit.BeginAsync(chromium);
        var site = visit.Site;
        var drops = 3;
        site.Fault = async context =>
        {
            // In the middle of the third part, more than once.
            if (!IsPart(context, 3) || drops-- <= 0)
                return false;
            await context.Request.Body.ReadAtLeastAsync(new byte[300_000], 300_000);
            context.Abort();
            return true;
        };
        await visit.OpenAsync();
        await visit.ChooseAsync(("就業規則.pdf", Large));
        await visit.Rows.First.WaitForAsync();
        Assert.Equal([("就業規則.pdf", Digest(Large))], await site.ListedAsync());
        Assert.Equal(["0001", "0002", "0003", "0003", "0003", "0003", "0004", "0005"], site.Puts);
    }

    [SkippableFact]
    public async Task Upload_PageReloadedInTheMiddle_GoesOnWhereItStood()
    {
        await using var visit = await UploadVisit.BeginAsync(chromium);
        var site = visit.Site;
        var arrived = new TaskCompletionSource();
        site.Fault = async context =>
        {
            if (!IsPart(context, 4))
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
        Assert.Equal(["0004", "0005"], site.Puts);
        Assert.Single(site.Office.Rows("upload-"));
    }

    [SkippableFact]
    public async Task Upload_UrlThatEndsInTheMiddle_GetsAFreshOne()
    {
        await using var visit = await UploadVisit.BeginAsync(chromium);
        var site = visit.Site;
        site.Fault = context =>
        {
            if (IsPart(context, 2) && site.Puts.Count == 2)
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
            // Done, but the answer never arrives: the part, and the registration.
            var what = IsPart(context, 1) ? "part"
                : context.Request.Path.Value!.EndsWith("/uploads/1", StringComparison.Ordinal) ? "register"
                : null;
            if (what is null || !lost.Add(what))
                return false;
            if (what == "register")
                await site.Service.RegisterUploadAsync(EvidenceOffice.Case, 1);
            else
                await site.PutAsync(1, SampleFiles.Pdf());
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
    public async Task Upload_StoreThatForgotItsParts_SendsThemAgain()
    {
        await using var visit = await UploadVisit.BeginAsync(chromium);
        var site = visit.Site;
        site.Fault = async context =>
        {
            if (context.Request.Path.Value!.EndsWith("/uploads/1", StringComparison.Ordinal) && site.Puts.Count == 5)
                await site.Office.Quarantine.DiscardAsync(await site.Office.PartsAsync(1));
            return false;
        };
        await visit.OpenAsync();
        await visit.ChooseAsync(("就業規則.pdf", Large));
        await visit.Rows.First.WaitForAsync();
        Assert.Equal([("就業規則.pdf", Digest(Large))], await site.ListedAsync());
        Assert.Equal(10, site.Puts.Count);
        Assert.Single(site.Office.Rows("upload-"));
    }

    // Somebody who got hold of the URL can be first, once. What the company sent is then not what arrived.
    [SkippableFact]
    public async Task Upload_PartThatAStrangerPutBefore_IsRefusedAndTakenTheNextTime()
    {
        await using var visit = await UploadVisit.BeginAsync(chromium);
        var site = visit.Site;
        site.Fault = async context =>
        {
            if (IsPart(context, 1) && site.Puts.Count == 1)
                await site.PutAsync(1, SampleFiles.Pdf("別の内容"));
            return false;
        };
        await visit.OpenAsync();
        await visit.ChooseAsync(("就業規則.pdf", SampleFiles.Pdf("就業規則")));
        Assert.Equal(EvidenceRefusals.DigestDiffers("就業規則.pdf").Text, await visit.ErrorAsync());
        Assert.Empty(await site.ListedAsync());

        await visit.ChooseAsync(("就業規則.pdf", SampleFiles.Pdf("就業規則")));
        await visit.Rows.First.WaitForAsync();
        Assert.Equal([("就業規則.pdf", Digest(SampleFiles.Pdf("就業規則")))], await site.ListedAsync());
    }

    [SkippableFact]
    public async Task Upload_StoreThatStaysAway_SaysHowToGoOn()
    {
        await using var visit = await UploadVisit.BeginAsync(chromium);
        var site = visit.Site;
        site.Fault = context =>
        {
            if (!IsPart(context, 1))
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
            if (!IsPart(context, 2))
                return false;
            arrived.TrySetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return true;
        };
        await visit.OpenAsync();
        await visit.ChooseAsync(("就業規則.pdf", Large));
        await arrived.Task.WaitAsync(Patience.Limit);
        Assert.InRange(await visit.Page.Locator("progress").EvaluateAsync<double>("bar => bar.value"), 20, 50);
        await visit.Tab.ShotAsync("upload-running");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "送信を中止する" }).ClickAsync();
        Assert.Equal("「就業規則.pdf」の送信を中止しました。", await visit.ErrorAsync());
        Assert.Equal(["0001", "0002"], site.Puts);
    }
}

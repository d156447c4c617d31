using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using NodaTime;
using Tedori.Functions.Components.Forms;
using Tedori.Functions.Http;
using Tedori.Functions.Staff.Reviews;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Text;
using Tedori.Workflows.Audit;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Evidence;
using Tedori.Workflows.Office;
using Tedori.Workflows.Rounds;

namespace Tedori.Functions.Staff.Rounds;

/// <summary>Where each of two people types what fell before witnesses; neither sees what the other typed.</summary>
public sealed class ThrowEndpoints(
    RequestPipeline pipeline, Responses responses, WitnessService witnesses, ISealedDocuments documents, EditionCatalog editions, StaffTrail trail)
{
    private const string Route = "staff/rounds/{round}/throw";
    private static readonly string[] Fields = ["digits", "date", "time", "witnesses", "minutes"];

    /// <summary>The form.</summary>
    [Function("ShowThrow")]
    public Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, string round) =>
        pipeline.StaffAsync(request, StaffRole.Reviewer, async page => Known(round) is { } id
            ? await PageAsync(page, id, [], StatusCodes.Status200OK)
            : await responses.NotFoundAsync());

    /// <summary>Takes what was typed.</summary>
    [Function("TypeThrow")]
    public Task<IActionResult> TypeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        [DurableClient] DurableTaskClient client, string round) =>
        pipeline.StaffAsync(request, StaffRole.Reviewer, async page => Known(round) is { } id
            ? await TypeAsync(page, id)
            : await responses.NotFoundAsync(), BodyLimit.File);

    /// <summary>A time as time fields post it, or as members type it.</summary>
    internal static LocalTime? Time(string text) =>
        Times.Read(text) is { IsRead: true, Value.Time: var time } ? time : null;

    private RoundId? Known(string round) => RoundId.TryParse(round, out var id) && editions.Has(id) ? id : null;

    private async Task<IActionResult> TypeAsync(StaffRequest page, RoundId round)
    {
        var form = page.Form;
        if (form["do"] == "closing")
            return await TypeClosingAsync(page, round);
        var (date, time) = (ReviewForm.Date(form["date"]), Time(form["time"]));
        var names = form["witnesses"].Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var at = date is { } day && time is { } clock ? JapanTime.At(day, clock) : Instant.MinValue;
        var typed = new WitnessedThrow(Digits(form["digits"]), names, await MinutesAsync(page, round, keep: false) ?? "", at);
        var errors = typed.Faults().Select(f => new FieldError(FieldOf(f), f.Text)).ToList();
        if (date is null)
            errors.Add(new("date", "立会抽選を行った日を年月日で入力してください。"));
        if (time is null)
            errors.Add(new("time", "立会抽選を行った時刻を入力してください。"));
        if (errors.Count > 0)
            return await PageAsync(page, round, [.. errors.OrderBy(e => Array.IndexOf(Fields, e.Field))]);
        var refusal = await trail.DoAsync(
            page, AuditActions.TypeThrow, round.ToString(), null, null,
            async () =>
            {
                await MinutesAsync(page, round, keep: true);
                return await witnesses.TypeAsync(round, typed, page.Member.Id, page.Cancellation);
            }, r => r?.Code ?? "入力済み");
        return refusal is null
            ? Responses.SeeOther(page.Request.HttpContext.Response, $"/staff/rounds/{round}/throw")
            : await PageAsync(page, round, [new(FieldOf(refusal), refusal.Text)]);
    }

    private async Task<IActionResult> TypeClosingAsync(StaffRequest page, RoundId round)
    {
        var value = Digits(page.Form["closing"]).Replace(",", "", StringComparison.Ordinal);
        var refusal = await trail.DoAsync(
            page, AuditActions.TypeThrow, round.ToString(), null, value,
            () => witnesses.TypeClosingAsync(round, value, page.Member.Id, page.Cancellation), r => r?.Code ?? "終値を入力済み");
        return refusal is null
            ? Responses.SeeOther(page.Request.HttpContext.Response, $"/staff/rounds/{round}/throw")
            : await PageAsync(page, round, [new("closing", refusal.Text)]);
    }

    // Long rows of digits are typed in groups, and with the input method on.
    private static string Digits(string text) =>
        TypedText.Narrow(text).Replace(" ", "", StringComparison.Ordinal);

    // Kept under its digest: the digest is published, the document stays with the office.
    private async Task<string?> MinutesAsync(StaffRequest page, RoundId round, bool keep)
    {
        if (page.Files.GetFile("minutes") is not { Length: > 0 } file)
            return null;
        using var content = new MemoryStream();
        await file.CopyToAsync(content, page.Cancellation);
        var digest = Convert.ToHexStringLower(SHA256.HashData(content.GetBuffer().AsSpan(0, (int)content.Length)));
        if (keep)
            await documents.PutAsync($"{round}-minutes-{digest[..16]}", content.ToArray(), page.Cancellation);
        return digest;
    }

    private static string FieldOf(Refusal refusal) => refusal.Code switch
    {
        "witnessesMissing" => "witnesses",
        "minutesMissing" => "minutes",
        "thrownTooEarly" => "date",
        _ => "digits",
    };

    private async Task<IActionResult> PageAsync(
        StaffRequest page, RoundId round, IReadOnlyList<FieldError> errors, int status = StatusCodes.Status422UnprocessableEntity) =>
        await responses.PageAsync<ThrowPage>(new ThrowModel(
            round, await witnesses.StandingAsync(round, page.Cancellation), page.Form, errors, page.Member,
            page.Token, page.ReceivedAt), status);
}

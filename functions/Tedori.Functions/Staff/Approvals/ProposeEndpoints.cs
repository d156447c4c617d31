using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Tedori.Functions.Components.Forms;
using Tedori.Functions.Http;
using Tedori.Functions.Staff.Cases;
using Tedori.Functions.Staff.Expected;
using Tedori.Functions.Staff.Reviews;
using Tedori.Programme;
using Tedori.Programme.Approvals;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Text;
using Tedori.Workflows.Approvals;
using Tedori.Workflows.Audit;
using Tedori.Workflows.CaseFiles;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Directory;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Office;

namespace Tedori.Functions.Staff.Approvals;

/// <summary>Making a proposal: the form, the dry run with a verdict for each row, and the proposal itself.</summary>
public sealed class ProposeEndpoints(
    RequestPipeline pipeline, Responses responses, ProposalForms forms, ProposalPreviews previews, SeenCases versions, ProposalService service, CaseCommandHandler cases,
    CaseHistory history, ReviewStart reviews, CaseFileReader files, CaseDirectory directory, EditionCatalog editions, StaffTrail trail)
{
    private const string Route = "staff/proposals/new";
    private const string Find = "find";

    /// <summary>How many rows could be done when the dry run was shown.</summary>
    public const string Able = "able";

    private static readonly string[] OfAdministrators = ["closedDay", "revoke"];
    private static readonly string[] Prefilled = ["kind", "cases", Find, "round", "from", "count", "post", "step", "date", "lot", "first", "second", "seen"];

    /// <summary>The form, filled from the query.</summary>
    [Function("NewProposal")]
    public Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request) =>
        pipeline.StaffAsync(request, StaffRole.Viewer, async page =>
        {
            var fields = Prefilled.Where(request.Query.ContainsKey).ToDictionary(
                n => n, n => (IReadOnlyList<string>)[Bounded(request.Query[n].ToString())]);
            if (request.Query[Find].ToString() is { Length: > 0 } find)
                fields["cases"] = [await FoundAsync(Bounded(find), page.Cancellation)];
            var form = new PostedForm(fields);
            return await RefusedAsync(page, form) ?? await PageAsync(
                page, form, [], StatusCodes.Status200OK, changed: await ChangedAsync(page, form));
        });

    /// <summary>Shows the dry run, or proposes.</summary>
    [Function("Propose")]
    public Task<IActionResult> ProposeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        [DurableClient] DurableTaskClient client) =>
        pipeline.StaffAsync(
            request, StaffRole.Viewer, async page => await RefusedAsync(page, page.Form) ?? await ReadAsync(page));

    private async Task<string> FoundAsync(string find, CancellationToken cancellation) => string.Join(
        '\n', (await directory.AllAsync(CaseQueryText.Parse(find), cancellation)).Select(c => c.Id));

    private async Task<IActionResult> ReadAsync(StaffRequest page)
    {
        var form = page.Form;
        var (actions, errors) = await forms.ReadAsync(form, page.Cancellation);
        if (form["why"].Length is 0 or > 1000)
            errors = [.. errors, new("why", "起案の理由を1文字以上1,000文字以内で入力してください。")];
        if (errors.Count > 0)
            return await PageAsync(page, form, errors);
        if (await ChangedAsync(page, form) is { Count: > 0 } changed)
            return await PageAsync(page, form, [], changed: changed);
        var (rows, compared) = await versions.CompareAsync(
            await previews.RowsAsync(actions, page.Cancellation), form, page.Cancellation);
        var able = rows.Where(r => r.Refusal is null).ToList();
        if (able.Count == 0)
            return await PageAsync(page, form, [new("dry-run", rows[0].Refusal!.Text)], rows: rows);
        if (form["letter"].Length > 0)
            return ExpectedLetter.Of(await previews.MailsAsync(able, page.Cancellation), form["letter"]) ?? await responses.NotFoundAsync();
        // Less can be done by now than was shown: that is shown first.
        if (form["do"] == "propose" && StaffNumber.Of(form[Able]) is { } shown && shown != able.Count)
            return await PageAsync(
                page, form, [new("dry-run", "試算の後に、行えるものが変わりました。試算を確かめて、もう一度起案してください。")], rows: rows,
                actions: [.. able.Select(r => r.Action)]);
        return form["do"] == "propose" && form["key"] is { Length: 32 } key && key.All(char.IsAsciiHexDigitLower)
            ? await ProposeAsync(page, key, [.. able.Select(r => r.Action)], compared)
            : await PageAsync(page, form, [], StatusCodes.Status200OK, rows, actions: [.. able.Select(r => r.Action)]);
    }

    private async Task<IActionResult> ProposeAsync(
        StaffRequest page, string key, IReadOnlyList<ProposedAction> actions, IReadOnlyDictionary<CaseId, int> compared)
    {
        var one = ReceiptNumbers.TryRead(page.Form["cases"], out var id);
        var seen = one && StaffNumber.Seen(page.Form) is { } events ? new Dictionary<CaseId, int> { [id] = events } : compared;
        // Of several the rest goes on: they are compared again, and what was filed since is left out.
        if (await reviews.BeginAsync(page, actions, seen) is not null)
            return one ? await PageAsync(page, page.Form, [], changed: await ChangedAsync(page, page.Form)) : await ReadAsync(page);
        var answer = await trail.DoAsync(
            page, AuditActions.Propose, key, null, page.Form["why"],
            () => service.ProposeAsync(key, actions, page.Form["why"], page.Member, page.Cancellation),
            a => a.Refusal?.Code ?? $"{page.Form["kind"]} {actions.Count}件");
        return answer.Refusal is { } refusal
            ? await PageAsync(page, page.Form, [new("why", refusal.Text)])
            : Responses.SeeOther(page.Request.HttpContext.Response, $"/staff/proposals/{key}");
    }

    // Reviewers propose; links and closed days are the administrator's to propose as well.
    private async Task<IActionResult?> RefusedAsync(StaffRequest page, PostedForm form)
    {
        if (page.Member.Has(StaffRole.Reviewer)
            || (page.Member.Has(StaffRole.Administrator) && OfAdministrators.Contains(form["kind"])))
            return null;
        return await responses.RoleMissingAsync(StaffRole.Reviewer, page.Member);
    }

    private async Task<IReadOnlyList<CaseEvent>> ChangedAsync(StaffRequest page, PostedForm form)
    {
        var changed = new List<CaseEvent>();
        if (StaffNumber.Seen(form) is { } seen && ReceiptNumbers.TryRead(form["cases"], out var id))
        {
            await foreach (var (_, e) in history.SinceAsync(id, seen, page.Cancellation))
                changed.Add(e);
        }

        return changed;
    }

    private async Task<IActionResult> PageAsync(
        StaffRequest page, PostedForm form, IReadOnlyList<FieldError> errors,
        int status = StatusCodes.Status422UnprocessableEntity,
        IReadOnlyList<ActionRow>? rows = null, IReadOnlyList<CaseEvent>? changed = null,
        IReadOnlyList<ProposedAction>? actions = null)
    {
        var only = ReceiptNumbers.TryRead(form["cases"], out var id) && editions.Has(id.Round)
            ? await cases.ReadAsync(id, page.Cancellation)
            : null;
        if (only is not null)
            await trail.SawAsync(page, "viewCase", id.ToString());
        var model = new ProposeModel(
            ProposalKind.Find(form["kind"]), form, only is null ? Usual() : editions.Of(id), only?.State,
            only?.Events,
            [.. editions.All.SelectMany(e => e.Rounds, (e, r) => new RoundId(e.Id, r.Number))], page.Member,
            page.Token)
        {
            Errors = errors,
            Rows = rows ?? [],
            Ready = actions is not null,
            Changed = changed ?? [],
            Mails = actions is null ? null : await previews.MailsAsync(rows ?? [], page.Cancellation),
            Open = only is null ? [] : await OpenAsync(form, id, page.Cancellation),
            Versions = await versions.ShownAsync(form, page.Cancellation),
            Key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)),
        };
        return await responses.PageAsync<ProposePage>(model, status);
    }

    // Of no case in particular: whether a place can be given on is asked of the round that is chosen then.
    private Edition Usual() => editions.All.LastOrDefault(e => e.Entry.Promotes) ?? editions.All.Last();
    // The lines of the checklist that have to be explained before the case can pass.
    private async Task<IReadOnlyList<ChecklistEntry>> OpenAsync(
        PostedForm form, CaseId id, CancellationToken cancellation) =>
        form["kind"] == "pass" && await files.ReadAsync(id, cancellation) is { } folder
            ? PassingRules.OpenLines(editions.Of(id), folder)
            : [];

    private static string Bounded(string text) => text.Length <= 20_000 ? text : "";
}

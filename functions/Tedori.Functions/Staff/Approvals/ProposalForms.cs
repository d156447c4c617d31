using System.Globalization;
using NodaTime;
using Tedori.Functions.Components.Forms;
using Tedori.Functions.Staff.Reviews;
using Tedori.Functions.Staff.Rounds;
using Tedori.Programme;
using Tedori.Programme.Approvals;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Post;
using Tedori.Programme.Text;
using Tedori.Workflows.Access;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Post;

namespace Tedori.Functions.Staff.Approvals;

/// <summary>Reads the form of a proposal into its actions.</summary>
public sealed class ProposalForms(EditionCatalog editions, CaseCommandHandler cases, CaseAccess access, PostService post)
{
    /// <summary>Before the id of a line: the field of the reason why it stays open.</summary>
    public const string OpenField = "open-";

    /// <summary>Before the number of an item: the field of the reason why it is paid in spite of what is found.</summary>
    public const string FindingField = "finding-";

    /// <summary>The actions, or what is wrong.</summary>
    public async Task<(IReadOnlyList<ProposedAction> Actions, IReadOnlyList<FieldError> Errors)> ReadAsync(
        PostedForm form, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (ProposalKind.Find(form["kind"]) is not { } kind)
            return ([], [new("kind", "起案の種類を選び直してください。")]);
        var errors = new List<FieldError>();
        var actions = kind.OfCases ? await OfCasesAsync(kind, form, errors, cancellation)
            : kind.Id is "filePost" or "judgeAttempt" ? await PostAsync(kind, form, errors, cancellation)
            : kind.Id == "contact" ? ContactForms.Read(form, editions, errors)
            : kind.Id is "settleLot" or "joinEntries" ? LotForms.Read(kind, form, editions, errors)
            : kind.Id is "moveWindow" or "declareOutage" ? WindowForms.Read(kind, form, editions, errors)
            : RoundForms.Read(kind, form, editions, errors);
        return errors.Count > 0 ? ([], errors) : (actions, errors);
    }

    /// <summary>The receipt numbers in a text, in order, each once; a fault for what is none.</summary>
    public (IReadOnlyList<CaseId> Cases, FieldError? Error) Cases(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (found, words) = (new List<CaseId>(), text.Split(
            [' ', ',', '、', '，', '､', '\n', '\r', '\t', '　'], StringSplitOptions.RemoveEmptyEntries));
        foreach (var word in words)
        {
            if (!ReceiptNumbers.TryRead(word, out var id) || !editions.Has(id.Round))
                return ([], new("cases", $"「{Short(word)}」は受付番号ではありません。r7-07-00123の形で、1行に1つ入力してください。"));
            if (!found.Contains(id))
                found.Add(id);
        }

        return found.Count is 0 or > ProposalRules.MostActions
            ? ([], new("cases", $"受付番号を1件以上{ProposalRules.MostActions:#,##0}件以下で入力してください。"))
            : (found, null);
    }

    private async Task<IReadOnlyList<ProposedAction>> OfCasesAsync(
        ProposalKind kind, PostedForm form, List<FieldError> errors, CancellationToken cancellation)
    {
        var (ids, error) = Cases(form["cases"]);
        if (error is not null)
        {
            errors.Add(error);
            return [];
        }

        var actions = new List<ProposedAction>();
        foreach (var id in ids)
        {
            var state = (await cases.ReadAsync(id, cancellation))?.State;
            var generation = await access.GenerationAsync(id, cancellation);
            if (OfCase(kind, id, state, ids.Count == 1, generation, form, errors) is { } action)
                actions.Add(action);
            if (errors.Count > 0)
                return [];
        }

        return actions;
    }

    private ProposedAction? OfCase(
        ProposalKind kind, CaseId id, CaseState? state, bool alone, int generation, PostedForm form,
        List<FieldError> errors) => kind.Id switch
        {
            "pass" => new ProposedAction.PassEligibility(id, alone ? Open(form, errors) : []),
            "fail" => new ProposedAction.FailEligibility(id, Reason(form, errors)),
            "refuse" => new ProposedAction.RefuseClaim(id, Reason(form, errors)),
            "grant" => alone && state?.Claim is { } claim
                ? Grant(id, claim, ItemReview.Of(editions.Of(id), state), form, errors)
                : new ProposedAction.GrantClaim(id, state?.Claim?.Items ?? [], state?.Claim?.Persons ?? 0),
            "extend" => Extend(form, errors) is var (step, date, why)
                ? new ProposedAction.ExtendCase(id, step, date, why)
                : null,
            "pay" => new ProposedAction.ReleasePayment(id),
            "revoke" => new ProposedAction.RevokeLinks(id, generation),
            _ => throw new InvalidOperationException($"{kind.Id} is not about cases."),
        };

    private static ProposedAction.GrantClaim Grant(
        CaseId id, Claim claim, IReadOnlyList<ItemReview> reviews, PostedForm form, List<FieldError> errors)
    {
        var approved = claim.Items.Where(n => form[$"item-{n}"] == "approve").ToList();
        var refused = new List<ItemRefusal>();
        foreach (var item in claim.Items.Where(n => !approved.Contains(n)))
        {
            if (form[$"item-{item}"] != "refuse")
                errors.Add(new($"item-{item}", $"項目{item}を承認するか、不承認とするか選んでください。"));
            else if (form[$"why-{item}"].Length is 0 or > 500)
                errors.Add(new($"why-{item}", $"項目{item}を承認しない理由を500文字以内で入力してください。"));
            else
                refused.Add(new(item, form[$"why-{item}"]));
        }

        var persons = claim.Persons == 0 ? 0 : StaffNumber.Of(form["persons"]);
        if (persons is null)
            errors.Add(new("persons", "承認する人数を数字で入力してください。"));
        return new(id, approved, persons ?? 0, refused, Findings(reviews, approved, form, errors));
    }

    // Null where nothing is found against what is approved.
    private static List<FindingReason>? Findings(
        IReadOnlyList<ItemReview> reviews, List<int> approved, PostedForm form, List<FieldError> errors)
    {
        var reasons = new List<FindingReason>();
        foreach (var review in reviews.Where(r => r.Findings.Count > 0 && approved.Contains(r.Item.Number)))
        {
            var field = FindingField + review.Item.Number.ToString(CultureInfo.InvariantCulture);
            if (form[field].Length is 0 or > 500)
                errors.Add(new(field, $"項目{review.Item.Number}の指摘について、承認する理由を500文字以内で入力してください。"));
            else
                reasons.Add(new(review.Item.Number, form[field]));
        }

        return reasons.Count == 0 ? null : reasons;
    }

    private static List<OpenLine> Open(PostedForm form, List<FieldError> errors)
    {
        var open = new List<OpenLine>();
        foreach (var name in form.Names.Where(n => n.StartsWith(OpenField, StringComparison.Ordinal)))
        {
            if (form[name].Length > 500)
                errors.Add(new(name, "未確認のまま通過とする理由を500文字以内で入力してください。"));
            else if (form[name].Length > 0)
                open.Add(new(name[OpenField.Length..], form[name]));
        }

        return open;
    }

    private static string Reason(PostedForm form, List<FieldError> errors)
    {
        var text = string.Join(" ", form.All("because").Append(form["because-text"]).Where(t => t.Length > 0));
        if (text.Length is 0 or > 1000)
            errors.Add(new("because-text", "企業に通知する理由を選ぶか、1,000文字以内で入力してください。"));
        return text;
    }

    internal static (Step Step, LocalDate Date, string Why)? Extend(PostedForm form, List<FieldError> errors)
    {
        var step = Enum.TryParse<Step>(form["step"], out var s) && ProposalKind.Extendable.Contains(s) ? s : (Step?)null;
        if (step is null)
            errors.Add(new("step", "延長する期限を選んでください。"));
        if (ReviewForm.Date(form["date"]) is not { } date)
            errors.Add(new("date", ReviewForm.DateFault(form["date"], "新しい期限を年月日で入力してください。")));
        else if (step is { } found && errors.Count == 0 && Why(form) is { } why)
            return (found, date, why);
        if (Why(form) is null)
            errors.Add(new("because-text", "延長の事由を選び、企業に通知する説明を500文字以内で入力してください。"));
        return null;
    }

    private static string? Why(PostedForm form) =>
        ProposalKind.Causes.FirstOrDefault(c => c.Value == form["cause"]).Text is { } cause
            && form["because-text"].Length is > 0 and <= 500
            ? $"{cause}: {form["because-text"]}"
            : null;

    private async Task<IReadOnlyList<ProposedAction>> PostAsync(
        ProposalKind kind, PostedForm form, List<FieldError> errors, CancellationToken cancellation)
    {
        if (!RoundId.TryParse(form["round"], out var round) || !editions.Has(round)
            || await post.FindAsync(round, form["post"], cancellation) is not { } envelope)
            errors.Add(new("post", "この郵便物は登録されていません。郵便の一覧から選び直してください。"));
        else if (kind.Id == "judgeAttempt")
            return Judged(envelope, form, errors);
        else if (ReviewForm.Date(form["date"]) is not { } date)
            errors.Add(new("date", ReviewForm.DateFault(form["date"], "認定する消印の日付を年月日で入力してください。")));
        else
            return [new ProposedAction.FilePost(envelope.Case, envelope.Id,
                new Receipt.Post(date, envelope.Arrived, envelope.Kind, envelope.TrackingNumber))];
        return [];
    }

    private static IReadOnlyList<ProposedAction> Judged(Envelope attempt, PostedForm form, List<FieldError> errors)
    {
        if (form["accepted"] is not ("yes" or "no"))
            errors.Add(new("accepted", "認めるか認めないかを選んでください。"));
        if (form["because-text"].Length is 0 or > 500)
            errors.Add(new("because-text", "判断の理由を500文字以内で入力してください。"));
        return errors.Count > 0
            ? []
            : [new ProposedAction.JudgeAttempt(attempt.Case, attempt.Id, form["accepted"] == "yes", form["because-text"])];
    }

    private static string Short(string word) => word.Length <= 20 ? word : word[..20] + "…";
}

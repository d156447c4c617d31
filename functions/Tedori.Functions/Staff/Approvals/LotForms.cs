using Tedori.Functions.Components.Forms;
using Tedori.Functions.Staff.Reviews;
using Tedori.Programme;
using Tedori.Programme.Approvals;
using Tedori.Programme.Text;
using Tedori.Workflows.Editions;

namespace Tedori.Functions.Staff.Approvals;

/// <summary>Reads what is proposed about entries that are, or look like, one company.</summary>
internal static class LotForms
{
    public static IReadOnlyList<ProposedAction> Read(
        ProposalKind kind, PostedForm form, EditionCatalog editions, List<FieldError> errors)
    {
        var first = Case(form, "first", editions, errors);
        var reason = form["because-text"];
        if (reason.Length is 0 or > 500)
            errors.Add(new("because-text", "確認した内容を500文字以内で入力してください。"));
        if (kind.Id == "joinEntries")
        {
            var second = Case(form, "second", editions, errors);
            return errors.Count > 0 ? [] : [new ProposedAction.JoinEntries(first, second, form["joined"] == "yes", reason)];
        }

        if (StaffNumber.Of(form["lot"]) is not (> 0 and var lot))
            errors.Add(new("lot", "名簿番号を数字で入力してください。"));
        else if (errors.Count == 0)
            return [new ProposedAction.SettleLot(first.Round, lot, first, reason)];
        return [];
    }

    private static CaseId Case(PostedForm form, string field, EditionCatalog editions, List<FieldError> errors)
    {
        if (ReceiptNumbers.TryRead(form[field], out var id) && editions.Has(id.Round))
            return id;
        errors.Add(new(field, "受付番号をr7-07-00123の形で入力してください。"));
        return default;
    }
}

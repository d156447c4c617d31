using Tedori.Functions.Components.Forms;
using Tedori.Functions.Staff.Reviews;
using Tedori.Programme.Approvals;
using Tedori.Programme.Cases;
using Tedori.Programme.Filings;
using Tedori.Programme.Text;
using Tedori.Workflows.Editions;

namespace Tedori.Functions.Staff.Approvals;

/// <summary>Reads what staff propose about a company's contact: the contact, and the call that made sure of it.</summary>
internal static class ContactForms
{
    public static IReadOnlyList<ProposedAction> Read(PostedForm form, EditionCatalog editions, List<FieldError> errors)
    {
        if (!ReceiptNumbers.TryRead(form["cases"], out var id) || !editions.Has(id.Round))
            errors.Add(new("cases", "受付番号を、r7-07-00123の形で1つ入力してください。"));
        var (contact, faults) = ContactCheck.Of(
            new(form["name"], form["email"], form["phone"]), form["email2"]);
        errors.AddRange(faults.Select(f => new FieldError(f.Field, f.Text)));
        var called = Phones.Read(form["called"]);
        if (called.Refusal is { } refusal)
            errors.Add(new("called", $"かけた電話番号を読み取れません。{refusal.Text}"));
        Bounded(form, "source", PhoneCheck.MostSourceCharacters, "番号の出所", errors);
        Bounded(form, "person", PhoneCheck.MostPersonCharacters, "電話で確認した相手の氏名", errors);
        Bounded(form, "because-text", 500, "連絡先を変える理由", errors);
        if (ReviewForm.Date(form["date"]) is not { } on)
        {
            errors.Add(new("date", ReviewForm.DateFault(form["date"], "電話で確認した日を年月日で入力してください。")));
            return [];
        }

        return errors.Count > 0
            ? []
            : [new ProposedAction.ReplaceContact(
                id, contact, new(called.Value, form["source"], form["person"], on), form["because-text"])];
    }

    private static void Bounded(PostedForm form, string field, int most, string what, List<FieldError> errors)
    {
        if (string.IsNullOrWhiteSpace(form[field]) || form[field].Length > most)
            errors.Add(new(field, $"{what}を{most}文字以内で入力してください。"));
    }
}

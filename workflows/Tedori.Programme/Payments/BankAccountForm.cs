using Tedori.Programme.Text;

namespace Tedori.Programme.Payments;

/// <summary>A field of the account on a form. Names are storage format.</summary>
public enum BankAccountField
{
    /// <summary>Code of the bank.</summary>
    Bank,

    /// <summary>Number of the branch.</summary>
    Branch,

    /// <summary>Kind of the account.</summary>
    Kind,

    /// <summary>Number of the account.</summary>
    Number,

    /// <summary>Who holds it.</summary>
    Holder,
}

/// <summary>What is wrong with a field of an account.</summary>
/// <param name="Field">The field.</param>
/// <param name="Refusal">What is wrong and what to do.</param>
public sealed record BankAccountFault(BankAccountField Field, Refusal Refusal);

/// <summary>What a form made of an account.</summary>
/// <param name="Account">The account, or null where anything is wrong.</param>
/// <param name="Faults">What is wrong, at most one fault a field, in the order of the fields.</param>
public sealed record BankAccountReading(BankAccount? Account, IReadOnlyList<BankAccountFault> Faults);

/// <summary>An account as typed into a form. Pure.</summary>
/// <param name="Bank">金融機関コード.</param>
/// <param name="Branch">店番.</param>
/// <param name="Kind">預金種目, as its number or in Japanese.</param>
/// <param name="Number">口座番号.</param>
/// <param name="Holder">口座名義.</param>
public sealed record BankAccountForm(string Bank, string Branch, string Kind, string Number, string Holder)
{
    /// <summary>Code of ゆうちょ銀行, whose own numbers are longer than those that banks transfer to.</summary>
    private const string PostBank = "9900";

    /// <summary>Reads all fields.</summary>
    /// <param name="banks">The banks and branches that there are; null where nobody has given a table yet.</param>
    public BankAccountReading Read(BankTable? banks)
    {
        var (bank, branch, kind) = (Code(Bank, 4, "金融機関コード"), Code(Branch, 3, "店番"), KindOf(Kind));
        var (number, holder) = (NumberOf(Number, bank.IsRead && bank.Value == PostBank), BankKana.Read(Holder));
        var unknown = banks is not null && bank.IsRead ? Unknown(banks, bank.Value, branch.IsRead ? branch.Value : null) : null;
        var faults = new List<BankAccountFault>();
        Note(BankAccountField.Bank, bank.Refusal);
        if (unknown?.Field == BankAccountField.Bank)
            faults.Add(unknown);
        Note(BankAccountField.Branch, branch.Refusal);
        if (unknown?.Field == BankAccountField.Branch)
            faults.Add(unknown);
        Note(BankAccountField.Kind, kind.Refusal);
        Note(BankAccountField.Number, number.Refusal);
        Note(BankAccountField.Holder, holder.Refusal);
        return faults.Count > 0
            ? new(null, faults)
            : new(new(bank.Value, branch.Value, kind.Value, number.Value, holder.Value), []);

        void Note(BankAccountField field, Refusal? refusal)
        {
            if (refusal is not null)
                faults.Add(new(field, refusal));
        }
    }

    private static BankAccountFault? Unknown(BankTable banks, string bank, string? branch)
    {
        if (banks.BankName(bank) is not { } name)
        {
            return new(BankAccountField.Bank, new(
                "bankUnknown", $"金融機関コード{bank}の金融機関がありません。通帳を見て確かめてください。"));
        }

        return branch is null || banks.Find(bank, branch) is not null
            ? null
            : new(BankAccountField.Branch, new("branchUnknown", $"{name}に店番{branch}の店舗がありません。通帳を見て確かめてください。"));
    }

    private static Reading<string> Code(string typed, int length, string name)
    {
        var plain = TypedText.Narrow(typed);
        if (TypedText.Foreign(plain, "0123456789") is { } foreign)
            return Reading.Refused<string>("codeDigits", $"{CharacterName.Of(foreign)}は使えません。{name}を{length}桁の数字で入力してください。");
        if (plain.Length == length)
            return Reading.Of(plain);
        return plain.Length == 0
            ? Reading.Refused<string>("codeMissing", $"{name}を{length}桁の数字で入力してください。")
            : Reading.Refused<string>("codeLength", $"{name}を{length}桁の数字で入力してください(今は{plain.Length}桁です)。");
    }

    private static Reading<AccountKind> KindOf(string typed)
    {
        var plain = TypedText.Narrow(typed);
        foreach (var kind in AccountKinds.All)
        {
            if (plain == $"{(int)kind}" || plain == kind.Label() || plain == $"{kind.Label()}預金" || plain == kind.ToString())
                return Reading.Of(kind);
        }

        return Reading.Refused<AccountKind>("accountKind", "預金種目を、普通、当座、貯蓄、その他から選んでください。");
    }

    private static Reading<string> NumberOf(string typed, bool postBank)
    {
        var plain = Dashes.Fold(TypedText.Narrow(typed));
        if (TypedText.Foreign(plain, "0123456789- ") is { } foreign)
            return Refused($"{CharacterName.Of(foreign)}は使えません。口座番号を7桁以内の数字で入力してください。");
        var digits = string.Concat(plain.Where(char.IsAsciiDigit));
        if (digits.Length > 7)
        {
            return Refused(postBank
                ? "ゆうちょ銀行の記号・番号ではなく、振込用の店番と7桁の口座番号を入力してください。"
                : $"口座番号を7桁以内の数字で入力してください(今は{digits.Length}桁です)。");
        }

        return digits.Trim('0').Length == 0
            ? Refused("口座番号を7桁以内の数字で入力してください。")
            : Reading.Of(digits.PadLeft(7, '0'));
    }

    private static Reading<string> Refused(string text) => Reading.Refused<string>("accountNumber", text);
}

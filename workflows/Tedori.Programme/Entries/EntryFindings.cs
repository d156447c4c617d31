namespace Tedori.Programme.Entries;

/// <summary>Collects what is wrong with a declaration.</summary>
internal sealed class EntryFindings
{
    private readonly List<FieldRefusal> refusals = [];

    public IReadOnlyList<FieldRefusal> Refusals => refusals;

    public void Require(bool holds, string field, string code, string text)
    {
        if (!holds)
            refusals.Add(new(field, new(code, text)));
    }

    /// <summary>A text that must be there, on one line, of bounded length.</summary>
    public string Text(string field, string typed, string what, int most, string rule)
    {
        var text = typed.Trim();
        Require(text.Length > 0, field, "textMissing", $"{what}を入力してください({rule})。");
        Require(text.Length <= most, field, "textTooLong", $"{what}は{most}文字以内で入力してください({rule})。");
        Require(!text.Any(char.IsControl), field, "textNotPlain", $"{what}から改行などの制御文字を除いてください({rule})。");
        return text;
    }
}

namespace Tedori.Programme.Text;

/// <summary>Receipt numbers (受付番号) as people type them: in any width, case and with any dash. Pure.</summary>
public static class ReceiptNumbers
{
    /// <summary>Reads a receipt number such as <c>r7-07-00123</c>.</summary>
    public static bool TryRead(string text, out CaseId id) => CaseId.TryParse(Fold(text), out id);

    /// <summary>One writing for what reads the same, for finding a number by a part of it.</summary>
    public static string Fold(string text) =>
        Dashes.Fold(TypedText.Narrow(text)).Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
}

using System.Text.RegularExpressions;
using Tedori.Programme.Editions;
using Tedori.Programme.Evidence;
using Tedori.Programme.Text;

namespace Tedori.Programme.Filings;

/// <summary>The documents that a form asks for (提出書類), each a place of its own for the files that are that document.</summary>
public static partial class DocumentSlots
{
    /// <summary>The documents of a form, in order.</summary>
    public static IReadOnlyList<DocumentSlot> Of(FilingForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return [.. form.Fields.Where(IsSlot).Select(f => new DocumentSlot(
            f.Name, f.With is { } item ? $"{form.Fields.First(b => b.Name == item).Label}: {f.Label}" : f.Label, f))];
    }

    /// <summary>The documents that are asked for, given the answers, and of which there is no file.</summary>
    public static IReadOnlyList<DocumentSlot> Missing(
        FilingForm form, FormAnswers answers, IEnumerable<EvidenceFile> files)
    {
        ArgumentNullException.ThrowIfNull(form);
        var there = files.Select(f => f.Slot).ToHashSet();
        return [.. Of(form).Where(s => form.Asks(s.Field, answers) && !there.Contains(s.Name))];
    }

    /// <summary>The answers with the box of every document ticked of which there is a file.</summary>
    public static FormAnswers Ticked(FilingForm form, FormAnswers answers, IEnumerable<EvidenceFile> files)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var texts = new Dictionary<string, string>(answers.Texts);
        var there = files.Select(f => f.Slot).ToHashSet();
        foreach (var slot in Of(form).Where(s => there.Contains(s.Name)))
            texts[slot.Name] = "yes";
        return new(texts);
    }

    /// <summary>
    /// The document that a file likely is, by its name: the one with which it shares the longest run of characters, of three at
    /// least. Null where none or several do. A proposal only: the company chooses.
    /// </summary>
    public static DocumentSlot? Fitting(IReadOnlyList<DocumentSlot> slots, string fileName)
    {
        ArgumentNullException.ThrowIfNull(slots);
        ArgumentNullException.ThrowIfNull(fileName);
        var name = Normalization.Fold(fileName);
        var best = slots.Select(s => (Slot: s, Length: Shared(Normalization.Fold(s.Field.Label), name)))
            .Where(s => s.Length >= 3).GroupBy(s => s.Length).MaxBy(g => g.Key);
        return best?.ToList() is [var only] ? only.Slot : null;
    }

    /// <summary>The slot that a text names, or null where it names none.</summary>
    public static string? Named(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Slot().IsMatch(text) ? text : null;
    }

    /// <summary>What a file is, as the edition names the document; null where nobody said.</summary>
    public static string? NameOf(Edition edition, EvidenceFile file)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(file);
        return file.Slot?.Split('-') switch
        {
            ["document", var number] => At(edition.Filings.CompanyDocuments, number),
            ["evidence", var item, var number] when FieldText.Number(item) is { } n && edition.FindItem((int)n) is { } found =>
                At(DocumentsOf(edition, found), number) is { } name ? $"{found.Label}{name}" : null,
            _ => null,
        };
    }

    /// <summary>The slot of a document of the company's registration, by its place from 0.</summary>
    public static string OfCompany(int index) => DocumentFields.NameOf("document", index);

    /// <summary>The slot of a document that proves an item, by its place from 0.</summary>
    public static string OfItem(int item, int index) =>
        DocumentFields.NameOf(DocumentFields.Evidence(item), index);

    /// <summary>The documents that prove an item.</summary>
    public static IReadOnlyList<string> DocumentsOf(Edition edition, Item item)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return edition.GroupOf(item).Unit == GrantUnit.Person
            ? edition.Filings.WageDocuments
            : edition.Filings.ClaimDocuments;
    }

    internal static bool IsSlot(FormField field) => field.Kind == FieldKind.Check
        && (field.Name.StartsWith("document-", StringComparison.Ordinal)
            || field.Name.StartsWith("evidence-", StringComparison.Ordinal));

    // Characters of the longest run that both contain.
    private static int Shared(string a, string b)
    {
        var (longest, before) = (0, new int[b.Length + 1]);
        foreach (var ch in a)
        {
            var here = new int[b.Length + 1];
            for (var i = 0; i < b.Length; i++)
            {
                if (b[i] == ch)
                    longest = Math.Max(longest, here[i + 1] = before[i] + 1);
            }

            before = here;
        }

        return longest;
    }

    [GeneratedRegex(@"\A(document|evidence-[0-9]{1,3})-[0-9]{1,2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Slot();

    private static string? At(IReadOnlyList<string> documents, string number) =>
        FieldText.Number(number) is >= 1 and var n && n <= documents.Count ? documents[(int)n - 1] : null;
}

/// <summary>One document that a form asks for.</summary>
/// <param name="Name">Name of its field; files name it as their slot.</param>
/// <param name="Label">What it is, with its item, in Japanese.</param>
/// <param name="Field">Its field.</param>
public sealed record DocumentSlot(string Name, string Label, FormField Field);

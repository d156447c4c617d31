using System.Globalization;

namespace Tedori.Programme.Filings;

/// <summary>Sections made of the edition's lists: documents to send along, declarations to make.</summary>
internal static class DocumentFields
{
    // Not required: a document that is missing is asked for as a correction, but a filing that is late is lost.
    public static FormSection Section(string title, IEnumerable<string> documents) =>
        new("documents", title, SectionKind.Documents, [.. Checks("document", documents, required: false)])
        {
            Intro = ["書類ごとにアップロードしてください。期限までに用意できない書類は、後から補正として提出をお願いすることがあります。"],
        };

    public static FormSection Declarations(IEnumerable<string> declarations) =>
        new("declarations", "確認事項", SectionKind.Plain, [.. Checks("declaration", declarations, required: true)])
        {
            Intro = ["すべての項目を確認し、チェックしてください。"],
        };

    public static string Evidence(int item) => string.Create(CultureInfo.InvariantCulture, $"evidence-{item}");

    public static string NameOf(string name, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{name}-{index + 1}");

    public static IEnumerable<FormField> Checks(
        string name, IEnumerable<string> labels, bool required, string? with = null) =>
        labels.Select((label, i) => new FormField(
            NameOf(name, i), label, FieldKind.Check)
        {
            Required = required,
            MaxLength = 10,
            With = with,
        });
}

using Tedori.Functions.Components.Forms;
using Tedori.Functions.Http;
using Tedori.Functions.Languages;
using Tedori.Programme.Filings;

namespace Tedori.Functions.Applicants;

/// <summary>Short forms for the pages behind a signed link.</summary>
internal static class CompanyFrames
{
    /// <summary>Case and token of the visit.</summary>
    public static MyFrame Frame(this CompanyRequest page) =>
        new(page.Session.CaseId, page.Token, page.ReceivedAt, page.Visit.Ends);

    /// <summary>Faults of the rules as errors of the page.</summary>
    public static IReadOnlyList<FieldError> Errors(this IEnumerable<FormFault> faults) =>
        [.. faults.Select(f => new FieldError(f.Field, Sentences.Of(f.Text)))];
}

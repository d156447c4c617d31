using System.Net;
using AngleSharp.Dom;

namespace Tedori.Testing.Companies;

/// <summary>What came back from a form.</summary>
public sealed record Answer(HttpStatusCode Status, IDocument Page, string? Location, string? RetryAfter = null)
{
    /// <summary>What the applicant reads.</summary>
    public string Text => Page.Body!.TextContent;

    /// <summary>The texts of the summary on top.</summary>
    public IReadOnlyList<string> Errors => [.. Page.QuerySelectorAll(".errors li").Select(e => e.TextContent.Trim())];
}

using System.Net;
using Tedori.Testing.Companies;

namespace Tedori.Tests.My;

/// <summary>The way of a filing through its pages, without script.</summary>
internal static class FilingWay
{
    public const string Form = "#filing";
    public const string Preview = "main form";

    /// <summary>Opens the form, fills it in, looks at the preview and files.</summary>
    public static async Task<(Answer Preview, Answer Filed)> FileAsync(
        CompanyBrowser company, string form, (string Name, string? Value)[] fields)
    {
        var page = await company.GetAsync(company.Path($"/forms/{form}"));
        var preview = await company.SubmitAsync(page, Form, [("do", "preview"), .. fields]);
        Assert.Empty(preview.Errors);
        Assert.Equal(HttpStatusCode.OK, preview.Status);
        var filed = await company.SubmitAsync(preview.Page, Preview, ("do", "file"));
        Assert.Equal(HttpStatusCode.SeeOther, filed.Status);
        return (preview, filed);
    }
}

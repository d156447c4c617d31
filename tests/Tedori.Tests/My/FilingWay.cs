using System.Net;
using System.Text;
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

    /// <summary>Uploads a file where no script runs.</summary>
    public static async Task UploadAsync(CompanyBrowser company, string form, string name, string? content = null)
    {
        var page = await company.GetAsync(company.Path($"/forms/{form}"));
        using var posted = new MultipartFormDataContent();
        foreach (var field in CompanyBrowser.FieldsOf(page.QuerySelector("form[enctype]")!).Where(f => f.Key != "file"))
            posted.Add(new StringContent(field.Value), field.Key);
        content ??= $"%PDF-1.4\n% {name}\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n";
        posted.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(content)), "file", name);
        var answer = await company.PostAsync(company.Path("/files"), posted);
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
    }
}

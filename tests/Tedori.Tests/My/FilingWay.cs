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

    /// <summary>Uploads a file where no script runs, from the form with whatever is typed into it.</summary>
    public static async Task<Answer> UploadAsync(
        CompanyBrowser company, string form, string name, string? content = null, string field = "file",
        params (string Name, string? Value)[] typed)
    {
        var page = await company.GetAsync(company.Path($"/forms/{form}"));
        using var posted = new MultipartFormDataContent();
        foreach (var (key, value) in CompanyBrowser.Change(CompanyBrowser.FieldsOf(page.QuerySelector(Form)!), typed)
            .Where(f => !f.Key.StartsWith("file", StringComparison.Ordinal)))
            posted.Add(new StringContent(value), key);
        content ??= $"%PDF-1.4\n% {name}\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n";
        posted.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(content)), field, name);
        var answer = await company.PostAsync(company.Path("/files"), posted);
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        return answer;
    }
}

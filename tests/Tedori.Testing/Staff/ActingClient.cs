using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Testing.Cases;
using Tedori.Testing.Serve;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Directory;

namespace Tedori.Testing.Staff;

/// <summary>A member of staff at a browser, and the record behind the pages.</summary>
internal sealed class ActingClient : IDisposable
{
    private readonly HttpClient http;

    private ActingClient(HttpClient http) => this.http = http;

    public static async Task<ActingClient> SignInAsync(ServedFolder served, string person)
    {
        var client = new ActingClient(served.NewClient());
        var page = await client.PageAsync("/local/sign-in");
        using var response = await client.PostAsync("/local/sign-in", page, ("person", person));
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        return client;
    }

    public async Task<IDocument> PageAsync(string path)
    {
        using var response = await http.GetAsync(new Uri(path, UriKind.Relative));
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path}: {response.StatusCode}");
        return await ParseAsync(response);
    }

    public Task<HttpResponseMessage> GetAsync(string path) => http.GetAsync(new Uri(path, UriKind.Relative));

    public async Task<HttpStatusCode> StatusAsync(string path)
    {
        using var response = await GetAsync(path);
        return response.StatusCode;
    }

    /// <summary>Posts fields with the token of a page.</summary>
    public async Task<HttpResponseMessage> PostAsync(string path, IDocument page, params (string Name, string Value)[] fields)
    {
        var token = page.QuerySelector("input[name=token], input[name=__RequestVerificationToken]")!;
        using var content = new FormUrlEncodedContent(
            fields.Append((token.GetAttribute("name")!, token.GetAttribute("value")!)).Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
        return await http.PostAsync(new Uri(path, UriKind.Relative), content);
    }

    public Task<HttpResponseMessage> PostFilesAsync(
        string path, IDocument page, byte[] photo, params (string Name, string Value)[] fields) =>
        PostFilesAsync(path, page, "photo", photo, fields);

    /// <summary>Posts fields and one file with the token of a page.</summary>
    public async Task<HttpResponseMessage> PostFilesAsync(
        string path, IDocument page, string name, byte[] file, params (string Name, string Value)[] fields)
    {
        using var content = new MultipartFormDataContent();
        foreach (var (field, value) in fields.Append(("token", Value(page, "token"))))
            content.Add(new StringContent(value), field);
        content.Add(new ByteArrayContent(file), name, "封筒.png");
        return await http.PostAsync(new Uri(path, UriKind.Relative), content);
    }

    /// <summary>What became of a POST that was done: the page to go to.</summary>
    public static string Followed(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        return response.Headers.Location!.OriginalString;
    }

    /// <summary>The page of a POST that was refused.</summary>
    public static async Task<IDocument> RefusedAsync(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        return await ParseAsync(response);
    }

    public static async Task<IDocument> ParseAsync(HttpResponseMessage response) =>
        await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());

    public static string Value(IDocument page, string name) => page.QuerySelector($"input[name='{name}']")!.GetAttribute("value")!;

    /// <summary>Cases of a round that stand in a step and wait for no correction.</summary>
    public static async Task<IReadOnlyList<CaseId>> CasesAsync(ServedFolder served, int round, Step step)
    {
        await using var scope = served.Services.CreateAsyncScope();
        var all = await scope.ServiceProvider.GetRequiredService<CaseDirectory>().AllAsync(new(Round: round, Step: step, CorrectionOpen: false));
        return [.. all.Select(c => c.Id)];
    }

    public static async Task<CaseSnapshot> CaseAsync(ServedFolder served, CaseId id)
    {
        await using var scope = served.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<CaseCommandHandler>().ReadAsync(id))!;
    }

    /// <summary>Moves the clock to the day after the second round's deadline for the company registration; it is drawn by then.</summary>
    public static async Task PassRegistrationAsync(ServedFolder served)
    {
        var after = Tokyo.At("2025-07-11T10:00:00");
        while (served.Clock.Now < after)
        {
            served.Clock.MoveOnTo(served.NextDue is { } due && due < after ? due : after);
            await served.IdleAsync();
        }
    }

    /// <summary>Brings a case that has passed, or is under review, to the review of its claim of items 1, 2 and 15.</summary>
    public static async Task ClaimAsync(
        ServedFolder served, CaseId id, IReadOnlyList<ItemStatement>? registered = null,
        IReadOnlyList<ItemStatement>? claimed = null)
    {
        var now = served.Clock.Now;
        var today = Programme.Calendar.JapanTime.DateOf(now);
        foreach (var command in (CaseCommand[])
        [
            new CaseCommand.PassEligibility(now, Signed: Sample.Two), new CaseCommand.RecordVisit(now, 1, today), new CaseCommand.RecordVisit(now, 2, today),
            new CaseCommand.RegisterProject(now, Sample.Web(now, $"p-{id}"), [1, 2, 15], registered),
            new CaseCommand.SubmitClaim(now, Sample.Web(now, $"c-{id}"), [1, 2, 15], 3, claimed),
        ])
            await DoAsync(served, id, command);
        Assert.Equal(Step.ClaimReview, (await CaseAsync(served, id)).State.Step);
    }

    public static async Task DoAsync(ServedFolder served, CaseId id, CaseCommand command)
    {
        await using var scope = served.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CaseCommandHandler>().HandleAsync(id, command);
    }

    public void Dispose() => http.Dispose();
}

using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Moq;
using NodaTime;
using Tedori.Functions.Composition;
using Tedori.Functions.Http;
using Tedori.Programme;
using Tedori.Programme.Access;
using Tedori.Programme.Approvals;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Testing.Cases;
using Tedori.Testing.Office;
using Tedori.Workflows.Access;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Notices;

namespace Tedori.Tests.Expected;

/// <summary>An office whose mails are rendered as the app renders them, each with a link that has a secret.</summary>
internal sealed partial class ExpectingOffice : IAsyncDisposable
{
    public const string Secret = "CfDJ8secretsecretsecret";

    private static readonly Uri Site = new("https://tedori.example/");
    private readonly ServiceProvider pages;

    public ExpectingOffice(Edition edition)
    {
        pages = new ServiceCollection().AddPages("/no/such/font.ttf").AddLogging()
            .AddSingleton(new EditionCatalog(edition)).AddSingleton(new PublicAddress(Site)).BuildServiceProvider();
        Acting = new(edition, add => add.AddSingleton(pages.GetRequiredService<INoticeRenderer>()));
        Acting.Office.Links.Setup(l => l.For(It.IsAny<CaseLink>())).Returns(
            (CaseLink link) => Issued("my/open", link.Generation));
        Acting.Office.Links.Setup(l => l.ForContact(It.IsAny<ContactLink>())).Returns(
            (ContactLink link) => Issued("contact/confirm", link.Generation));
    }

    public ActingOffice Acting { get; }

    public TestOffice Office => Acting.Office;

    /// <summary>What would leave if actions were done now.</summary>
    public Task<ExpectedMails> ExpectAsync(params ProposedAction[] actions) =>
        Office.Get<NoticePreview>().OfAsync(Acting.Actions.AsksAsync(actions));

    /// <summary>The mails that act causes, sent at once.</summary>
    public async Task<IReadOnlyList<SentMailOf>> SentByAsync(int cases, Func<Task> act)
    {
        var before = await IdsAsync(cases);
        await act();
        var sent = new List<SentMailOf>();
        foreach (var id in (await IdsAsync(cases)).Except(before))
        {
            if ((await Acting.Repetition.FindAsync(id))!.NotBefore is { } opens && opens > Office.Now)
                Office.Clock.Reset(opens);
            await Office.Notices.SendAsync(id);
            var mail = Office.Mail.Taken.Single(m => m.NoticeId == id.ToString());
            sent.Add(new(id, mail.To, mail.Subject, Comparable(mail.Text), Comparable(mail.Html)));
        }

        return sent;
    }

    /// <summary>A text without what must differ: the secret of the link, its end and the number that a decision gets when it is approved.</summary>
    public static string Comparable(string text) => Number().Replace(Until().Replace(
        text.Replace($"token={Secret}", "token=...", StringComparison.Ordinal), "(期限)"), "(番号)");

    public ValueTask DisposeAsync() => pages.DisposeAsync();

    private IssuedLink Issued(string path, int generation) =>
        new(new(Site, $"{path}?token={Secret}"), generation, Office.Now + Duration.FromDays(90));

    private async Task<HashSet<NoticeId>> IdsAsync(int cases)
    {
        var ids = new HashSet<NoticeId>();
        for (var serial = 1; serial <= cases; serial++)
        {
            foreach (var listed in await Acting.Repetition.OfCaseAsync(new(TestOffice.First, serial)))
                ids.Add(listed.Notice.Id);
        }

        return ids;
    }

    [GeneratedRegex(@"令和\d+年\d+月\d+日\(.\)\s+\d\d:\d\d\s*まで有効です")]
    private static partial Regex Until();

    [GeneratedRegex(@"第(\d+|\(承認時に採番\))号")]
    private static partial Regex Number();
}

/// <summary>A mail that left, without what cannot be known before.</summary>
internal sealed record SentMailOf(NoticeId Id, string To, string Subject, string Text, string Html);

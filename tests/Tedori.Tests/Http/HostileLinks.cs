using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;
using Tedori.Functions.Http;
using Tedori.Programme;
using Tedori.Programme.Access;
using Tedori.Programme.Cases;
using Tedori.Testing.Companies;
using Tedori.Workflows.Access;

namespace Tedori.Tests.Http;

/// <summary>Tokens of other companies' links that open nothing: forged, of another purpose, expired, voided.</summary>
internal sealed class HostileLinks
{
    private const string Open = "my/open";
    private const string Confirm = "contact/confirm";

    private readonly List<(string Route, string Token)> unreadable = [];
    private readonly List<(string Route, string Token)> ended = [];

    /// <summary>Those whose signature does not hold.</summary>
    public IReadOnlyList<(string Route, string Token)> Unreadable => unreadable;

    /// <summary>Those whose signature holds.</summary>
    public IReadOnlyList<(string Route, string Token)> Ended => ended;

    /// <summary>Makes those of the victims, whose links are voided for it, and for good.</summary>
    public static async Task<HostileLinks> OfAsync(WonRound round, IReadOnlyList<CaseId> victims)
    {
        var links = new HostileLinks();
        var keys = round.Served.Services.GetRequiredService<IDataProtectionProvider>();
        var (now, past) = (Links(keys, round.Now), Links(keys, round.Now - Duration.FromDays(181)));
        var stranger = Links(new EphemeralDataProtectionProvider(), round.Now);
        foreach (var (id, n) in victims.Select((id, n) => (id, n)))
        {
            var (open, contact) = (Token(now, Open, id), Token(now, Confirm, id));
            links.unreadable.AddRange(
                [
                    (Open, Changed(open, n)), (Confirm, Changed(contact, n)), (Open, contact), (Confirm, open),
                    (Open, Token(stranger, Open, id)), (Confirm, Token(stranger, Confirm, id)),
                    (Open, open[..^(n + 1)]),
                ]);
            links.ended.AddRange(
                [(Open, open), (Confirm, contact), (Open, Token(past, Open, id)), (Confirm, Token(past, Confirm, id))]);
            await VoidAsync(round, id, alone: n % 2 == 0);
        }

        return links;
    }

    private static async Task VoidAsync(WonRound round, CaseId id, bool alone)
    {
        await using var scope = round.Served.Services.CreateAsyncScope();
        var access = scope.ServiceProvider.GetRequiredService<CaseAccess>();
        if (alone)
            Assert.Null(await access.RevokeAsync(new RevokedLink(Notice(id), round.Now, "ito", "伊藤", "誤送信")));
        else
            await access.RevokeAllAsync(id, 1);
    }

    private static CaseLinks Links(IDataProtectionProvider keys, Instant now) =>
        new(keys, new(new Uri("http://tedori.test/")), new FakeClock(now));

    private static NoticeId Notice(CaseId id) => new(id, NoticeKind.Reminder, 7);

    private static string Token(CaseLinks links, string route, CaseId id) => (route == Open
        ? links.For(new(id, 1, Notice(id)))
        : links.ForContact(new(id, new(1, ContactSide.New), 1, Notice(id))))!.Address.Query["?token=".Length..];

    private static string Changed(string token, int n)
    {
        var at = (n * 37) % (token.Length - 1);
        return token[..at] + (token[at] == 'A' ? 'B' : 'A') + token[(at + 1)..];
    }
}

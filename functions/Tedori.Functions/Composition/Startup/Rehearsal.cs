using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Tedori.Functions.Http;
using Tedori.Functions.Public.Entries;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Entries;
using Tedori.Programme.Notices;
using Tedori.Workflows.Composition;
using Tedori.Workflows.Directory;
using Tedori.Workflows.Durable;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Notices;
using Tedori.Workflows.Records;
using Tedori.Workflows.Rounds;

namespace Tedori.Functions.Composition.Startup;

/// <summary>
/// Walks the way of an entry through the real code before the first company does, so that the first second of a round
/// does not compile it: the form, its confirmation, the entry, the case, its mail, the receipt. On a record of its own;
/// nothing is stored, sent or counted.
/// </summary>
public sealed partial class Rehearsal(EditionCatalog editions, PublicAddress address)
{
    /// <summary>
    /// How many companies enter: more than the calls after which the runtime compiles a method for speed.
    /// </summary>
    public const int Companies = 40;

    /// <summary>
    /// Walks it; answers with how many companies saw their receipt, which are all unless the way has changed.
    /// </summary>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var edition = editions.All.Last();
        var opens = EntryWindow.Of(edition, edition.Round(1)).Opens;
        await using var services = Compose(opens + Duration.FromMinutes(1));
        var receipts = 0;
        for (var n = 0; n < Companies; n++)
        {
            cancellation.ThrowIfCancellationRequested();
            await using var scope = services.CreateAsyncScope();
            var id = new CaseId(new(edition.Id, 1), n + 1);
            var receipt = await EnterAsync(scope.ServiceProvider, edition, id, n);
            receipts += receipt.Contains(id.ToString(), StringComparison.Ordinal) ? 1 : 0;
        }

        return receipts;
    }

    private ServiceProvider Compose(Instant now)
    {
        var services = new ServiceCollection();
        services.AddSingleton(editions).AddSingleton(address).AddSingleton<IClock>(new WarmUpClock(now));
        services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        services.AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        services.AddSingleton<IRecords, WarmUpRecords>().AddSingleton<IHints, WarmUpHints>();
        services.AddSingleton(new DirectoryMirror(reload: null)).AddScoped<DurableClientAccessor>();
        services.AddSingleton<IStaffSignIn, NobodySignedIn>();
        services.AddWorkflows().AddRequests().AddPages();
        services.AddSingleton<INumberBounds, WarmUpBounds>();
        // Keys of its own, which are forgotten too.
        services.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider());
        return services.BuildServiceProvider();
    }

    private static async Task<string> EnterAsync(IServiceProvider services, Edition edition, CaseId id, int n)
    {
        var (browser, pages) = (new WarmUpBrowser(), ActivatorUtilities.CreateInstance<EntryEndpoints>(services));
        var form = await browser.GetAsync(services, "/entry", pages.AskAsync);
        KeyValuePair<string, string?>[] fields = [.. HiddenFieldsOf(form), .. Typed(edition, n)];
        foreach (var action in new[] { EntryModel.Confirm, EntryModel.Send })
        {
            await browser.PostAsync(
                services, "/entry", [.. fields, new(EntryModel.ActionField, action)], r => pages.TakeAsync(r, null!));
        }

        await FollowAsync(services, edition, id, n);
        var given = new DefaultHttpContext();
        services.GetRequiredService<EntryReceipts>().Give(given.Response, id);
        browser.Keep(given.Response);
        var receipt = ActivatorUtilities.CreateInstance<EntryReceiptEndpoints>(services);
        return await browser.GetAsync(services, EntryReceipts.Path, receipt.ReceiptAsync);
    }

    // What follows the commit to the case, which a rehearsal does not reach.
    private static async Task FollowAsync(IServiceProvider services, Edition edition, CaseId id, int n)
    {
        var now = services.GetRequiredService<IClock>().GetCurrentInstant();
        var entry = new EntryForm("株式会社試走", null, "試走 太郎", "東京都", 25, "試走 花子", "rehearsal@example.jp", "03-0000-0000");
        var command = new CaseCommand.Enter(now, id, entry, now, $"rehearsal-{n}");
        if (CaseDecider.Decide(edition, null, command) is not Decision.Accepted { Events: [var entered, ..] })
            return;
        var state = CaseEvolution.Evolve(null, entered);
        await services.GetRequiredService<CaseDirectory>().PutAsync(state, 1);
        var renderer = services.GetRequiredService<INoticeRenderer>();
        if (NoticeComposer.Compose(edition, state, entered, 1) is { } notice)
            await renderer.RenderAsync(notice, new Uri("https://localhost/my/open"));
    }

    private static IEnumerable<KeyValuePair<string, string?>> HiddenFieldsOf(string page) => HiddenField().Matches(page)
        .Select(m => KeyValuePair.Create(m.Groups[1].Value, (string?)WebUtility.HtmlDecode(m.Groups[2].Value)));

    private static KeyValuePair<string, string?>[] Typed(Edition edition, int n) =>
    [
        .. Texts(n),
        .. edition.Entry.Conditions.Select(c => KeyValuePair.Create(EntryField.Condition(c.Id), (string?)"yes")),
    ];

    private static Dictionary<string, string?> Texts(int n) => new()
    {
        [EntryField.Kind] = EntryDeclaration.Corporation,
        [EntryField.CompanyName] = "株式会社試走",
        [EntryField.CorporateNumber] =
            CorporateNumber.FromBase(n.ToString("000000000000", CultureInfo.InvariantCulture)).Digits,
        [EntryField.Representative] = "試走 太郎",
        [EntryField.Address] = "東京都千代田区",
        [EntryField.Employees] = "25",
        [EntryField.ContactName] = "試走 花子",
        [EntryField.Email] = $"rehearsal{n}@example.jp",
        [EntryField.EmailAgain] = $"rehearsal{n}@example.jp",
        [EntryField.Phone] = "03-0000-0000",
        [EntryField.Consent] = "yes",
    };

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex HiddenField();
}

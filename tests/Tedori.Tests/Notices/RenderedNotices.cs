using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Tedori.Functions.Composition;
using Tedori.Functions.Http;
using Tedori.Programme.Cases;
using Tedori.Testing;
using Tedori.Testing.Cases;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Notices;

namespace Tedori.Tests.Notices;

/// <summary>
/// Notices as the mails that leave, each with a link that works for a time. No machine's font decides what they say: letters are
/// read on the page.
/// </summary>
internal sealed class RenderedNotices : IAsyncDisposable
{
    private static readonly Uri Site = new("https://tedori.example/");
    private static readonly Uri Link = new(Site, "my/open?token=CfDJ8abcdefg-hijklmnop_1234");

    private readonly ServiceProvider services = new ServiceCollection().AddPages("/no/such/font.ttf").AddLogging()
        .AddSingleton(new EditionCatalog(Sample.R7)).AddSingleton(new PublicAddress(Site)).BuildServiceProvider();

    /// <summary>The languages of mails; null is Japanese.</summary>
    public static IReadOnlyList<string?> Languages { get; } = [null, "en", "ja-easy"];

    public Task<RenderedMail> OfAsync(Notice notice, string? language) => services.GetRequiredService<INoticeRenderer>().RenderAsync(
        notice with { Language = language }, notice.Kind == NoticeKind.FormerContact ? null : Link, notice.CausedAt + Duration.FromDays(90));

    /// <summary>The golden file of a form in a language.</summary>
    public static string GoldenFile(string? language, string form) =>
        RepositoryRoot.Of("tests", "Tedori.Tests", "Notices", "Golden", $"mails.{language ?? "ja"}.{form}");

    public ValueTask DisposeAsync() => services.DisposeAsync();
}

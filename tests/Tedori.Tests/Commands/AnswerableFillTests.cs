using Tedori.Local.Mail;
using Tedori.Programme.Inbound;
using Tedori.Testing.Commands;
using Tedori.Testing.Data;

namespace Tedori.Tests.Commands;

/// <summary>A new folder is filled with a small season: who answers one of its mails reaches the case.</summary>
public sealed class AnswerableFillTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task Serve_OfANewFolder_FillsItWithMailsThatCanBeAnswered()
    {
        using (var serve = TedoriProcess.Start(
            "serve", "--data", folder["data"], "--at", "2025-05-20T10:00", "--entries", "20", "--port", "0"))
        {
            await serve.WaitForLineAsync(l => l.Contains("http://127.0.0.1:", StringComparison.Ordinal));
            serve.Kill();
        }

        await using var outbox = new Outbox(Path.Combine(folder["data"], "outbox.db"));
        var mails = outbox.Newest(0, 100);
        Assert.NotEmpty(mails);
        Assert.All(mails, m => Assert.StartsWith(
            m.NoticeId.Split('.')[0], ReplyAddress.Read(m.ReplyTo, MailSender.Office.Domain)?.Case.ToString(), StringComparison.Ordinal));
    }

    public void Dispose() => folder.Dispose();
}

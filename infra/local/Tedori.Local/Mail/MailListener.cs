using System.Buffers;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using SmtpServer;
using SmtpServer.Mail;
using SmtpServer.Protocol;
using SmtpServer.Storage;
using Tedori.Workflows.Inbound;
using ServiceProvider = SmtpServer.ComponentModel.ServiceProvider;

namespace Tedori.Local.Mail;

/// <summary>
/// Takes mails by SMTP on 127.0.0.1, so that answers can be tried with any mail program: what is acknowledged is kept.
/// </summary>
internal sealed class MailListener : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly Task running;

    private MailListener(int port, IServiceProvider services, string domain)
    {
        Port = port;
        var options = new SmtpServerOptionsBuilder()
            .ServerName("localhost")
            .MaxMessageSize(InboundPost.MostBytes, MaxMessageSizeHandling.Strict)
            .CommandWaitTimeout(TimeSpan.FromSeconds(30))
            .Endpoint(e => e.Endpoint(new(IPAddress.Loopback, port)).SessionTimeout(TimeSpan.FromMinutes(5)))
            .Build();
        var parts = new ServiceProvider();
        parts.Add((IMessageStore)new Store(services));
        parts.Add((IMailboxFilter)new Filter(domain));
        running = new SmtpServer.SmtpServer(options, parts).StartAsync(stop.Token);
    }

    /// <summary>The port.</summary>
    public int Port { get; }

    /// <summary>Ends when it no longer listens; fails where that is not because it was told to.</summary>
    public Task Running => running;

    /// <summary>Listens.</summary>
    /// <param name="services">Of the platform that is served.</param>
    /// <param name="domain">Domain whose mails are taken.</param>
    /// <param name="port">The port, or null: 2525, and another one where that is in use.</param>
    /// <exception cref="UsageException">The port that was asked for is in use.</exception>
    public static MailListener Open(IServiceProvider services, string domain, int? port) =>
        new(FreePort(port), services, domain);

    /// <summary>Stops; what is under way is broken off and not acknowledged.</summary>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
    }

    private static int FreePort(int? asked)
    {
        const int usual = 2525;
        return LoopbackPort.Free(asked ?? usual)
            ?? (asked is { } wanted ? throw LoopbackPort.InUse(wanted, "--mail-port") : LoopbackPort.Free(0)!.Value);
    }

    private sealed class Store(IServiceProvider services) : MessageStore
    {
        public override async Task<SmtpResponse> SaveAsync(
            ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer,
            CancellationToken cancellationToken)
        {
            // The line end before the closing point belongs to the mail, and is not given.
            var raw = (byte[])[.. buffer.ToArray(), .. "\r\n"u8];
            await using var scope = services.CreateAsyncScope();
            try
            {
                var now = scope.ServiceProvider.GetRequiredService<IClock>().GetCurrentInstant();
                var mail = await scope.ServiceProvider.GetRequiredService<InboundService>().ReceiveAsync(
                    new(raw, now)
                    {
                        From = AddressOf(transaction.From),
                        To = [.. transaction.To.Select(AddressOf)],
                    }, cancellationToken);
                return new(SmtpReplyCode.Ok, $"kept as {mail.Id}");
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                // The sender's server tries again later; anything else would make it give the mail up.
                services.GetRequiredService<ILogger<MailListener>>().LogError(e, "A mail could not be kept.");
                return new(SmtpReplyCode.Aborted, "not kept, try again later");
            }
        }
    }

    private sealed class Filter(string domain) : IMailboxFilter
    {
        public Task<bool> CanAcceptFromAsync(
            ISessionContext context, IMailbox from, int size, CancellationToken cancellationToken) => Task.FromResult(true);

        public Task<bool> CanDeliverToAsync(
            ISessionContext context, IMailbox to, IMailbox from, CancellationToken cancellationToken) =>
            Task.FromResult(to.Host.Equals(domain, StringComparison.OrdinalIgnoreCase));
    }

    private static string AddressOf(IMailbox? mailbox) =>
        mailbox is { User.Length: > 0 } ? $"{mailbox.User}@{mailbox.Host}" : "";
}

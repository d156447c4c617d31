using Microsoft.Extensions.DependencyInjection;
using Moq;
using Tedori.Testing.Office;
using Tedori.Workflows.Evidence;
using Tedori.Workflows.Mail;

namespace Tedori.Tests.Inbound;

/// <summary>An office to which mails come.</summary>
internal static class OfficeWithMail
{
    public const string Domain = "mail.example";

    public static TestOffice Open(Action<IServiceCollection>? add = null) => new(add: services =>
    {
        services.AddSingleton(new InboundSettings(Domain, "office@tedori.example"));
        services.AddSingleton(new Mock<IQuarantine>().Object);
        add?.Invoke(services);
    });
}

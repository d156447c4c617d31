using Azure.Core;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Moq;
using NodaTime;
using Tedori.Functions.Azure.Mail;
using Tedori.Functions.Composition;
using Tedori.Functions.Composition.Startup;
using Tedori.Functions.Durable;
using Tedori.Functions.Settings;
using Tedori.Local.Host;
using Tedori.Programme;
using Tedori.Programme.Serialization;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Mail;
using Tedori.Workflows.Rounds;

namespace Tedori.Tests.Azure;

/// <summary>What the Functions host would find: nothing here calls Azure.</summary>
public sealed class AzurePlatformTests
{
    public static TheoryData<string> Functions =>
        [.. FunctionCatalog.Of(typeof(CaseFunctions).Assembly).All.Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(Functions))]
    public async Task Function_OnAzure_CanBeMade(string name)
    {
        await using var services = Compose();
        await using var scope = services.CreateAsyncScope();
        var type = FunctionCatalog.Of(typeof(CaseFunctions).Assembly).All.Single(f =>
            f.Name == name).Method.DeclaringType!;
        Assert.NotNull(ActivatorUtilities.CreateInstance(scope.ServiceProvider, type));
    }

    [Fact]
    public async Task Payloads_OnAzure_AreWrittenAsOnOneMachine()
    {
        await using var services = Compose();
        var serializer = services.GetRequiredService<IOptions<WorkerOptions>>().Value.Serializer!;
        var advanced = new Advanced(Step.Claim, Instant.FromUnixTimeSeconds(1), null);
        Assert.Equal(TedoriJson.Write(advanced), serializer.Serialize(advanced).ToString());
    }

    [Fact]
    public async Task Mail_OnAzure_LeavesThroughSendGrid()
    {
        await using var services = Compose();
        Assert.IsType<SendGridMail>(services.GetRequiredService<IMail>());
    }

    [Fact]
    public async Task Mail_WhereTheSettingNamesOneAddress_AllGoesThere()
    {
        var services = new ServiceCollection();
        services.AddAzurePlatform(
            SettingsReader.Read(SampleSettings.With(SettingNames.MailTo, "test@office.example")), new Mock<TokenCredential>().Object);
        await using var composed = services.BuildServiceProvider();
        Assert.Equal("test@office.example", composed.GetRequiredService<MailDiversion>().Address);
    }

    [Fact]
    public async Task Process_OnAzure_WarmsItself()
    {
        await using var services = Compose();
        Assert.Single(services.GetServices<IHostedService>().OfType<WarmUp>());
    }

    private static ServiceProvider Compose()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        // The host's own.
        services.AddSingleton(new Mock<IHostApplicationLifetime>().Object);
        services.AddAzurePlatform(SampleSettings.Read(), new Mock<TokenCredential>().Object);
        services.AddSingleton(new Mock<IBeacon>().Object);
        return services.BuildServiceProvider(
            new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }
}

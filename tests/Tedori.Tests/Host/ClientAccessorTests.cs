using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Moq;
using Tedori.Local.Host;
using Tedori.Workflows.Durable;

namespace Tedori.Tests.Host;

/// <summary>
/// The local host is as strict as the worker: the services have a Durable client only where the function declares one.
/// </summary>
public sealed class ClientAccessorTests
{
    [Theory]
    [InlineData("/asks", HttpStatusCode.OK)]
    [InlineData("/forgets", HttpStatusCode.InternalServerError)]
    public async Task Trigger_ThatForgetsItsClient_FailsHereTooAndNotOnlyOnAzure(string path, HttpStatusCode expected)
    {
        var client = new Mock<DurableTaskClient>("the-client").Object;
        await using var services = new ServiceCollection()
            .AddSingleton(client)
            .AddScoped(_ => new DurableClientAccessor { Client = client })
            .BuildServiceProvider();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddMvcCore();
        await using var app = builder.Build();
        HttpTriggers.Map(app, FunctionCatalog.Of(typeof(Pages)), services);
        await app.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        using var response = await http.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(expected, response.StatusCode);
    }

    public sealed class Pages(DurableClientAccessor accessor)
    {
        [Function("Asks")]
        public IActionResult Asks(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "asks")] HttpRequest request,
            [DurableClient] DurableTaskClient client) => Hint(request);

        [Function("Forgets")]
        public IActionResult Forgets(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "forgets")] HttpRequest request) => Hint(request);

        private ContentResult Hint(HttpRequest request) => new() { Content = accessor.Client.Name + request.Path };
    }
}

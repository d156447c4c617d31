using Azure.Core.Serialization;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;
using Tedori.Functions.Http;
using Tedori.Pages;
using Tedori.Programme.Programmes;
using Tedori.Programme.Serialization;
using Tedori.Workflows;
using Tedori.Workflows.Hints;
using Tedori.Workflows.Listings;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
// Durable payloads are written by the worker's serializer: the same options as on one machine.
builder.Services.Configure<WorkerOptions>(o => o.Serializer = new JsonObjectSerializer(TedoriJson.Options));
builder.Services.AddSingleton<IClock>(SystemClock.Instance);
builder.Services.AddSingleton(new EditionShelf(EditionReader.R7()));
builder.Services.AddScoped<DurableClientSlot>();
builder.Services.AddScoped<IHints, DurableHints>();
builder.Services.AddSingleton(new DirectoryMirror(reload: Duration.FromMinutes(1)));
builder.Services.AddWorkflows().AddDoor().AddPages();
builder.Build().Run();

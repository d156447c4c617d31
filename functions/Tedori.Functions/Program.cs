using Azure.Core.Serialization;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;
using Tedori.Functions.Azure.Beacon;
using Tedori.Pages;
using Tedori.Programme.Programmes;
using Tedori.Programme.Serialization;
using Tedori.Workflows;
using Tedori.Workflows.Beacon;
using Tedori.Workflows.Hints;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
// Durable payloads are written by the worker's serializer: the same options as on one machine.
builder.Services.Configure<WorkerOptions>(o => o.Serializer = new JsonObjectSerializer(TedoriJson.Options));
builder.Services.AddSingleton<IClock>(SystemClock.Instance);
builder.Services.AddSingleton(new EditionShelf(EditionReader.R7()));
builder.Services.AddSingleton(new DrandOptions());
builder.Services.AddSingleton(new HttpClient());
builder.Services.AddSingleton<IBeacon, DrandBeacon>();
builder.Services.AddSingleton<ISealingSecrets, RandomSecrets>();
builder.Services.AddScoped<DurableClientSlot>();
builder.Services.AddScoped<IHints, DurableHints>();
builder.Services.AddWorkflows().AddPages();
builder.Build().Run();

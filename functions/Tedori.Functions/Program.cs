using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using Tedori.Functions.Azure;
using Tedori.Functions.Azure.Settings;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Services.AddAzurePlatform(SettingsReader.Read(builder.Configuration));
builder.Build().Run();

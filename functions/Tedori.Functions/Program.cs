using Microsoft.Extensions.Hosting;
using Tedori.Functions.Composition;

using var app = await TedoriApp.BuildAsync(args);
await app.RunAsync();

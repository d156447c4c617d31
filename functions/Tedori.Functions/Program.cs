using Microsoft.Extensions.Hosting;
using Tedori.Functions;

using var app = await TedoriApp.BuildAsync(args);
await app.RunAsync();

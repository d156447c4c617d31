using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Tedori.Local.Host;

/// <summary>Serves the HTTP triggers of the app on ASP.NET Core's own routing.</summary>
internal static class HttpTriggers
{
    public static void Map(IEndpointRouteBuilder endpoints, FunctionCatalog catalog, IServiceProvider services)
    {
        foreach (var (function, trigger) in catalog.With<HttpTriggerAttribute>())
        {
            var methods = trigger.Methods is { Length: > 0 } named ? named : ["get", "post"];
            endpoints.MapMethods(
                "/" + (trigger.Route ?? function.Name),
                methods.Select(m => m.ToUpperInvariant()),
                (RequestDelegate)(context => RunAsync(function, services, context)));
        }
    }

    private static async Task RunAsync(FunctionEntry function, IServiceProvider services, HttpContext context)
    {
        await using var scope = services.CreateAsyncScope();
        var provider = scope.ServiceProvider;
        var result = await function.InvokeAsync(provider, p => Bind(function, p, provider, context));
        switch (result)
        {
            case IActionResult action:
                await action.ExecuteResultAsync(new(context, context.GetRouteData(), new ActionDescriptor()));
                break;
            case IResult plain:
                await plain.ExecuteAsync(context);
                break;
            default:
                throw new FunctionCatalogException($"Function '{function.Name}' answered nothing that HTTP can carry.");
        }
    }

    private static object? Bind(
        FunctionEntry function, ParameterInfo parameter, IServiceProvider services, HttpContext context)
    {
        if (parameter == function.TriggerParameter)
            return context.Request;
        if (parameter.ParameterType == typeof(DurableTaskClient))
            return services.GetRequiredService<DurableTaskClient>();
        if (parameter.ParameterType == typeof(CancellationToken))
            return context.RequestAborted;
        // The rest comes from the route by name, as on the Functions host.
        var value = context.GetRouteValue(parameter.Name!);
        if (value is null)
            return parameter.HasDefaultValue ? parameter.DefaultValue : null;
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        return Convert.ChangeType(value, type, CultureInfo.InvariantCulture);
    }
}

using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Tedori.Local.Host;

/// <summary>What every function must keep to, found out when the program starts, not when somebody calls it.</summary>
internal static class FunctionRules
{
    /// <summary>Refuses a function that no host could run, or only one of the two.</summary>
    public static void Check(FunctionEntry function)
    {
        Demand(
            function,
            function.Method.ReturnType is var type && type.Name is not (nameof(ValueTask) or "ValueTask`1"),
            "returns a ValueTask: return a Task");
        switch (function.Trigger)
        {
            case HttpTriggerAttribute http:
                CheckHttp(function, http);
                break;
            case TimerTriggerAttribute:
                Demand(function, IsA<TimerInfo>(function.TriggerParameter), "has no TimerInfo for its timer");
                CheckFilled(function, []);
                break;
            case OrchestrationTriggerAttribute orchestration:
                CheckOrchestration(function, orchestration.Orchestration);
                break;
            case ActivityTriggerAttribute activity:
                CheckName(function, activity.Activity);
                CheckFilled(function, []);
                break;
        }
    }

    private static void CheckHttp(FunctionEntry function, HttpTriggerAttribute http)
    {
        // Every route does its own authorisation; a key of the host's would shut the public out.
        Demand(function, IsOpen(function, http), "asks for a key of the host: make it Anonymous");
        Demand(function, IsA<HttpRequest>(function.TriggerParameter), "has no HttpRequest for its trigger");
        var route = RoutePatternFactory.Parse(http.Route ?? function.Name);
        CheckFilled(function, [.. route.Parameters.Select(p => p.Name)]);
    }

    // An attribute that names no level reads as Anonymous here, while the Functions host takes it for Function.
    private static bool IsOpen(FunctionEntry function, HttpTriggerAttribute http) =>
        http.AuthLevel == AuthorizationLevel.Anonymous
        && function.TriggerParameter.GetCustomAttributesData()
            .Single(a => a.AttributeType == typeof(HttpTriggerAttribute)).ConstructorArguments
            .Any(a => a.ArgumentType == typeof(AuthorizationLevel));

    private static void CheckOrchestration(FunctionEntry function, string? orchestration)
    {
        CheckName(function, orchestration);
        var alone = IsA<TaskOrchestrationContext>(function.TriggerParameter) && function.Parameters.Length == 1;
        Demand(function, alone, "takes more than its TaskOrchestrationContext");
        // A replay must not depend on what a service answers today.
        Demand(function, function.Method.IsStatic, "is an orchestrator on an object: make it static");
    }

    private static void CheckName(FunctionEntry function, string? name) => Demand(
        function, name is null || name == function.Name, $"runs '{name}': give both one name, which is storage format");

    private static void CheckFilled(FunctionEntry function, HashSet<string> route)
    {
        foreach (var parameter in function.Parameters)
        {
            var filled = IsFilled(function, parameter, route);
            Demand(function, filled, $"has a parameter that nobody can fill: {parameter.Name}");
        }
    }

    private static bool IsFilled(FunctionEntry function, ParameterInfo parameter, HashSet<string> route) =>
        parameter == function.TriggerParameter
        || IsA<CancellationToken>(parameter)
        || (IsA<DurableTaskClient>(parameter) && parameter.IsDefined(typeof(DurableClientAttribute), inherit: false))
        || route.Contains(parameter.Name!);

    private static bool IsA<T>(ParameterInfo parameter) => parameter.ParameterType == typeof(T);

    private static void Demand(FunctionEntry function, bool kept, string fault)
    {
        if (!kept)
            throw new FunctionCatalogException($"Function '{function.Name}' {fault}.");
    }
}

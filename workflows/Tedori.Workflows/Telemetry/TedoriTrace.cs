using System.Diagnostics;

namespace Tedori.Workflows.Telemetry;

/// <summary>The one source of spans. A span carries the id of a case, round or notice at most.</summary>
public static class TedoriTrace
{
    private static readonly ActivitySource Source = new(MetricNames.Meter);

    /// <summary>Starts a span; null where nobody listens.</summary>
    /// <param name="name">The class and what it does, for example <c>CaseCommandHandler.Handle</c>.</param>
    /// <param name="subject">Id of what it is about.</param>
    public static Activity? Start<T>(string name, T subject)
    {
        var activity = Source.StartActivity(name);
        activity?.SetTag("tedori.subject", subject?.ToString());
        return activity;
    }
}

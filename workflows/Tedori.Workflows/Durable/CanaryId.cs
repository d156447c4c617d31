using NodaTime;
using NodaTime.Text;

namespace Tedori.Workflows.Durable;

/// <summary>Names of canaries: row key and input of the orchestration, in order of time. Storage format.</summary>
public static class CanaryId
{
    private static readonly InstantPattern Pattern = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");

    /// <summary>The name of the canary that is due then, for example <c>20250519T013000Z</c> (UTC).</summary>
    public static string Of(Instant due) => Pattern.Format(due);

    /// <summary>When the canary of this name is due. Pure, so that an orchestrator may ask.</summary>
    /// <exception cref="UnparsableValueException">It is no such name.</exception>
    public static Instant DueOf(string id) => Pattern.Parse(id).GetValueOrThrow();
}

using Microsoft.DurableTask;

namespace Tedori.Workflows.Canary;

/// <summary>
/// Records that a canary fired. Safe to repeat: the first time counts. The class name is storage format.
/// </summary>
[DurableTask(nameof(RecordCanary))]
public sealed class RecordCanary(CanaryService service) : TaskActivity<string, bool>
{
    /// <inheritdoc/>
    public override Task<bool> RunAsync(TaskActivityContext context, string input) => service.FireAsync(input);
}

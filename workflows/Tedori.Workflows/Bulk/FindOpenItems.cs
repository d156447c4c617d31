using Microsoft.DurableTask;
using Tedori.Workflows.Durable;

namespace Tedori.Workflows.Bulk;

/// <summary>
/// Finds what is open of work on many cases; ends it where nothing is. Safe to repeat. The class name is storage format.
/// </summary>
[DurableTask(nameof(FindOpenItems))]
public sealed class FindOpenItems(IEnumerable<IBulkWork> works) : TaskActivity<string, OpenItems>
{
    /// <summary>Most items of one answer, and so of one execution of the orchestrator: its history stays short.</summary>
    public const int Most = 200;

    /// <inheritdoc/>
    public override Task<OpenItems> RunAsync(TaskActivityContext context, string input)
    {
        var bulk = BulkId.Parse(input);
        return works.Single(w => w.Kind == bulk.Kind).FindAsync(bulk.Id, bulk.After, Most);
    }
}

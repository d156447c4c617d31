using Microsoft.DurableTask;
using Tedori.Workflows.Durable;

namespace Tedori.Workflows.Bulk;

/// <summary>
/// Does one item of work on many cases and records its verdict. Safe to repeat. The class name is storage format.
/// </summary>
[DurableTask(nameof(PerformItem))]
public sealed class PerformItem(IEnumerable<IBulkWork> works) : TaskActivity<BulkItem, bool>
{
    /// <inheritdoc/>
    public override async Task<bool> RunAsync(TaskActivityContext context, BulkItem input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var bulk = BulkId.Parse(input.Bulk);
        await works.Single(w => w.Kind == bulk.Kind).PerformAsync(bulk.Id, input.Item);
        return true;
    }
}

/// <summary>Which item of which work. Storage format.</summary>
/// <param name="Bulk">The work, as <see cref="BulkId"/> writes it.</param>
/// <param name="Item">The item: the key of its verdict.</param>
public sealed record BulkItem(string Bulk, string Item);

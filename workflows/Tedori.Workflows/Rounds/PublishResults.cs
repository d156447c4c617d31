using Microsoft.DurableTask;
using Tedori.Programme;

namespace Tedori.Workflows.Rounds;

/// <summary>Tells one page of cases their result. Safe to repeat. The class name is storage format.</summary>
[DurableTask(nameof(PublishResults))]
public sealed class PublishResults(Publication publication) : TaskActivity<PublishPage, PublishedPage>
{
    /// <inheritdoc/>
    public override async Task<PublishedPage> RunAsync(TaskActivityContext context, PublishPage input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return new(await publication.PublishAsync(RoundId.Parse(input.Round), input.Page));
    }
}

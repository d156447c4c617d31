using Tedori.Programme.Editions;

namespace Tedori.Workflows.Editions;

/// <summary>All places of the programme files that are served here.</summary>
public sealed class EditionSources(params IReadOnlyList<IEditionSource> sources)
{
    /// <summary>Reads them all; a place that cannot be read is a fault like those of the files.</summary>
    public async Task<EditionSet> ReadAsync(CancellationToken cancellation = default)
    {
        var (files, absent) = (new List<EditionText>(), new List<string>());
        foreach (var source in sources)
        {
            try
            {
                files.AddRange(await source.ReadAsync(cancellation));
            }
            catch (EditionPlaceException e)
            {
                absent.Add(e.Message);
            }
        }

        var set = EditionSet.Read(files);
        return set with { Faults = [.. absent, .. set.Faults] };
    }
}

/// <summary>The programme files that come with the product.</summary>
public sealed class ProductEditions : IEditionSource
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<EditionText>> ReadAsync(CancellationToken cancellation = default) =>
        Task.FromResult(EditionReader.OfProduct);
}

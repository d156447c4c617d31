using Tedori.Programme.Editions;

namespace Tedori.Workflows.Editions;

/// <summary>
/// Where programme files lie that are served beside those of the product: a folder, a container, files named one by one.
/// </summary>
public interface IEditionSource
{
    /// <summary>Reads them as they are now; none where none are named.</summary>
    /// <exception cref="EditionPlaceException">The place is not there or cannot be read.</exception>
    Task<IReadOnlyList<EditionText>> ReadAsync(CancellationToken cancellation = default);
}

/// <summary>The place of programme files is not there or cannot be read. The message is one English sentence.</summary>
public sealed class EditionPlaceException(string message, Exception? inner = null)
    : InvalidOperationException(message, inner);

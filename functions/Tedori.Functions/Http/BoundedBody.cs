using Microsoft.AspNetCore.Http;
using Tedori.Workflows.Evidence;

namespace Tedori.Functions.Http;

/// <summary>
/// A body whose length nobody announced: what is more than so much is refused while it is read, wherever its pieces end.
/// </summary>
internal sealed class BoundedBody(Stream sent, long most) : ForwardStream
{
    private long taken;

    /// <inheritdoc/>
    /// <exception cref="BadHttpRequestException">413: more came.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await sent.ReadAsync(buffer, cancellationToken);
        taken += read;
        return taken > most
            ? throw new BadHttpRequestException("The body is too large.", StatusCodes.Status413PayloadTooLarge)
            : read;
    }
}

namespace Tedori.Functions.Http;

/// <summary>A request that no page takes: too large, of the wrong kind, or not from one of our forms.</summary>
/// <param name="status">The status to answer with.</param>
/// <param name="message">What is wrong and what to do, in Japanese.</param>
public sealed class PostRefusedException(int status, string message) : Exception(message)
{
    /// <summary>The status to answer with.</summary>
    public int Status => status;
}

namespace Tedori.Functions.Azure.Tables;

/// <summary>
/// A commit may have been carried out and overwritten since, or not at all. Who meets this reads the record again and
/// decides anew, as after a crash between a commit and its answer.
/// </summary>
public sealed class UncertainCommitException(string partition, Exception cause) : IOException(
    $"The storage service did not say whether a commit in '{partition}' was carried out. Read it again.", cause);

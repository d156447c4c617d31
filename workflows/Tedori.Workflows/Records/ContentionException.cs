namespace Tedori.Workflows.Records;

/// <summary>A commit met other writers again and again. Nothing was written; trying later is safe.</summary>
public sealed class ContentionException()
    : InvalidOperationException("Other writers changed the same record again and again. Try again later.");

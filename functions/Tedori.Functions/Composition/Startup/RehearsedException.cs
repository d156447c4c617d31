namespace Tedori.Functions.Composition.Startup;

/// <summary>A rehearsal has come as far as it goes.</summary>
internal sealed class RehearsedException() : Exception("A rehearsal commits nothing to a case.");

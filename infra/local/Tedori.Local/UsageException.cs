namespace Tedori.Local;

/// <summary>The command line asks for something that cannot be. The message is one clear line.</summary>
internal sealed class UsageException(string message) : Exception(message);

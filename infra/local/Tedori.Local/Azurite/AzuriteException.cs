namespace Tedori.Local.Azurite;

/// <summary>The storage emulator is not there, or ended before it listened. The message is for people.</summary>
public sealed class AzuriteException(string message) : Exception(message);

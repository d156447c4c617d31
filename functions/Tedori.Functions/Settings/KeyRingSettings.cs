namespace Tedori.Functions.Settings;

/// <summary>Where the keys of links and sessions are kept.</summary>
/// <param name="Blob">The blob that holds them, wrapped.</param>
/// <param name="VaultKey">The key that wraps them, without a version.</param>
public sealed record KeyRingSettings(Uri Blob, Uri VaultKey);

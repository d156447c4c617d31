namespace Tedori.Functions.Azure.Keys;

/// <summary>A key as the vault wrapped it.</summary>
/// <param name="KeyId">Id of the vault's key with its version.</param>
/// <param name="Value">The wrapped key.</param>
internal sealed record WrappedKey(string KeyId, byte[] Value);

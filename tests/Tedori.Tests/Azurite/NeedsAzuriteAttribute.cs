namespace Tedori.Tests.Azurite;

/// <summary>
/// A class that runs a contract on Azurite: each <see cref="StoreFactAttribute"/> and
/// <see cref="StoreTheoryAttribute"/> that it inherits is skipped, with the reason, where Azurite is not installed.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsAzuriteAttribute : Attribute;

namespace Tedori.Functions.Settings;

/// <summary>One app setting, as the Bicep has to set it.</summary>
/// <param name="Name">The name of the app setting; two underscores stand for a colon, as everywhere in .NET.</param>
/// <param name="Reader">Who reads it.</param>
/// <param name="Required">Whether the app does not start, or does not run rightly, without it.</param>
/// <param name="Secret">Whether it has to be a reference to Key Vault and never the value itself.</param>
public sealed record SettingName(string Name, SettingReader Reader, bool Required = true, bool Secret = false);

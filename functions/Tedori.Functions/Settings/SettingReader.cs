namespace Tedori.Functions.Settings;

/// <summary>Who reads an app setting.</summary>
public enum SettingReader
{
    /// <summary>Our code, through <see cref="TedoriSettings"/>.</summary>
    App,

    /// <summary>The platform: the Functions host, one of its extensions, Easy Auth.</summary>
    Host,
}

namespace Tedori.Functions.Azure.Settings;

/// <summary>Who reads an app setting.</summary>
public enum SettingReader
{
    /// <summary>Our code, through <see cref="TedoriSettings"/>.</summary>
    App,

    /// <summary>The Functions host or one of its extensions.</summary>
    Host,
}

namespace Tedori.Functions.Settings;

/// <summary>How staff sign in.</summary>
public enum StaffSignIn
{
    /// <summary>Nobody can.</summary>
    Closed,

    /// <summary>Easy Auth with Entra ID stands before the app and says who it is.</summary>
    Entra,

    /// <summary>Whoever comes may be any of six made-up members; on a developer's machine only.</summary>
    Development,
}

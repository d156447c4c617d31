using Microsoft.Extensions.Configuration;
using Names = Tedori.Functions.Settings.SettingNames;

namespace Tedori.Functions.Settings;

/// <summary>
/// Lets settings for development through on a developer's machine only, and knows afterwards which were used.
/// </summary>
internal sealed class DevelopmentGate
{
    private const string Loopback = "127.0.0.1, localhost or [::1]";
    private readonly List<string> faults;
    private readonly List<string> used = [];
    private readonly bool open;

    public DevelopmentGate(IConfiguration configuration, List<string> faults)
    {
        this.faults = faults;
        var environment = configuration[Names.DotnetEnvironment];
        environment = configuration[Names.FunctionsEnvironment] is { Length: > 0 } functions ? functions : environment;
        // App Service is nobody's own machine, whatever it is told.
        open = string.IsNullOrEmpty(configuration[Names.PlatformInstance])
            && string.Equals(environment, "Development", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether a setting, or a value of it, may be used; says why where it may not.</summary>
    /// <param name="name">The setting.</param>
    /// <param name="value">What of it is for development, for example "'simulated'"; null where all of it is.</param>
    public bool Admit(string name, string? value = null)
    {
        if (open)
        {
            used.Add(name);
            return true;
        }

        var what = value is null ? "is" : $"is {value}, which is";
        faults.Add(
            $"The setting {name} {what} for development only: change it, or set {Names.FunctionsEnvironment} to "
            + "Development on a machine of your own.");
        return false;
    }

    /// <summary>An address on this machine; says so where it is none.</summary>
    public Uri? Local(string name, string value)
    {
        if (Uri.TryCreate(value, UriKind.Absolute, out var uri) && IsLocal(uri))
            return uri;
        faults.Add($"The setting {name} is not an address of this machine ({Loopback}), and nothing else will do.");
        return null;
    }

    /// <summary>Whether an address is on this machine and reached over HTTP.</summary>
    public static bool IsLocal(Uri uri) => uri.Scheme is "http" or "https" && uri.IsLoopback;

    /// <summary>With settings for development, nobody but this machine may reach the app.</summary>
    public void CheckPublic(Uri address)
    {
        if (used.Count == 0 || IsLocal(address))
            return;
        faults.Add(
            $"The setting {Names.PublicUrl} is not an address of this machine ({Loopback}), but "
            + $"{string.Join(", ", used.Distinct())} hold nowhere else.");
    }
}

using Microsoft.Extensions.Configuration;
using Names = Tedori.Functions.Settings.SettingNames;

namespace Tedori.Functions.Settings;

/// <summary>Reads what holds on a developer's machine only.</summary>
internal sealed class DevelopmentReader(IConfiguration configuration, List<string> faults)
{
    public DevelopmentGate Gate { get; } = new(configuration, faults);

    /// <summary>The settings that are for development as a whole.</summary>
    public DevelopmentSettings Read()
    {
        var mail = Admitted(Names.MailHost);
        var settings = new DevelopmentSettings
        {
            KeyRingFolder = Path(Names.KeyRingFolder),
            MailFolder = Path(Names.MailFolder),
            MailHost = mail is null ? null : Gate.Local(Names.MailHost, mail),
            ClockFile = Path(Names.ClockFile),
        };
        if (settings.MailFolder is not null && mail is not null)
            faults.Add($"The setting {Names.MailHost} is there beside {Names.MailFolder}: keep one of them.");
        return settings;
    }

    /// <summary>An emulator that a setting names, or null where it may not or names none.</summary>
    public EmulatorAddress? Store(string name, string value, string service, Func<string, Uri> endpointOf)
    {
        if (!Gate.Admit(name, "a connection string or an http address"))
            return null;
        if (EmulatorAddress.Read(value, service, endpointOf) is { } found)
            return found;
        faults.Add(
            $"The setting {name} is neither an https address nor an emulator on this machine: give "
            + "UseDevelopmentStorage=true, a connection string, or http://127.0.0.1:PORT/devstoreaccount1.");
        return null;
    }

    private string? Path(string name) => Admitted(name) is { } value ? ProjectFolder.Resolve(value) : null;

    private string? Admitted(string name) =>
        configuration[name]?.Trim() is { Length: > 0 } value && Gate.Admit(name) ? value : null;
}

/// <summary>Where a developer's relative paths begin: programs run in folders that a build empties.</summary>
internal static class ProjectFolder
{
    private const string Project = "Tedori.Functions.csproj";

    /// <summary>
    /// The path from the folder of the project, or from where the process runs if there is none above it.
    /// </summary>
    public static string Resolve(string path) => System.IO.Path.GetFullPath(path, Find());

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, Project)))
                return folder.FullName;
        }

        return Directory.GetCurrentDirectory();
    }
}

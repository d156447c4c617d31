using System.CommandLine;
using NodaTime;
using NodaTime.Text;
using Tedori.Cli.Deploying;
using Tedori.Local;
using Tedori.Programme.Calendar;
using Tedori.Programme.Editions;

namespace Tedori.Cli.Commands;

/// <summary><c>deploy-guard</c>: whether a deployment may begin now. The hooks of azure.yaml ask it first.</summary>
internal static class DeployGuardCommand
{
    private static readonly LocalDateTimePattern[] AtPatterns =
    [
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm"),
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss"),
    ];

    private static readonly Option<string?> At = new("--at")
    {
        Description = "Japanese time to ask about. Default: now.",
    };

    private static readonly Option<bool> Force = new("--force") { Description = "Deploy all the same." };

    public static Command Create()
    {
        var command = new Command(
            "deploy-guard",
            "Refuse to deploy from 15:00 to 18:00 on the day of a deadline. "
            + "It knows the edition's dates, not those that staff moved.")
        {
            At, Force, ProgrammeOption.Instance,
        };
        command.SetAction(parsed => Check(ProgrammeOption.Read(parsed), AtOf(parsed), parsed.GetValue(Force)));
        return command;
    }

    private static int Check(IReadOnlyList<Edition> editions, Instant at, bool force)
    {
        var local = JapanTime.LocalOf(at);
        if (editions.All(e => DeployWindow.IsOpen(e, at)))
        {
            return Allow(
                $"{local:uuuu-MM-dd HH:mm:ss} Japanese time is open for deployments, "
                + "unless staff moved a deadline to it.");
        }


        var edition = editions.First(e => !DeployWindow.IsOpen(e, at));
        var ending = string.Join(", ", editions.SelectMany(e => DeployWindow.EndingOn(e, local.Date)));
        return force
            ? Allow($"Deploying by force although {ending} end today at {edition.Hours.Closes:HH:mm}.")
            : throw new UsageException(
                $"No deployment from 15:00 to 18:00 today ({local.Date:uuuu-MM-dd}): "
                + $"{ending} end at {edition.Hours.Closes:HH:mm}. Wait, or set TEDORI_FORCE_DEPLOY=1 (--force).");
    }

    private static int Allow(string sentence)
    {
        Console.WriteLine(sentence);
        return 0;
    }

    private static Instant AtOf(ParseResult parsed)
    {
        if (parsed.GetValue(At) is not { } text)
            return SystemClock.Instance.GetCurrentInstant();
        foreach (var pattern in AtPatterns)
        {
            if (pattern.Parse(text) is { Success: true, Value: var at })
                return JapanTime.At(at.Date, at.TimeOfDay);
        }

        throw new UsageException($"--at '{text}' is not a time such as 2025-06-16T15:00:00.");
    }
}

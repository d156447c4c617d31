using System.CommandLine;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;
using NodaTime.Text;
using Spectre.Console;
using Tedori.Engine;
using Tedori.Engine.Sqlite;
using Tedori.Functions.Development;
using Tedori.Functions.Papers;
using Tedori.Local;
using Tedori.Local.Composition;
using Tedori.Local.Mail;
using Tedori.Local.Serve;
using Tedori.Programme.Calendar;
using Tedori.Season;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Health;
using Tedori.Workflows.Mail;
using Tedori.Workflows.Records;
using Tedori.Workflows.Sweeping;

namespace Tedori.Cli.Commands;

/// <summary><c>serve</c>, also without a command: the whole system on this machine, with its clock running.</summary>
internal static class ServeCommand
{
    private const long Seed = 1;
    private const int FastestSpeed = 86_400;
    private static readonly LocalDateTimePattern AtPattern = LocalDateTimePattern.CreateWithInvariantCulture(
        "uuuu-MM-dd'T'HH:mm");

    private static readonly Option<string> Data = new("--data")
    {
        Description = "Data folder. An empty one is first filled with a small season.",
        DefaultValueFactory = _ => "data",
    };

    private static readonly Option<string> At = new("--at")
    {
        Description = "Japanese time up to which the small season of an empty folder is played.",
        DefaultValueFactory = _ => "2025-11-06T10:00",
    };

    private static readonly Option<int> Port =
        new("--port") { Description = "Port on 127.0.0.1.", DefaultValueFactory = _ => 7071 };

    private static readonly Option<int> Entries = new("--entries")
    {
        Description = "Entries per round of the small season.",
        DefaultValueFactory = _ => 40,
    };

    private static readonly Option<int> Speed = new("--speed")
    {
        Description = "How many times as fast as real time the clock runs: 1 to 86,400 (a day in a second).",
        DefaultValueFactory = _ => 1,
    };

    private static readonly Option<string?> PdfFont = new("--pdf-font")
    {
        Description = "Japanese TrueType font (.ttf) of PDFs; without it that of the machine (fonts-ipaexfont).",
    };

    /// <summary>Makes a command serve.</summary>
    public static void AddTo(Command command)
    {
        foreach (var option in (Option[])[Data, At, Port, .. ServeMail.Options, Entries, Speed, PdfFont, ProgrammeOption.Instance])
            command.Options.Add(option);
        command.SetAction(RunAsync);
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        DurableEngine.WarmUp();
        var folder = parsed.GetValue(Data)!;
        var port = parsed.GetValue(Port);
        if (port is < 0 or > 65535)
            throw new UsageException($"--port {port} is out of range: give 0 to 65535.");
        var speed = parsed.GetValue(Speed);
        if (speed is < 1 or > FastestSpeed)
            throw new UsageException($"--speed {speed} is out of range: give 1 to {FastestSpeed} (a day in a second).");
        var (mailPort, relay, sender, pace, alarm, diversion) = ServeMail.Of(parsed);
        var editions = ProgrammeOption.Read(parsed);
        var options = new SeasonOptions(editions[0], parsed.GetValue(Entries), Seed, Until: StartOf(parsed))
        {
            Further = [.. editions.Skip(1)],
        };
        options.Check();
        CheckAt(options, parsed.GetValue(At)!);
        // Before the season is played, so that nobody waits for it in vain; and mails name the port before anything listens.
        port = LoopbackPort.Free(port) ?? throw LoopbackPort.InUse(port, "--port");
        try
        {
            if (!ServeClock.Exists(folder))
                await FillAsync(options, folder, sender, cancellation);
            var served = new ServedPlace(folder, port, mailPort, speed, FontOf(parsed), relay, sender, pace, alarm, diversion);
            return await ServeAsync(options, ProgrammeOption.Sources(parsed), served, cancellation);
        }
        catch (DamagedRowException e)
        {
            throw new DataFolderCorruptException(Path.Combine(folder, DiskStores.RecordsFile), e.Finding, e);
        }
    }

    private static async Task<int> ServeAsync(
        SeasonOptions options, EditionSources files, ServedPlace served, CancellationToken cancellation)
    {
        var (folder, port, mailPort, speed, font, relay, sender, pace, alarm, diversion) = served;
        var clock = ServeClock.Open(folder, options.Until!.Value, speed);
        await using var platform = await LocalPlatform.OpenAsync(
            new()
            {
                Folder = folder,
                Timeline = clock.Timeline,
                Editions = options.Editions,
                EditionFiles = files,
                BeaconSeed = Seed,
                PdfFont = font,
                Sender = sender,
                MailDomain = sender.Domain,
                MailPace = pace,
                AlarmMail = alarm,
                MailDiversion = diversion,
                Mail = outbox => relay is null ? outbox : new SmtpMail((Outbox)outbox, relay, sender),
                SignIn = DevelopmentSignIn.From,
                HintPatience = new(TimeProvider.System),
                PublicAddress = new(new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/"))),
            }, cancellation);
        await CheckAsync(platform, clock, folder, cancellation);
        if (platform.Services.GetRequiredService<IMail>() is SmtpMail smtp)
            await smtp.CheckAsync(cancellation);
        var failed = new TaskCompletionSource<Exception>(TaskCreationOptions.RunContinuationsAsynchronously);
        platform.Engine.Failed += e => failed.TrySetResult(e);
        _ = platform.StorageFailure.ContinueWith(
            full => failed.TrySetResult(full.Exception!.InnerException!),
            CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        await using var app = WebHost.Build(platform, clock, port, e => failed.TrySetResult(e));
        await using var listener = MailListener.Open(platform.Services, sender.Domain, mailPort);
        await using var inbox = MailFolder.Open(Path.Combine(folder, "inbox"), platform.Services);
        foreach (var running in (Task[])[listener.Running, inbox.Running])
        {
            _ = running.ContinueWith(
                ended => failed.TrySetResult(ended.Exception!.InnerException!),
                CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        }

        Console.WriteLine(ServeMail.Sentence(relay, diversion));
        return await RunAsync(app, platform, clock, port, listener.Port, failed.Task, cancellation);
    }

    private static async Task<int> RunAsync(
        WebApplication app, LocalPlatform platform, ServeClock clock, int port, int mailPort, Task<Exception> failed,
        CancellationToken cancellation)
    {
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            throw LoopbackPort.InUse(port, "--port");
        }

        await UnservedEditions.CheckAsync(platform, cancellation);
        platform.Engine.Start();
        await RearmAsync(platform, cancellation);
        Console.WriteLine(
            $"Tedori listens on {app.Urls.First()} (operator: {app.Urls.First()}/local). Stop with Ctrl+C.");
        var time = $"{JapanTime.LocalOf(clock.Now):uuuu-MM-dd HH:mm}";
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"Mails of companies are taken by SMTP on 127.0.0.1:{mailPort}."));
        Console.WriteLine($"Its clock stands at {time} Japanese time and runs{PaceOf(clock)}.");
        var stopped = app.WaitForShutdownAsync(cancellation);
        if (await Task.WhenAny(stopped, failed) == stopped)
            return 0;
        await app.StopAsync(cancellation);
        return await CommandLine.FailAsync((await failed).Message);
    }

    private static async Task CheckAsync(
        LocalPlatform platform, ServeClock clock, string folder, CancellationToken cancellation)
    {
        await using var scope = platform.Services.CreateAsyncScope();
        var check = scope.ServiceProvider.GetRequiredService<StartCheck>();
        var last = platform.Engine.LastChange ?? Instant.MinValue;
        if ((StartCheck.ClockFault(clock.Now, last) ?? await check.ClockAsync(cancellation)) is { } early)
            throw new DataFolderException($"The data folder '{folder}' cannot be served. {early}");
        if (platform.Services.GetRequiredService<PaperFont>().Fault is { } fault)
            await Console.Error.WriteLineAsync($"tedori: papers are not offered as PDF. {fault}");
        if (!await check.KeysAsync(cancellation))
            await Console.Error.WriteLineAsync($"tedori: the keys in '{folder}' are damaged or lost: links sent before open nothing. Restore them.");
    }

    private static string PaceOf(ServeClock clock) =>
        clock.Timeline.Speed == 1 ? "" : $" at {clock.Timeline.Speed} times the speed of real time";

    // Whatever a process that died had committed and not yet hinted at.
    private static async Task RearmAsync(LocalPlatform platform, CancellationToken cancellation)
    {
        await using var scope = platform.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Sweeper>().RearmAsync(cancellation);
    }

    // The folder is filled without the clock's file, so that a fill which was stopped is gone on with.
    private static async Task FillAsync(
        SeasonOptions options, string folder, MailSender sender, CancellationToken cancellation)
    {
        var until = JapanTime.LocalOf(options.Until!.Value);
        // Who answers one of its mails reaches the case, as with those that leave later.
        await using var run = await SeasonRun.OpenAsync(
            options, folder, cancellation, set => set with { Sender = sender, MailDomain = sender.Domain });
        Console.WriteLine($"The data folder is new: playing a small season up to {until:uuuu-MM-dd HH:mm}.");
        await SeasonProgressBar.ShowAsync(
            AnsiConsole.Console, options, progress => run.PlayAsync(progress, cancellation));
    }

    private static void CheckAt(SeasonOptions options, string at)
    {
        if (options.Until < SeasonDirector.StartOf(options))
            throw new UsageException($"--at '{at}' is before the season begins: give a later time.");
        var years = options.Editions.SelectMany(e => e.Calendar.Years).ToHashSet();
        if (!years.Contains(JapanTime.DateOf(options.Until!.Value).Year))
        {
            throw new UsageException(
                $"--at '{at}' is outside the programme's calendar, which ends with {years.Max()}: "
                + "give an earlier time.");
        }
    }

    // Named from where the command is given.
    private static string? FontOf(ParseResult parsed) =>
        parsed.GetValue(PdfFont) is { Length: > 0 } named ? Path.GetFullPath(named) : null;

    private static Instant StartOf(ParseResult parsed)
    {
        var text = parsed.GetValue(At)!;
        return AtPattern.Parse(text) is { Success: true, Value: var at }
            ? JapanTime.At(at.Date, at.TimeOfDay)
            : throw new UsageException($"--at '{text}' is not a time such as 2025-11-06T10:00.");
    }
}

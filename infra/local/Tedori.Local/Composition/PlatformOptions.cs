using Microsoft.Extensions.DependencyInjection;
using Tedori.Engine;
using Tedori.Engine.Sqlite;
using Tedori.Functions.Http;
using Tedori.Local.Mail;
using Tedori.Programme.Editions;
using Tedori.Workflows.Durable;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Mail;
using Tedori.Workflows.Rounds;

namespace Tedori.Local.Composition;

/// <summary>How to set one machine up.</summary>
internal sealed record PlatformOptions
{
    /// <summary>Path of the data folder.</summary>
    public required string Folder { get; init; }

    /// <summary>Where time comes from.</summary>
    public required ITimeline Timeline { get; init; }

    /// <summary>The editions to serve.</summary>
    public required IReadOnlyList<Edition> Editions { get; init; }

    /// <summary>
    /// Where their files lie, which are then read again while they are served; null where there are none.
    /// </summary>
    public EditionSources? EditionFiles { get; init; }

    /// <summary>What an acknowledged write survives.</summary>
    public Durability Durability { get; init; } = Durability.Full;

    /// <summary>A transaction over all files of the folder, which its owner commits; each commits for itself where null.</summary>
    public SharedTransaction? Shared { get; init; }

    /// <summary>Where the record and the evidence are kept.</summary>
    public IStores Stores { get; init; } = new DiskStores();

    /// <summary>Seed of the simulated beacon.</summary>
    public required long BeaconSeed { get; init; }

    /// <summary>Replaces services after all are registered, for who measures what is asked of them.</summary>
    public Action<IServiceCollection> Adjust { get; init; } = _ => { };

    /// <summary>Secrets of the sealed lists.</summary>
    public ISealingSecrets Secrets { get; init; } = new RandomSecrets();

    /// <summary>Where the public reaches the pages; without an address mails carry no links.</summary>
    public PublicAddress PublicAddress { get; init; } = new(null);

    /// <summary>File of the Japanese font of PDFs, or null: that of the machine.</summary>
    public string? PdfFont { get; init; }

    /// <summary>Whether the letters of decisions go with their mails as PDF.</summary>
    public bool AttachesLetters { get; init; } = true;

    /// <summary>Makes what signs staff in; without it nobody is staff.</summary>
    public Func<IServiceProvider, IStaffSignIn> SignIn { get; init; } = _ => new NobodySignedIn();

    /// <summary>Who mails come from.</summary>
    public MailSender Sender { get; init; } = MailSender.Office;

    /// <summary>Domain of the addresses by which companies answer; null where no mails come in.</summary>
    public string? MailDomain { get; init; }

    /// <summary>Puts something between the notices and the outbox.</summary>
    public Func<IMail, IMail> Mail { get; init; } = mail => mail;

    /// <summary>How long a hand-over is waited for that the mail server did not answer.</summary>
    public MailPatience MailPatience { get; init; } = MailPatience.Default;

    /// <summary>Address that mails about alarms go to; null for that of the office in the programme file.</summary>
    public string? AlarmMail { get; init; }

    /// <summary>How fast mails leave.</summary>
    public MailPace MailPace { get; init; } = new();

    /// <summary>Where all mails go instead of to whom they are meant for.</summary>
    public MailDiversion MailDiversion { get; init; } = MailDiversion.None;

    /// <summary>
    /// How long a hint is waited for. Without a bound unless somebody waits for an answer: virtual time must not run
    /// past a hint on its way.
    /// </summary>
    public HintPatience HintPatience { get; init; } = new(TimeProvider.System, Timeout.InfiniteTimeSpan);

    /// <summary>Puts something between the services and the engine.</summary>
    public Func<IHints, IHints> Hints { get; init; } = hints => hints;
}

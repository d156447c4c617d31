using System.Text;
using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Lottery;
using Tedori.Programme.Lottery.Proofs;
using Tedori.Programme.Signing;
using Tedori.Workflows.Durable;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Rounds;

/// <summary>
/// The witnessed beacon: two people announce beforehand that dice or a lottery machine decide, and two people type what fell.
/// Safe to repeat.
/// </summary>
public sealed class WitnessService(
    IRecords records, EditionCatalog editions, RoundRecords rounds, IHints hints, IClock clock)
{
    /// <summary>
    /// Announces, before a list is sealed or the round is drawn again, that a throw before witnesses decides. A refusal where
    /// one person did both, the time has passed, another throw was announced, or this one was for the draw before.
    /// </summary>
    /// <param name="round">The round.</param>
    /// <param name="draw">Number of its draw.</param>
    /// <param name="machine">Which machine and where, in Japanese; it is published.</param>
    /// <param name="due">When it is thrown.</param>
    /// <param name="signed">Who proposed and who approved.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<Refusal?> AnnounceAsync(
        RoundId round, int draw, string machine, Instant due, Signatures signed, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(machine);
        if (editions.Of(round).SecondPerson.Check(StaffAct.AnnounceThrow, signed) is { } missing)
            return missing;
        if (machine.Trim().Length is 0 or > 200)
            return new("machineMissing", "使用する抽選器と場所を200字以内で入力してください。");
        if (due <= clock.GetCurrentInstant())
            return new("announcedTooLate", "立会抽選の日時は、現在より後の日時を指定してください。");
        var pledge = new BeaconPledge(BeaconPledge.Witnessed, machine.Trim(), draw, due, Bound: true);
        // One throw decides one draw, and whoever repeats an announcement may find the list sealed meanwhile.
        if (draw > 1 && await PlannedAsync(round, draw - 1, cancellation) is { } before
            && before with { Number = draw } == pledge)
            return new("alreadyAnnounced", "この日時のこの立会抽選は、前の抽選のためにすでに予告されています。別の日時を指定してください。");
        if ((await records.CommitAsync(RoundRows.Witnessed(round, draw).Insert(pledge), cancellation)).Succeeded)
            return null;
        return await PlannedAsync(round, draw, cancellation) == pledge
            ? null
            : new("alreadyAnnounced", "この抽選の立会抽選は、すでに別の内容で予告されています。");
    }

    /// <summary>
    /// Types what fell. Once a second person has typed the same it is committed and published, and bound to a public value
    /// that does not exist yet; a refusal where it differs.
    /// </summary>
    public async Task<Refusal?> TypeAsync(
        RoundId round, WitnessedThrow typed, string by, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var (state, _) = await rounds.StateAsync(round, cancellation);
        if ((Judge(state, typed) ?? typed.Faults().FirstOrDefault()) is { } wrong)
            return wrong;
        var (refusal, heard) = await records.ChangeAsync(
            RoundRows.Thrown(round, state.Draw), known => Hear(known, typed, by, BindingOf(round)), cancellation);
        if (heard)
            await hints.RoundChangedAsync(round, cancellation);
        return refusal;
    }

    private static Change<TypedThrow, (Refusal? Refusal, bool Heard)> Hear(
        TypedThrow? known, WitnessedThrow typed, string by, PublicBinding binding)
    {
        if (known is null)
            return new(new(typed, by, null), (null, true));
        if (Same(known.Throw, typed) && (IsSame(by, known.First) || IsSame(by, known.Second)))
            return new(known, (null, false));
        if (known.Second is not null || IsSame(by, known.First))
            return new(known, (new("alreadyTyped", "出た目はすでに入力されています。誤りがあるときは、理由を付けて抽選のやり直しを決定してください。"), false));
        return Same(known.Throw, typed)
            ? new(known with { Second = by, Bound = binding }, (null, true))
            : new(known, (new("throwsDiffer", "1人目の入力と一致しません。議事録と照らし合わせて、同じ内容を入力してください。"), false));
    }

    /// <summary>What was announced for a draw, or null.</summary>
    public async Task<BeaconPledge?> PlannedAsync(RoundId round, int draw, CancellationToken cancellation = default) =>
        (await records.ReadAsync(RoundRows.Witnessed(round, draw), cancellation))?.Body;

    /// <summary>The value of a throw that two people typed, or null.</summary>
    public async Task<BeaconValue?> ValueAsync(RoundId round, int draw, CancellationToken cancellation = default)
    {
        var typed = (await records.ReadAsync(RoundRows.Thrown(round, draw), cancellation))?.Body;
        if (typed is not { Second: not null, Bound: not null })
            return typed is { Second: not null } ? typed.Throw.ToValue(round, draw) : null;
        return await rounds.CommittedAsync(round, draw, cancellation) is { ProofText: { } text } thrown
            ? new(BeaconPledge.Witnessed, Encoding.UTF8.GetBytes(text)) { Thrown = thrown }
            : null;
    }

    /// <summary>
    /// Types the public value that a committed throw is bound to. The draw is decided once a second person has typed the
    /// same; a refusal where it differs or does not exist yet.
    /// </summary>
    public async Task<Refusal?> TypeClosingAsync(
        RoundId round, string value, string by, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(value);
        var (state, _) = await rounds.StateAsync(round, cancellation);
        if (state.Phase != RoundPhase.Sealed || await rounds.CommittedAsync(round, state.Draw, cancellation) is not { } thrown)
            return new("notWaiting", $"第{round.Number}回は公開の値を待っていません。出た目を2人が入力した後に入力してください。");
        if (clock.GetCurrentInstant() < thrown.Due)
            return new("closingTooEarly", $"公開の値は{JapaneseDate.Full(thrown.Due)}に決まります。その後に入力してください。");
        if (!PublicBinding.IsClosing(value))
            return new("closingWrong", "終値を、小数点以下2桁までの数字で入力してください。例: 38790.56");
        var (refusal, heard) = await records.ChangeAsync(
            RoundRows.Closing(round, state.Draw), known => Hear(known, value, by), cancellation);
        if (heard)
            await hints.RoundChangedAsync(round, cancellation);
        return refusal;
    }

    // Whoever typed first may mend a slip as long as nobody has confirmed it.
    private static Change<TypedClosing, (Refusal? Refusal, bool Heard)> Hear(TypedClosing? known, string value, string by)
    {
        if (known is null || (known.Second is null && IsSame(by, known.First)))
            return new(new(value, by, null), (null, false));
        if (known.Second is not null)
            return new(known, (known.Value == value ? null : new Refusal(
                "alreadyTyped", "公開の値はすでに2人が入力しています。誤りがあるときは、理由を付けて抽選のやり直しを決定してください。"), false));
        return known.Value == value
            ? new(known with { Second = by }, (null, true))
            : new(known, (new Refusal("closingDiffers", "1人目の入力と一致しません。公表された終値を確かめて、同じ値を入力してください。"), false));
    }

    // The close of the next day on which banks and the exchange are open: nobody knows it when the digits are committed.
    private PublicBinding BindingOf(RoundId round)
    {
        var now = clock.GetCurrentInstant();
        return PublicBinding.After(editions.Of(round).BankCalendar, now);
    }

    private static bool IsSame(string? a, string? b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a throw of a round is waited for now, and who has typed it.</summary>
    public async Task<ThrowStanding> StandingAsync(RoundId round, CancellationToken cancellation = default)
    {
        var (state, _) = await rounds.StateAsync(round, cancellation);
        var typed = (await records.ReadAsync(RoundRows.Thrown(round, state.Draw), cancellation))?.Body;
        var planned = NextDraw(state) is { } draw ? await PlannedAsync(round, draw, cancellation) : null;
        var closing = (await records.ReadAsync(RoundRows.Closing(round, state.Draw), cancellation))?.Body;
        return new(state.Phase, FromOf(state), state.Pledge, planned, typed?.First, typed?.Second)
        {
            Bound = typed?.Bound,
            ClosingFirst = closing?.First,
            ClosingSecond = closing?.Second,
        };
    }

    // A throw before the announced time could have been known before the list was published.
    private Refusal? Judge(RoundState state, WitnessedThrow typed)
    {
        if (FromOf(state) is not { } from)
            return new("notWaiting", $"第{state.Id.Number}回は立会抽選の結果を待っていません。名簿の封印の後、抽選の前に入力してください。");
        return typed.At < from || typed.At > clock.GetCurrentInstant()
            ? new("thrownTooEarly", $"立会抽選は、予告した{JapaneseDate.Full(from)}以後、入力より前に行う必要があります。日時を確認してください。")
            : null;
    }

    /// <summary>
    /// The draw for which a throw can still be announced: the first before the sealing, after it only one that is done
    /// again; null once the result is out.
    /// </summary>
    public static int? NextDraw(RoundState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.Phase switch
        {
            < RoundPhase.Sealed => 1,
            <= RoundPhase.Drawn => state.Draw + 1,
            _ => null,
        };
    }

    // From when on a throw may decide, or null where none is waited for.
    private static Instant? FromOf(RoundState state) => state.Phase != RoundPhase.Sealed ? null
        : state.Pledge?.Kind == BeaconPledge.Witnessed ? state.Pledge.Due
        : state.Pledge?.FallbackFrom;

    private static bool Same(WitnessedThrow a, WitnessedThrow b) =>
        a.Digits == b.Digits && a.MinutesDigest == b.MinutesDigest && a.At == b.At && a.Witnesses.SequenceEqual(b.Witnesses);
}

/// <summary>A throw as it was typed, and who typed it. Storage format.</summary>
/// <param name="Throw">What was typed.</param>
/// <param name="First">Who typed it first.</param>
/// <param name="Second">Who typed the same again; null while nobody has.</param>
/// <param name="Bound">The public value it is bound to since then; null in what was typed before throws were bound.</param>
public sealed record TypedThrow(WitnessedThrow Throw, string First, string? Second, PublicBinding? Bound = null);

/// <summary>A public value as it was typed, and who typed it. Storage format.</summary>
/// <param name="Value">What was typed.</param>
/// <param name="First">Who typed it first.</param>
/// <param name="Second">Who typed the same again; null while nobody has.</param>
public sealed record TypedClosing(string Value, string First, string? Second);

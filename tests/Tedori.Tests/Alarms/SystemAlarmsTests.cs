using NodaTime;
using Tedori.Programme.Alarms;
using Tedori.Testing.Cases;

namespace Tedori.Tests.Alarms;

public sealed class SystemAlarmsTests
{
    private static readonly Instant Now = Tokyo.At("2025-06-02T10:00:00");
    private static readonly Duration Patience = Duration.FromMinutes(15);

    [Theory]
    [InlineData(14, false)]
    [InlineData(15, false)]
    [InlineData(16, true)]
    public void Silent_ASweepTooLongAgo_IsAnAlarmSinceThen(int minutes, bool alarms)
    {
        var last = Now - Duration.FromMinutes(minutes);
        Assert.Equal(alarms ? last : null, SystemAlarms.Silent(last, Patience, Now)?.Since);
    }

    [Fact]
    public void Silent_ASystemThatHasJustBegun_IsNone() => Assert.Null(SystemAlarms.Silent(null, Patience, Now));

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, "1件の処理が")]
    [InlineData(1000, "1000件以上の処理が")]
    public void Failed_SaysHowMany(int count, string? begins)
    {
        var alarm = SystemAlarms.Failed(count, 1000, Now);
        Assert.Equal(begins is null, alarm is null);
        Assert.StartsWith(begins ?? "", alarm?.What ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void Unread_NamesWhatIsNotKnown()
    {
        Assert.Null(SystemAlarms.Unread([], Now));
        Assert.Contains(
            "結果通知、処理の失敗", SystemAlarms.Unread([AlarmKind.Results, AlarmKind.Instances], Now)!.What,
            StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Labels_EveryKind_HasOne(AlarmKind kind) => Assert.NotEmpty(AlarmLabels.Of(kind));

    public static TheoryData<AlarmKind> Kinds => [.. Enum.GetValues<AlarmKind>()];
}

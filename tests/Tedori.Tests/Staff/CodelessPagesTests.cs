using System.Text.RegularExpressions;
using Tedori.Functions.Staff.Audit;
using Tedori.Functions.Staff.Settings;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Post;
using Tedori.Testing;
using Tedori.Testing.Cases;
using Tedori.Testing.Serve;
using Tedori.Testing.Staff;
using Tedori.Workflows.Audit;
using Tedori.Workflows.Office;

namespace Tedori.Tests.Staff;

/// <summary>Screens of staff speak in words: no path of a file, no name of a state, no id of a notice without its company.</summary>
public sealed partial class CodelessPagesTests(ServedFolder served) : IClassFixture<ServedFolder>
{
    public static TheoryData<string> Files => ["r7.json", "Examples/r8.json"];

    [Theory]
    [MemberData(nameof(Files))]
    public void Assumptions_OfAProgrammeFile_HaveNamesAndValuesInWords(string file)
    {
        var text = File.ReadAllText(RepositoryRoot.Of(["workflows", "Tedori.Programme", "Editions", .. file.Split('/')]));
        var edition = Assert.IsType<EditionReading.Valid>(EditionReader.Read(text)).Edition;

        Assert.NotEmpty(edition.Assumptions);
        Assert.All(edition.Assumptions, a =>
        {
            Assert.Matches(Japanese(), AssumptionLabels.NameOf(a));
            Assert.NotEqual(a.Path, AssumptionLabels.NameOf(a));
            Assert.DoesNotMatch(Code(), AssumptionLabels.ValueOf(edition, a));
        });
    }

    [Theory]
    [InlineData("windows.drain", "PT2M", "2分")]
    [InlineData("windows.deliveryTimeout", "P3D", "3日")]
    [InlineData("windows.beaconDelay", "PT1H30M", "1時間30分")]
    [InlineData("closedDays.office", "12-29/01-03", "12月29日から1月3日まで")]
    [InlineData("entry.winnersMayEnterAgain", "false", "いいえ")]
    [InlineData("windows.reminderBusinessDays", "10, 5, 2", "10, 5, 2")]
    public void Assumption_Valued_IsWritten(string path, string value, string written) =>
        Assert.Equal(written, AssumptionLabels.ValueOf(Sample.R7, new(path, value, "A", "")));

    [Fact]
    public async Task Settings_Shown_HoldNoPathAndNoDuration()
    {
        using var kato = await StaffClient.SignInAsync(served, "dev-kato");

        var text = (await kato.PageAsync("/staff/settings")).QuerySelector("main")!.TextContent;

        Assert.Contains("締切の後に保存を待つ時間", text, StringComparison.Ordinal);
        Assert.DoesNotContain("windows.", text, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\bPT?\d", text);
    }

    [Fact]
    public async Task Task_AboutANotice_NamesTheCompanyAndWhatTheNoticeIs()
    {
        var state = (await served.FolderWithFilesAsync()).State;
        var notice = new NoticeId(state.Id, NoticeKind.Reminder, 3);
        await served.AskAsync<StaffTasks, bool>(async tasks =>
        {
            await tasks.RaiseAsync(new("mailBounced", notice.ToString(), served.Clock.Now, "不達でした。"));
            return true;
        });
        using var ito = await StaffClient.SignInAsync(served, "dev-ito");

        var text = (await ito.PageAsync("/staff")).QuerySelector("main")!.TextContent;

        Assert.Contains($"{state.Id} {state.Entry.CompanyName}", text, StringComparison.Ordinal);
        Assert.DoesNotContain(notice.ToString(), text, StringComparison.Ordinal);
    }

    [Fact]
    public void States_OfTheLog_AreWords()
    {
        Assert.All(Enum.GetValues<EnvelopeState>(), s => Assert.Matches(Japanese(), AuditLabels.StateOf(AuditActions.RecordPost, s.ToString())!));
        Assert.Equal("東京商工会議所", AuditLabels.StateOf(AuditActions.RecordReferral, "chamber"));
        Assert.Equal("回の期限の延長 1件", AuditLabels.StateOf(AuditActions.RecordReferral, "extendRound 1件"));
        Assert.Equal("通知の不達", AuditLabels.StateOf(AuditActions.RecordReferral, "mailBounced"));
        Assert.Equal("行われませんでした", AuditLabels.StateOf(AuditActions.RecordReferral, "memberUnknown"));
        Assert.Equal("電話で確認した", AuditLabels.StateOf(AuditActions.RecordReferral, "電話で確認した"));
        Assert.Null(AuditLabels.StateOf(AuditActions.RecordReferral, null));
        Assert.Equal("sendAgain", AuditLabels.StateOf(AuditActions.AddNote, "sendAgain"));
        Assert.Equal("carryPlaces soon", AuditLabels.StateOf(AuditActions.AddNote, "carryPlaces soon"));
        Assert.Equal("myCases", AuditLabels.StateOf(AuditActions.SaveFilter, "myCases"));
    }

    [GeneratedRegex("[ぁ-んァ-ヶ一-龠]")]
    private static partial Regex Japanese();

    [GeneratedRegex(@"\bPT?\d|true|false|[a-z]+\.[a-z]+[A-Z]|[{}""]")]
    private static partial Regex Code();
}

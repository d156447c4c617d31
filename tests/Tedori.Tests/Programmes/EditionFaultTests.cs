namespace Tedori.Tests.Programmes;

/// <summary>Each case breaks exactly one field of r7.json and expects exactly one fault, on that field.</summary>
public sealed class EditionFaultTests
{
    [Theory]
    [InlineData("rounds.value[0].entryOpens", "\"2025-05-19(火)\"", "is a Monday (月), but the label says (火)")]
    [InlineData("rounds.value[0].entryOpens", "\"2025-5-19(月)\"", "does not hold a date such as 2025-05-19(月)")]
    [InlineData("rounds.value[0].entryOpens", "\"2025-05-19\"", "does not hold a date")]
    [InlineData("rounds.value[0].entryOpens", "\"2025-02-30(日)\"", "does not hold a date")]
    [InlineData("rounds.value[0].entryOpens", "\"2018-05-21(月)\"", "does not hold a date")]
    [InlineData("rounds.value[0].entryOpens", "20250519", "Expected a text in quotes, found 20250519")]
    [InlineData("rounds.value[0].entryCloses", "\"2025-05-16(金)\"", "must not lie before entryOpens (2025-05-19)")]
    [InlineData("rounds.value[0].companyRegistration", "\"2025-05-23(金)\"", "must lie after entryCloses")]
    [InlineData("rounds.value[0].projectRegistration", "\"2025-06-12(木)\"", "must lie after companyRegistration")]
    [InlineData("rounds.value[0].plain.implementation", "\"2025-10-20(月)\"", "must lie after projectRegistration")]
    [InlineData("rounds.value[3].plain.claim", "\"2026-04-17(金)\"", "must lie after plain.implementation")]
    [InlineData("rounds.value[0].wage.implementation", "\"2025-10-20(月)\"", "must lie after projectRegistration")]
    [InlineData("rounds.value[0].wage.implementation", "\"2026-01-16(金)\"", "must not lie before plain.implementation")]
    [InlineData("rounds.value[0].wage.claim", "\"2026-06-17(水)\"", "must lie after wage.implementation")]
    [InlineData("rounds.value[2].entryOpens", "\"2025-06-20(金)\"", "must lie after the entryCloses of the round")]
    [InlineData("rounds.value[0].companyRegistration", "\"2025-06-14(土)\"", "2025-06-14 is a closed day (土曜日)")]
    [InlineData("rounds.value[0].plain.claim", "\"2026-02-11(水)\"", "closed day (建国記念の日)")]
    [InlineData("rounds.value[0].projectRegistration", "\"2025-12-29(月)\"", "closed day (年末年始)")]
    [InlineData("rounds.value[3].number", "3", "The number 3 comes again or out of order where round 4 must stand")]
    [InlineData("rounds.value[9].number", "11", "The round 10 is missing before round 11")]
    [InlineData("rounds.value[3].number", "0", "whole number from 1 to 99")]
    [InlineData("rounds.value[0].places", "0", "0 is not a whole number from 1")]
    [InlineData("rounds.value[0].places", "140.5", "140.5 is not a whole number")]
    [InlineData("rounds.value[0].places", "\"140\"", "Expected a whole number, found \"140\"")]
    [InlineData("rounds.value[0].places", "99999999999999999999", "is not a whole number")]
    [InlineData("rounds.value[0].plain", "[]", "Expected an object in braces, found []")]
    public void Read_OneBrokenRound_IsOneFaultThere(string path, string value, string message) =>
        Breaks(path, value, message);

    [Theory]
    [InlineData("groups.value[1].id", "\"time\"", "The id time stands for another group already")]
    [InlineData("groups.value[1].id", "\"life stage\"", "is not an id such as lifeStage")]
    [InlineData("groups.value[1].id", "5", "Expected a text in quotes")]
    [InlineData("groups.value[1].unit", "\"company\"", "is not a unit")]
    [InlineData("groups.value[1].unitYen", "-100000", "-100000 is not a whole number from 1")]
    [InlineData("groups.value[1].unitYen", "0", "0 is not a whole number from 1")]
    [InlineData("groups.value[1].capYen", "-1", "-1 is not a whole number from 1")]
    [InlineData("groups.value[1].capYen", "350000", "no multiple of the unit amount of 100000 yen")]
    [InlineData("groups.value[1].capYen", "50000", "below the unit amount of 100000 yen")]
    [InlineData("items.value[2].group", "\"leisure\"", "write one of time, lifeStage, engagement, wage")]
    [InlineData("items.value[2].number", "2", "where item 3 must stand")]
    [InlineData("items.value[14].number", "16", "The item 15 is missing before item 16")]
    [InlineData("items.value[2].name", "\" \"", "The text is blank")]
    [InlineData("grant.ceilingYen.value", "0", "0 is not a whole number from 1")]
    [InlineData("grant.minimumItems.value", "16", "16 is not a whole number from 1 to 15")]
    [InlineData("entry.maximumEmployees.value", "-300", "-300 is not a whole number from 1")]
    [InlineData("entry.winnersMayEnterAgain.value", "\"no\"", "Expected true or false, found \"no\"")]
    [InlineData("entry.conditions[1].id", "\"Work rules\"", "is not an id such as workRules")]
    [InlineData("entry.conditions[1].id", "\"tokyoEmployee\"", "stands for another condition already")]
    [InlineData("entry.conditions[1].text.value", "\" \"", "The text is blank")]
    [InlineData("entry.conditions", "[]", "The list has 0 elements; give at least 1")]
    [InlineData("visits.required.value", "-1", "-1 is not a whole number from 0")]
    public void Read_OneBrokenItemOrAmount_IsOneFaultThere(string path, string value, string message) =>
        Breaks(path, value, message);

    [Theory]
    [InlineData("hours.opens.value", "\"9:00\"", "is not a time of day such as 17:00")]
    [InlineData("hours.closes.value", "\"24:00\"", "is not a time of day")]
    [InlineData("hours.closes.value", "\"09:00\"", "closes (09:00) must lie after opens (09:00)")]
    [InlineData("windows.resultNoticeBusinessDays.value", "-7", "-7 is not a whole number from 1 to 60")]
    [InlineData("windows.publishAt.value", "10", "Expected a text in quotes")]
    [InlineData("windows.postalSettlementBusinessDays.value", "-1", "-1 is not a whole number from 0 to 60")]
    [InlineData("windows.correctionBusinessDays.value", "0", "0 is not a whole number from 1 to 60")]
    [InlineData("windows.reminderBusinessDays.value[2]", "5", "5 is not below 5")]
    [InlineData("windows.reminderBusinessDays.value[2]", "0", "0 is not a whole number from 1")]
    [InlineData("windows.reminderAt.value", "\"\"", "The text is blank")]
    [InlineData("windows.drain.value", "\"2 minutes\"", "is not a length of time such as PT2M or P3D")]
    [InlineData("windows.drain.value", "\"PT-2M\"", "is not a length of time")]
    [InlineData("windows.drain.value", "\"PT99999999999999999H\"", "is not a length of time")]
    [InlineData("windows.beaconDelay.value", "\"PT0S\"", "at least PT1S and at most P31D")]
    [InlineData("windows.deliveryTimeout.value", "\"P1M\"", "is not a length of time")]
    [InlineData("windows.deliveryTimeout.value", "\"P32D\"", "is not a length of time")]
    [InlineData("windows.mailEventDays.value", "6", "6 is not a whole number from 7 to 3660")]
    [InlineData("closedDays.office.value", "\"01-03/12-29\"", "is not a range from December into January")]
    [InlineData("closedDays.banks.value", "\"12-32/01-03\"", "is not a range from December into January")]
    public void Read_OneBrokenHourOrWindow_IsOneFaultThere(string path, string value, string message) =>
        Breaks(path, value, message);

    [Theory]
    [InlineData("formatVersion", "2", "The file has format 2, but this program knows formats up to 1")]
    [InlineData("formatVersion", "0", "0 is not a whole number from 1")]
    [InlineData("formatVersion", "\"1\"", "Expected a whole number")]
    [InlineData("id", "\"R7\"", "is not an id such as r7")]
    [InlineData("name", "7", "Expected a text in quotes, found 7")]
    [InlineData("fiscalYear", "2024", "opens on 2025-05-19, outside the fiscal year from April 2024")]
    [InlineData("fiscalYear", "2026", "opens on 2025-05-19, outside the fiscal year from April 2026")]
    [InlineData("fiscalYear", "7", "7 is not a whole number from 2019")]
    [InlineData("sources.O", "\"\"", "The text is blank")]
    [InlineData("rounds.value", "[]", "The list has 0 elements; give at least 1")]
    [InlineData("rounds.value", "{}", "Expected a list in brackets, found {}")]
    [InlineData("holidays", "[]", "Expected an object in braces, found []")]
    public void Read_OneBrokenHeading_IsOneFaultThere(string path, string value, string message) =>
        Breaks(path, value, message);

    [Theory]
    [InlineData("windows.drain", "\"PT2M\"", "windows.drain", "Expected an object in braces")]
    [InlineData("windows.drain.source", "\"X\"", "windows.drain.source", "\"X\" is not a source")]
    [InlineData("windows.drain.source", "\"G\"", "windows.drain.citation", "needs the place it comes from")]
    [InlineData("windows.drain.note", "\"\"", "windows.drain.note", "The text is blank")]
    [InlineData("hours.opens.source", "\"O\"", "hours.opens.note", "needs its reason in Japanese")]
    [InlineData("hours.opens.note", "1", "hours.opens.note", "Expected a text in quotes")]
    [InlineData("windows.drain.citation", "1", "windows.drain.citation", "Expected a text in quotes")]
    [InlineData("hours.opens.owner", "1", "hours.opens.owner", "This field is unknown")]
    public void Read_OneBrokenMark_IsOneFaultThere(string path, string value, string faultPath, string message) =>
        IsOnly(ProgrammeFileEdits.OfR7().Set(path, value), faultPath, message);

    [Theory]
    [InlineData("windows.drain.value", "windows.drain.value", "This field is missing")]
    [InlineData("windows.drain.source", "windows.drain.source", "This field is missing")]
    [InlineData("windows.drain.note", "windows.drain.note", "needs its reason in Japanese")]
    [InlineData("hours.opens.citation", "hours.opens.citation", "needs the place it comes from")]
    [InlineData("formatVersion", "formatVersion", "This field is missing")]
    [InlineData("holidays", "holidays", "This field is missing")]
    [InlineData("windows", "windows", "This field is missing")]
    [InlineData("rounds.value[4].wage", "rounds[4].wage", "This field is missing")]
    [InlineData("rounds.value[4].wage.claim", "rounds[4].wage.claim", "This field is missing")]
    [InlineData("rounds.value[3]", "rounds[3].number", "The round 4 is missing before round 5")]
    [InlineData("items.value[0]", "items[0].number", "The item 1 is missing before item 2")]
    [InlineData("holidays.2027", "holidays.2027", "reach into 2027 but its holidays are missing")]
    [InlineData("holidays.2028", "holidays.2028", "The rounds reach into 2028 but its holidays are missing")]
    [InlineData("holidays.2026[13]", "holidays.2026", "2026-09-22 is a holiday (国民の休日)")]
    public void Read_SomethingMissing_IsOneFaultThatSaysWhat(string path, string faultPath, string message) =>
        IsOnly(ProgrammeFileEdits.OfR7().Remove(path), faultPath, message);

    [Theory]
    [InlineData("holidays.2025[0]", "\"2025-01-01(水) 元旦\"", "is called 元日")]
    [InlineData("holidays.2025[0]", "\"2025-01-01(水)\"", "is called 元日")]
    [InlineData("holidays.2025[0]", "\"2025-01-01(木) 元日\"", "2025-01-01 is a Wednesday (水)")]
    [InlineData("holidays.2025[0]", "\"2025-01-02(木) 元日\"", "2025-01-02 is not a holiday of that year by law")]
    [InlineData("holidays.2025[0]", "\"2026-01-01(木) 元日\"", "2026-01-01 is not a holiday of that year by law")]
    [InlineData("holidays.2025[1]", "\"2025-01-01(水) 元日\"", "2025-01-01 stands twice")]
    [InlineData("holidays.2031", "[]", "The law's table in this program has no 2031")]
    [InlineData("holidays.reiwa9", "[]", "The name of the list is not a year")]
    public void Read_AHolidayThatDiffersFromTheLaw_IsOneFaultThere(string path, string value, string message) =>
        Breaks(path, value, message);

    private static void Breaks(string path, string value, string message) =>
        IsOnly(
            ProgrammeFileEdits.OfR7().Set(path, value), path.Replace(".value", "", StringComparison.Ordinal), message);

    private static void IsOnly(ProgrammeFileEdits file, string path, string message)
    {
        var fault = Assert.Single(file.Faults());
        Assert.Equal(path, fault.Path);
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }
}

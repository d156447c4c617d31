using Tedori.Programme.Cases;

namespace Tedori.Functions.Staff.Reviews;

/// <summary>What is found against the statements of an item, in a word or two beside them.</summary>
public static class FindingLabels
{
    private static readonly Dictionary<string, string> Found = new()
    {
        ["schemeNotStated"] = "記載なし",
        ["schemeNotRegistered"] = "登録と違います",
        ["madeMissing"] = "記載なし",
        ["madeEarly"] = "登録前",
        ["madeLate"] = "取組期限後",
        ["madeAfterClaim"] = "申請日後",
        ["sinceMissing"] = "記載なし",
        ["sinceEarly"] = "登録前",
        ["sinceLate"] = "取組期限後",
        ["sinceAfterClaim"] = "申請日後",
        ["sinceBeforeItsRule"] = "定めた日より前",
    };

    /// <summary>The words.</summary>
    public static string Of(ItemFinding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return Found[finding.Code];
    }
}

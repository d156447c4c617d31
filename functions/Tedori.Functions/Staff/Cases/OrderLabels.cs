using Tedori.Workflows.Directory;

namespace Tedori.Functions.Staff.Cases;

/// <summary>The orders of a list in Japanese.</summary>
public static class OrderLabels
{
    /// <summary>The order in Japanese.</summary>
    public static string Of(CaseOrder order) => order switch
    {
        CaseOrder.Id => "受付番号順",
        CaseOrder.Due => "期限の近い順",
        CaseOrder.Since => "待ちの長い順",
        CaseOrder.Name => "企業名順",
        _ => throw new ArgumentOutOfRangeException(nameof(order), order, "Unknown order."),
    };
}

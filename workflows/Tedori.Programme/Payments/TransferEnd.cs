namespace Tedori.Programme.Payments;

/// <summary>How the bank ended a payment. Names are storage format.</summary>
public enum TransferEnd
{
    /// <summary>Paid (振込済).</summary>
    Paid,

    /// <summary>Not possible (不能): the money never left.</summary>
    Failed,

    /// <summary>Returned (組戻し): the money left and came back.</summary>
    Returned,
}

/// <summary>Ends of payments as the office writes them.</summary>
public static class TransferEnds
{
    /// <summary>In Japanese: 振込済, 不能 or 組戻し.</summary>
    public static string Label(this TransferEnd end) => end switch
    {
        TransferEnd.Paid => "振込済",
        TransferEnd.Failed => "不能",
        TransferEnd.Returned => "組戻し",
        _ => throw new InvalidOperationException($"Unknown end of a payment {(int)end}."),
    };
}

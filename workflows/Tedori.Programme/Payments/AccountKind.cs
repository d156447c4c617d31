namespace Tedori.Programme.Payments;

/// <summary>Kind of a bank account (預金種目). The numbers are those of the banks' files; names are storage format.</summary>
public enum AccountKind
{
    /// <summary>Ordinary account (普通).</summary>
    Ordinary = 1,

    /// <summary>Current account (当座).</summary>
    Current = 2,

    /// <summary>Savings account (貯蓄).</summary>
    Savings = 4,

    /// <summary>Another kind (その他).</summary>
    Other = 9,
}

/// <summary>Kinds of accounts as the office writes them.</summary>
public static class AccountKinds
{
    /// <summary>All kinds in the order in which a form offers them.</summary>
    public static IReadOnlyList<AccountKind> All { get; } =
        [AccountKind.Ordinary, AccountKind.Current, AccountKind.Savings, AccountKind.Other];

    /// <summary>In Japanese: 普通, 当座, 貯蓄 or その他.</summary>
    public static string Label(this AccountKind kind) => kind switch
    {
        AccountKind.Ordinary => "普通",
        AccountKind.Current => "当座",
        AccountKind.Savings => "貯蓄",
        AccountKind.Other => "その他",
        _ => throw new InvalidOperationException($"Unknown kind of account {(int)kind}."),
    };
}

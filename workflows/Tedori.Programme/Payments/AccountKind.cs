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

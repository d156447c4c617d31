namespace Tedori.Programme.Entries;

/// <summary>Why two entries look like one company although no strong key says so.</summary>
public enum NearReason
{
    /// <summary>Name with address or with phone is the same, but their corporate numbers differ.</summary>
    OtherNumber,

    /// <summary>The mail address is the same.</summary>
    Mail,

    /// <summary>The phone number is the same.</summary>
    Phone,

    /// <summary>The address is the same.</summary>
    Address,

    /// <summary>The name is the same, whatever its legal form.</summary>
    Name,
}

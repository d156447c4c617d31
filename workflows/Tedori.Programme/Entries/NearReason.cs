namespace Tedori.Programme.Entries;

/// <summary>Why people look at two entries: no strong key says that they are one company, or one says so against another.</summary>
public enum NearReason
{
    /// <summary>Name with address or with phone is the same, but their corporate numbers differ.</summary>
    OtherNumber,

    /// <summary>
    /// The corporate number is the same, but the names differ. They share a lot unless two people find them apart.
    /// </summary>
    OtherName,

    /// <summary>The mail address is the same.</summary>
    Mail,

    /// <summary>The phone number is the same.</summary>
    Phone,

    /// <summary>The address is the same.</summary>
    Address,

    /// <summary>The name is the same, whatever its legal form.</summary>
    Name,
}

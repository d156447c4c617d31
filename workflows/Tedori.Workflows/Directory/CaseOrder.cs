namespace Tedori.Workflows.Directory;

/// <summary>Order of a list of cases. Names stand in saved filters.</summary>
public enum CaseOrder
{
    /// <summary>By receipt number.</summary>
    Id,

    /// <summary>By deadline, those without one last, then by receipt number.</summary>
    Due,

    /// <summary>By how long it stands where it is, longest first.</summary>
    Since,

    /// <summary>By name of the company.</summary>
    Name,
}

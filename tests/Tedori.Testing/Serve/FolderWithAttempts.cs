using Tedori.Programme.Editions;
using Tedori.Testing.Cases;

namespace Tedori.Testing.Serve;

/// <summary>A folder whose programme lets a mail before a deadline be judged an attempt to file, for three business days.</summary>
public sealed class FolderWithAttempts : ServedFolder
{
    internal override Edition Edition => Sample.R7 with { Windows = Sample.R7.Windows with { AttemptBusinessDays = 3 } };
}

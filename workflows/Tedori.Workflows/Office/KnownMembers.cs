using System.Collections.Concurrent;

namespace Tedori.Workflows.Office;

/// <summary>Members that this process has written down, so that it does so once.</summary>
public sealed class KnownMembers
{
    private readonly ConcurrentDictionary<string, string> names = [];

    /// <summary>Whether a member is known under this name; from now on it is.</summary>
    internal bool Knows(StaffMember member)
    {
        var known = names.TryGetValue(member.Id, out var name) && name == member.Name;
        names[member.Id] = member.Name;
        return known;
    }
}

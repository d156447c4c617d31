using Tedori.Programme.Signing;

namespace Tedori.Programme.Editions.Reading;

/// <summary>The section <c>secondPerson</c>: which acts one person may do alone. A file may leave it out: then none.</summary>
internal static class SecondPersonSection
{
    public static SecondPersonRules Read(FileNode node, ReadingLog log) => node.IsAbsent
        ? SecondPersonRules.Always
        : new([.. node.Object(["alone"]).Field("alone").Marked(log).Elements(Enum.GetValues<StaffAct>().Length, 0)
            .Select(Act).OfType<StaffAct>().Distinct()]);

    private static StaffAct? Act(FileNode node)
    {
        if (node.Text() is not { } text)
            return null;
        foreach (var act in Enum.GetValues<StaffAct>())
        {
            if (char.ToLowerInvariant($"{act}"[0]) + $"{act}"[1..] == text)
                return act;
        }

        node.Fault($"{node.Found()} is not an act that needs a second person; write one such as passEligibility.");
        return null;
    }
}

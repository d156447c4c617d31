using System.Reflection;

namespace Tedori.Tests.Codebase;

/// <summary>Code that compiles against the stand-ins has to compile against the packages: what a stand-in shows is a
/// part of what the package shows, to the letter.</summary>
public sealed class StandInSurfaceTests
{
    [PackageListingsFact]
    public void StandIns_Types_AreInThePackages() =>
        Findings.AssertNone(Ours().Where(t => !PackageListings.Read().ContainsKey(t.FullName)).Select(t => t.FullName));

    [PackageListingsFact]
    public void StandIns_TypeLines_AreThePackages() => Findings.AssertNone(Pairs()
        .Where(p => !Sorted(p.Ours.Lines).SequenceEqual(Sorted(p.Listed.Lines)))
        .Select(p => $"{p.Ours.FullName}\n  ours:   {string.Join(" ", p.Ours.Lines)}\n"
            + $"  listed: {string.Join(" ", p.Listed.Lines)}"));

    [PackageListingsFact]
    public void StandIns_Members_AreInThePackages() => Findings.AssertNone(Pairs()
        .SelectMany(p => p.Ours.Members.Except(p.Listed.Members).Select(m => $"{p.Ours.FullName}\n  ours: {m}")));

    [PackageListingsFact]
    public void StandIns_MembersToImplement_AreAllThere() => Findings.AssertNone(Pairs()
        .SelectMany(p => p.Listed.ToImplement.Except(p.Ours.Members).Select(m => $"{p.Ours.FullName}\n  listed: {m}")));

    [PackageListingsFact]
    public void Listings_AreReadWhole()
    {
        // A folder or an assembly that is misread would make the laws above hold for nothing.
        Assert.Contains("Microsoft.DurableTask.TaskOrchestrationContext", PackageListings.Read());
        Assert.Contains(Ours(), t => t.FullName == "Microsoft.Azure.Functions.Worker.FunctionContext");
        Assert.DoesNotContain(PackageListings.Read().Values, t => t.Name.Length == 0);
    }

    private static IReadOnlyList<SurfaceType> Ours() => PublicSurface.Of(Assembly.Load("Tedori.StandIns"));

    private static IEnumerable<(SurfaceType Ours, SurfaceType Listed)> Pairs()
    {
        var listed = PackageListings.Read();
        return Ours().Where(t => listed.ContainsKey(t.FullName)).Select(t => (t, listed[t.FullName]));
    }

    /// <summary>The order in which metadata lists a type's interfaces is nobody's contract.</summary>
    private static IEnumerable<string> Sorted(IEnumerable<string> lines) => lines.Select(line =>
        line.Split(" : ") is [var type, var bases] ? $"{type} : {string.Join(", ", bases.Split(", ").Order())}" : line);
}

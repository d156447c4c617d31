using Tedori.Testing.Cases;
using Tedori.Testing.Office;
using Tedori.Workflows.Office;

namespace Tedori.Tests.Workflows;

public sealed class StaffTasksSpecs
{
    private static readonly StaffTask First = new("mailTrouble", "subject", Tokyo.At("2025-05-19T09:00:00"), "一つ目です。");
    private readonly TestOffice office = new();

    [Fact]
    public async Task Raise_Again_KeepsTheFirst()
    {
        await office.Tasks.RaiseAsync(First);
        await office.Tasks.RaiseAsync(First with { At = Tokyo.At("2025-05-20T09:00:00") });
        Assert.Equal([First], await AllAsync());
    }

    [Fact]
    public async Task Raise_AnotherRaisesItMeanwhile_KeepsTheFirst()
    {
        office.Records.Interruption = () => office.Tasks.RaiseAsync(First);
        await office.Tasks.RaiseAsync(First with { At = Tokyo.At("2025-05-20T09:00:00") });
        Assert.Equal([First], await AllAsync());
    }

    [Fact]
    public async Task All_TasksOfSeveralKinds_ComeByKindAndSubject()
    {
        await office.Tasks.RaiseAsync(First);
        await office.Tasks.RaiseAsync(First with { Subject = "another" });
        await office.Tasks.RaiseAsync(First with { Kind = "carryPlaces" });
        Assert.Equal(
            ["carryPlaces.subject", "mailTrouble.another", "mailTrouble.subject"],
            (await AllAsync()).Select(t => $"{t.Kind}.{t.Subject}"));
    }

    private async Task<List<StaffTask>> AllAsync()
    {
        var all = new List<StaffTask>();
        await foreach (var task in office.Tasks.AllAsync())
            all.Add(task);
        return all;
    }
}

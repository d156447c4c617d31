using Tedori.Tests.Cases;
using Tedori.Workflows.Office;

namespace Tedori.Tests.Workflows;

public sealed class StaffTasksSpecs
{
    private static readonly StaffTask First = new("mailTrouble", "subject", Tokyo.At("2025-05-19T09:00:00"), "一つ目です。");
    private readonly Bureau bureau = new();

    [Fact]
    public async Task Raise_Again_KeepsTheFirst()
    {
        await bureau.Tasks.RaiseAsync(First);
        await bureau.Tasks.RaiseAsync(First with { At = Tokyo.At("2025-05-20T09:00:00") });
        Assert.Equal([First], await AllAsync());
    }

    [Fact]
    public async Task Raise_AnotherRaisesItMeanwhile_KeepsTheFirst()
    {
        bureau.Records.Interruption = () => bureau.Tasks.RaiseAsync(First);
        await bureau.Tasks.RaiseAsync(First with { At = Tokyo.At("2025-05-20T09:00:00") });
        Assert.Equal([First], await AllAsync());
    }

    [Fact]
    public async Task All_TasksOfSeveralKinds_ComeByKindAndSubject()
    {
        await bureau.Tasks.RaiseAsync(First);
        await bureau.Tasks.RaiseAsync(First with { Subject = "another" });
        await bureau.Tasks.RaiseAsync(First with { Kind = "carryPlaces" });
        Assert.Equal(
            ["carryPlaces.subject", "mailTrouble.another", "mailTrouble.subject"],
            (await AllAsync()).Select(t => $"{t.Kind}.{t.Subject}"));
    }

    private async Task<List<StaffTask>> AllAsync()
    {
        var all = new List<StaffTask>();
        await foreach (var task in bureau.Tasks.AllAsync())
            all.Add(task);
        return all;
    }
}

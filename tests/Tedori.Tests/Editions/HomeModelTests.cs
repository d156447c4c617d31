using Tedori.Functions.Public.Home;
using Tedori.Programme.Editions;
using Tedori.Testing.Cases;

namespace Tedori.Tests.Editions;

/// <summary>What is open in any of the years.</summary>
public sealed class HomeModelTests
{
    private static readonly Edition[] Both = [Sample.R7, Years.R8];

    [Theory]
    [InlineData("2025-06-20T10:00:00", "第2回", "r7", 1)]
    [InlineData("2026-05-20T10:00:00", "令和8年度 第1回", "r8", 2)]
    public void Home_WhileARoundIsOpen_IsHeadedByItsYear(string now, string name, string edition, int years)
    {
        var editions = years == 1 ? [Sample.R7] : Both;
        var model = HomeModel.At(editions, Tokyo.At(now));

        Assert.Equal([name], model.Open.Select(model.NameOf));
        Assert.Equal((edition, years), (model.Edition.Id, model.Editions.Count));
    }

    [Fact]
    public void Home_BetweenTheYears_NamesTheRoundThatOpensNext()
    {
        var model = HomeModel.At(Both, Tokyo.At("2026-04-01T10:00:00"));

        Assert.Empty(model.Open);
        Assert.Equal("令和8年度 第1回", model.NameOf(model.Next!));
    }

    [Fact]
    public void Home_WhereBothTakeEntries_ShowsBoth()
    {
        var overlapping = Sample.R7 with { Id = "r9", FiscalYear = 2027 };
        var model = HomeModel.At([Sample.R7, overlapping], Tokyo.At("2025-06-20T10:00:00"));

        Assert.Equal(["r7-02", "r9-02"], model.Open.Select(o => o.Id.ToString()));
    }

    [Fact]
    public void Home_AfterAYearIsOver_LeavesItOut()
    {
        var model = HomeModel.At(Both, Tokyo.At("2027-04-21T10:00:00"));

        Assert.Equal(["r8"], model.Editions.Select(e => e.Id));
    }
}

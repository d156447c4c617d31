using Azure;
using Azure.Data.Tables;
using Tedori.Testing.Azurite;

namespace Tedori.Tests.Azurite;

/// <summary>What the code relies on in the client of the Table service, whichever build of it is here.</summary>
[Collection(AzuriteServer.Collection)]
public sealed class TableClientTests(AzuriteServer server)
{
    [SkippableFact]
    public async Task Entity_EveryTypeWeUse_ComesBackAsItWas()
    {
        var table = await NewTableAsync();
        var time = new DateTimeOffset(2026, 11, 21, 8, 59, 59, 123, TimeSpan.Zero);
        var entity = new TableEntity("p", "r")
        {
            ["Text"] = "It's \"令和\" \\ \n",
            ["Empty"] = "",
            ["Int"] = 7,
            ["Long"] = long.MaxValue,
            ["Double"] = 0.1,
            ["Flag"] = true,
            ["Time"] = time,
            ["Guid"] = new Guid("8f9e1e4e-2f6b-4f0e-9a53-8c0d6a1b7a11"),
            ["Bytes"] = new byte[] { 0, 1, 255 },
        };
        await table.AddEntityAsync(entity);
        var read = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;
        Assert.Equal(entity.GetString("Text"), read.GetString("Text"));
        Assert.Equal(("", 7, long.MaxValue), (read.GetString("Empty"), read.GetInt32("Int"), read.GetInt64("Long")));
        Assert.Equal((0.1, true), (read.GetDouble("Double"), read.GetBoolean("Flag")));
        Assert.Equal(time, read.GetDateTimeOffset("Time"));
        Assert.Equal(entity.GetGuid("Guid"), read.GetGuid("Guid"));
        Assert.Equal(entity.GetBinary("Bytes"), read.GetBinary("Bytes"));
        Assert.Null(read.GetString("Absent"));
        Assert.Throws<InvalidOperationException>(() => read.GetString("Int"));
        Assert.NotNull(read.Timestamp);
        Assert.StartsWith("W/\"", read.ETag.ToString(), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Errors_HaveTheCodesOfTheService()
    {
        var table = await NewTableAsync();
        await table.CreateIfNotExistsAsync();
        await table.AddEntityAsync(new TableEntity("p", "r"));
        await FailsAsync(409, "EntityAlreadyExists", () => table.AddEntityAsync(new TableEntity("p", "r")));
        await FailsAsync(404, "ResourceNotFound", () => table.GetEntityAsync<TableEntity>("p", "absent"));
        var old = (await table.GetEntityAsync<TableEntity>("p", "r")).Value.ETag;
        await table.UpdateEntityAsync(new TableEntity("p", "r") { ["A"] = "1" }, old, TableUpdateMode.Replace);
        await FailsAsync(
            412, "UpdateConditionNotSatisfied", () => table.UpdateEntityAsync(new TableEntity("p", "r"), old));
        await FailsAsync(412, "UpdateConditionNotSatisfied", () => table.DeleteEntityAsync("p", "r", old));
        Assert.Equal(204, (await table.DeleteEntityAsync("p", "r")).Status);
        Assert.Equal(404, (await table.DeleteEntityAsync("p", "r")).Status);
        Assert.False((await table.GetEntityIfExistsAsync<TableEntity>("p", "r")).HasValue);
        var absent = Service().GetTableClient("absent");
        await FailsAsync(404, "TableNotFound", () => absent.AddEntityAsync(new TableEntity("p", "r")));
    }

    [SkippableFact]
    public async Task Update_MergeAndReplace_DifferInWhatTheyKeep()
    {
        var table = await NewTableAsync();
        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["A"] = "1", ["B"] = "1" });
        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["B"] = "2" });
        var merged = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;
        Assert.Equal(("1", "2"), (merged.GetString("A"), merged.GetString("B")));
        await table.UpdateEntityAsync(new TableEntity("p", "r") { ["C"] = "3" }, ETag.All, TableUpdateMode.Replace);
        var replaced = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;
        Assert.Equal((null, null, "3"), (replaced.GetString("A"), replaced.GetString("B"), replaced.GetString("C")));
    }

    [SkippableFact]
    public async Task Query_FilterSelectAndPages_FollowTheContinuation()
    {
        var table = await NewTableAsync();
        foreach (var partition in new[] { "it's", "q" })
        {
            await table.SubmitTransactionAsync(Enumerable.Range(0, 25).Select(n => new TableTransactionAction(
                TableTransactionActionType.Add, new TableEntity(partition, $"r{n:00}") { ["N"] = n, ["M"] = n })));
        }

        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {"it's"} and N ge {5}");
        var query = table.QueryAsync<TableEntity>(filter, maxPerPage: 8, select: ["RowKey", "N"]);
        var pages = await query.AsPages().ToListAsync();
        var entities = pages.SelectMany(page => page.Values).ToList();
        Assert.Equal([8, 8, 4], pages.Select(page => page.Values.Count));
        Assert.Null(pages[^1].ContinuationToken);
        Assert.Equal(Enumerable.Range(5, 20), entities.Select(e => e.GetInt32("N")!.Value));
        Assert.DoesNotContain(entities, entity => entity.ContainsKey("M"));
        var rest = await query.AsPages(pages[1].ContinuationToken).ToListAsync();
        Assert.Equal(4, Assert.Single(rest).Values.Count);
        Assert.Equal(50, await table.QueryAsync<TableEntity>().CountAsync());
    }

    [SkippableFact]
    public async Task Transaction_ActionFails_NamesItAndWritesNothing()
    {
        var table = await NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "taken"));
        var failure = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.Add, new TableEntity("p", "new")),
            new(TableTransactionActionType.UpsertReplace, new TableEntity("p", "other")),
            new(TableTransactionActionType.Add, new TableEntity("p", "taken")),
        ]));
        Assert.Equal((409, "EntityAlreadyExists"), (failure.Status, failure.ErrorCode));
        Assert.Equal(2, failure.FailedTransactionActionIndex);
        Assert.Equal("taken", (await table.QueryAsync<TableEntity>().SingleAsync()).RowKey);
    }

    [SkippableFact]
    public async Task Transaction_Succeeds_AnswersForEachAction()
    {
        var table = await NewTableAsync();
        var answers = await table.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.Add, new TableEntity("p", "a")),
            new(TableTransactionActionType.UpsertMerge, new TableEntity("p", "b")),
        ]);
        Assert.Equal([204, 204], answers.Value.Select(answer => answer.Status));
        Assert.Equal(
            (await table.GetEntityAsync<TableEntity>("p", "a")).Value.ETag, answers.Value[0].Headers.ETag);
    }

    [SkippableFact]
    public async Task Key_ThatIsWrong_IsRefused()
    {
        var service = new TableServiceClient(
            server.TableEndpoint,
            new TableSharedKeyCredential("tedori", Convert.ToBase64String(new byte[64])),
            new TableClientOptions());
        var failure = await Assert.ThrowsAsync<RequestFailedException>(
            () => service.GetTableClient("any").CreateIfNotExistsAsync());
        Assert.Equal(403, failure.Status);
    }

    private static async Task FailsAsync(int status, string code, Func<Task> call)
    {
        var failure = await Assert.ThrowsAsync<RequestFailedException>(call);
        Assert.Equal((status, code), (failure.Status, failure.ErrorCode));
    }

    private TableServiceClient Service() => new(server.ConnectionString);

    private async Task<TableClient> NewTableAsync()
    {
        var table = Service().GetTableClient($"t{Guid.NewGuid():n}");
        await table.CreateIfNotExistsAsync();
        return table;
    }
}

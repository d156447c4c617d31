using Tedori.Functions.Azure.Tables;

namespace Tedori.Tests.Records;

public sealed class KeyRangeTests
{
    [Theory]
    [InlineData("p", "", null, "PartitionKey eq 'p'")]
    [InlineData("it's", "a", "b", "PartitionKey eq 'it''s' and RowKey ge 'a' and RowKey lt 'b'")]
    [InlineData("p", "event-", "event-\uffff", "PartitionKey eq 'p' and RowKey ge 'event-' and RowKey lt 'event.'")]
    [InlineData("p", "\ud7ff", "\ud7ff\uffff", "PartitionKey eq 'p' and RowKey ge '\ud7ff' and RowKey lt '\ue000'")]
    [InlineData(null, "", "b", "RowKey lt 'b'")]
    [InlineData(null, "", null, null)]
    public void Filter_OfARange_IsInTheLanguageOfTheService(
        string? partition, string from, string? before, string? filter) =>
        Assert.Equal(filter, KeyRange.Filter(partition, from, before));
}

using Tedori.Programme.Payments;
using Tedori.Programme.Serialization;

namespace Tedori.Tests.Payments;

/// <summary>What is kept of payments is read back as it was, and holds nothing twice.</summary>
public sealed class StoredPaymentsTests
{
    private static readonly BankAccount Account = new("0001", "123", AccountKind.Ordinary, "1234567", "ｶ)ﾐﾎﾝ");

    [Fact]
    public void Json_OfEach_IsReadBackAsTheSame()
    {
        Same(Account);
        Same(new CustomerCode(2025, 7, 123));
        Same(Sent.One);
        Same(Sent.Client);
        Same(new TransferOutcome("2507000123", 1, 1, TransferEnd.Returned, "受取人の都合", Sent.Batch.Date));
        var batch = TedoriJson.Read<TransferBatch>(TedoriJson.Write(Sent.Batch));
        Assert.Equal(TransferFile.Write(Sent.Batch, lineEnds: true), TransferFile.Write(batch, lineEnds: true));
    }

    [Fact]
    public void Json_OfAnAccount_IsItsFields() => Assert.Equal(
        """{"bank":"0001","branch":"123","kind":"ordinary","number":"1234567","holder":"ｶ)ﾐﾎﾝ"}""", TedoriJson.Write(Account));

    private static void Same<T>(T value) => Assert.Equal(value, TedoriJson.Read<T>(TedoriJson.Write(value)));
}

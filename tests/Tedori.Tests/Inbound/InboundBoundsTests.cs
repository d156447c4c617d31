using System.Globalization;
using Tedori.Programme;
using Tedori.Testing.Cases;
using Tedori.Testing.Office;
using Tedori.Workflows.Inbound;
using Tedori.Workflows.Office;
using Tedori.Workflows.Records;

namespace Tedori.Tests.Inbound;

public sealed class InboundBoundsTests
{
    private static readonly StaffMember Ito = new("ito", "伊藤", [StaffRole.Reviewer]);
    private readonly TestOffice office = OfficeWithMail.Open();

    [Fact]
    public async Task Receive_WhatIsAsLongAsItCanBe_FitsIntoItsRow()
    {
        var signs = new string('<', 400);
        var to = string.Join(",\n ", Enumerable.Range(0, 60).Select(i => string.Create(
            CultureInfo.InvariantCulture, $"\"{new string('\'', 200)}{i}\"@x.example")));
        var raw = Eml.Of(
            $"From: {signs} <a@b.example>\nTo: {to}\nSubject: {signs}\nContent-Type: multipart/mixed; boundary=b\n\n"
            + $"--b\nContent-Type: text/plain\n\n{string.Join('\n', Enumerable.Repeat(signs, 100))}\n"
            + string.Concat(Enumerable.Range(0, 150).Select(i => $"--b\n{Eml.File($"filename=\"{new string('&', 120)}{i}.pdf\"", "x")}\n"))
            + "--b--\n");

        var mail = await office.Get<InboundService>().ReceiveAsync(new(raw, office.Now));

        Assert.Equal((InboundMail.MostText, 100, 50), (mail.Text.Length, mail.Files.Count, mail.FilesLeftOut));
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public async Task Assign_CutOffAtAnyCommit_LeavesNothingWithTheOtherCompanyWhenItIsDoneAgain(int commit, bool afterEffect)
    {
        await office.EnterManyAsync(2);
        await office.Sweeper.SweepAsync();
        var (service, one, two) = (office.Get<InboundService>(), new CaseId(TestOffice.First, 1), new CaseId(TestOffice.First, 2));
        var mail = await service.ReceiveAsync(new(Eml.Of("From: x@y.example\n\n本文"), office.Now));
        Assert.Null(await service.AssignAsync(mail.Id, one, Ito));
        office.Records.FailCommit(commit, afterEffect);
        await Assert.ThrowsAsync<IOException>(() => service.AssignAsync(mail.Id, two, Ito));

        Assert.Null(await service.AssignAsync(mail.Id, two, Ito));

        Assert.Empty(await office.Records.BodiesAsync(InboundRows.OfCase(one)).ToListAsync());
        Assert.Single(await office.Records.BodiesAsync(InboundRows.OfCase(two)).ToListAsync());
    }
}

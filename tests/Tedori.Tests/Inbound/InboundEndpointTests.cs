using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;
using Moq;
using NodaTime;
using Tedori.Functions.Inbound;
using Tedori.Functions.Mail;
using Tedori.Programme.Inbound;
using Tedori.Testing.Office;
using Tedori.Tests.Azure;
using Tedori.Workflows.Inbound;

namespace Tedori.Tests.Inbound;

public sealed class InboundEndpointTests : IDisposable
{
    private const string Type = "multipart/form-data; boundary=xYzZY";
    private readonly ECDsa signer = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly TestOffice office = OfficeWithMail.Open();
    private readonly MailEventsKey key;

    public InboundEndpointTests() =>
        Assert.True(MailEventsKey.TryParse(Convert.ToBase64String(signer.ExportSubjectPublicKeyInfo()), out key));

    public void Dispose() => signer.Dispose();

    [Fact]
    public async Task Take_AMailAsItCame_KeepsEveryByteAndWhatTheServerFound()
    {
        var email = Eml.Of("From: a@b.example\nContent-Type: text/plain; charset=shift_jis\n", "本文", "shift_jis");

        Assert.Equal(204, await PostAsync(Form(email)));
        Assert.Equal(204, await PostAsync(Form(email)));

        var mail = (await office.Get<InboundService>().FindAsync(Assert.Single(await MailsAsync()).Id))!;
        Assert.Equal(("本文", new SenderProof("pass", "pass", "pass")), (mail.Text, mail.Proof));
        Assert.Equal(email, await office.Get<InboundFiles>().RawAsync(mail));
    }

    [Fact]
    public async Task Take_AMailInAnotherCompanysName_IsDoubtfulHoweverWellItsOwnDomainIsProven()
    {
        Assert.Equal(204, await PostAsync(Form(Eml.Of("From: president@company.example\n\nx"))));

        var mail = (await office.Get<InboundService>().FindAsync(Assert.Single(await MailsAsync()).Id))!;
        Assert.Equal(new SenderProof("pass", "pass", "fail"), mail.Proof);
        Assert.True(mail.Proof.IsDoubtful);
    }

    [Fact]
    public async Task Take_ChangedBody_IsForbiddenAndNothingIsKept()
    {
        var form = Form(Eml.Of("From: a@b.example\n\nx"));
        var changed = (byte[])form.Clone();
        changed[^20] ^= 1;

        Assert.Equal(403, await PostAsync(changed, signed: form));
        Assert.Empty(await MailsAsync());
    }

    [Theory]
    [InlineData(-601)]
    [InlineData(601)]
    public async Task Take_AnOldPost_IsAReplay(int seconds) => Assert.Equal(
        403, await PostAsync(Form(Eml.Of("From: a@b.example\n\nx")), at: office.Now + Duration.FromSeconds(seconds)));

    [Fact]
    public async Task Take_WithoutAKey_IsForbidden() =>
        Assert.Equal(403, await PostAsync(Form(Eml.Of("From: a@b.example\n\nx")), trigger: Trigger(MailEventsKey.None)));

    [Theory]
    [InlineData("application/json", "{}")]
    [InlineData("multipart/form-data", "x")]
    [InlineData(Type, "--xYzZY\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nparsed\r\n--xYzZY--\r\n")]
    [InlineData(Type, "--xYzZY\r\nContent-Disposition: form-data; name=\"envelope\"\r\n\r\n{not json\r\n--xYzZY--\r\n")]
    [InlineData(Type, "--xYzZY\r\nContent-Dis")]
    public async Task Take_NoFormWithAMail_IsRefusedWithASentence(string type, string body) =>
        Assert.Equal(400, await PostAsync(Encoding.UTF8.GetBytes(body), type: type));

    [Fact]
    public async Task Take_TooMuch_IsRefused() =>
        Assert.Equal(413, await PostAsync(new byte[InboundEndpoints.MostBytes + 1]));

    private static byte[] Form(byte[] email) =>
    [
        .. Part("envelope", """{"to":["office@mail.example"],"from":"a@b.example"}"""u8), .. Part("SPF", "pass"u8),
        .. Part("dkim", "{@b.example : fail, @c.example : pass}"u8), .. Part("email", email), .. "--xYzZY--\r\n"u8,
    ];

    private static byte[] Part(string name, ReadOnlySpan<byte> content) =>
    [
        .. Encoding.ASCII.GetBytes($"--xYzZY\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n"), .. content, .. "\r\n"u8,
    ];

    private async Task<IReadOnlyList<InboundLine>> MailsAsync() =>
        await office.Get<InboundService>().OfMonthAsync(office.Now.InUtc().Date.ToYearMonth());

    private InboundEndpoints Trigger(MailEventsKey of) => new(
        new(of), office.Get<InboundService>(), office.Clock, TimeProvider.System, NullLogger<InboundEndpoints>.Instance);

    private async Task<int> PostAsync(
        byte[] body, byte[]? signed = null, Instant? at = null, InboundEndpoints? trigger = null, string type = Type)
    {
        var request = SignedRequest.Of(signer, body, at ?? office.Now, signed);
        request.ContentType = type;
        var answer = await (trigger ?? Trigger(key)).TakeAsync(
            request, new Mock<DurableTaskClient>("test").Object, CancellationToken.None);
        return Assert.IsAssignableFrom<IStatusCodeActionResult>(answer).StatusCode!.Value;
    }
}

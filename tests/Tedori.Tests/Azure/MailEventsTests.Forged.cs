using Microsoft.AspNetCore.Mvc.Infrastructure;
using NodaTime;
using Tedori.Functions.Mail;
using Tedori.Programme.Cases;
using Tedori.Workflows.Cases;

namespace Tedori.Tests.Azure;

/// <content>Posts that are not the mail server's, or too old, or too much.</content>
public sealed partial class MailEventsTests
{
    [Theory]
    [InlineData(-601, 403)]
    [InlineData(-600, 204)]
    [InlineData(600, 204)]
    [InlineData(601, 403)]
    public async Task Take_OldOrFutureTimestamp_IsAReplay(int seconds, int status) =>
        Assert.Equal(status, await PostAsync(Event("delivered"), at: office.Now + Duration.FromSeconds(seconds)));

    [Fact]
    public async Task Take_ChangedBody_IsForbidden()
    {
        var body = Event("delivered");
        Assert.Equal(403, await PostAsync(body.Replace("delivered", "bounce", StringComparison.Ordinal), signed: body));
        Assert.Equal(NoticeState.Sent, await StateAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("no base64")]
    public async Task Take_NoSignature_IsForbidden(string signature) =>
        Assert.Equal(403, await PostAsync(Event("delivered"), signature: signature));

    [Fact]
    public async Task Take_WithoutAKey_IsForbidden() =>
        Assert.Equal(403, await PostAsync(Event("delivered"), trigger: Trigger(MailEventsKey.None)));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Take_TooMuch_IsRefusedBeforeItIsRead(bool declared) =>
        Assert.Equal(413, await PostAsync(new string(' ', MailEventEndpoints.MostBytes + 1), declared: declared));
}

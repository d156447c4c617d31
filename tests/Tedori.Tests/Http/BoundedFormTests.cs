using System.IO.Pipelines;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.Extensions.Time.Testing;
using Tedori.Functions.Http;

namespace Tedori.Tests.Http;

public sealed class BoundedFormTests
{
    private readonly FakeTimeProvider time = new();

    // Whoever sends does not wait until it is read.
    private readonly Pipe body = new(new PipeOptions(pauseWriterThreshold: 0));

    [Theory]
    [InlineData(BodyLimit.Form, 30)]
    [InlineData(BodyLimit.File, 1800)]
    [InlineData(BodyLimit.Files, 1800)]
    public async Task Read_BodyHeldBack_IsGivenUpInTime(BodyLimit limit, int seconds)
    {
        var reading = BoundedForm.ReadAsync(Request(), limit, time, CancellationToken.None);
        await body.Writer.WriteAsync(Encoding.ASCII.GetBytes("industry="));
        time.Advance(TimeSpan.FromSeconds(seconds - 1));
        Assert.False(reading.IsCompleted);

        time.Advance(TimeSpan.FromSeconds(1));

        var refused = await Assert.ThrowsAsync<PostRefusedException>(() => reading);
        Assert.Equal(StatusCodes.Status408RequestTimeout, refused.Status);
    }

    [Fact]
    public async Task Read_BodyThatEndsInTime_IsRead()
    {
        var reading = BoundedForm.ReadAsync(Request(), BodyLimit.Form, time, CancellationToken.None);
        time.Advance(TimeSpan.FromSeconds(29));
        await body.Writer.WriteAsync(Encoding.ASCII.GetBytes("industry=IT"));
        await body.Writer.CompleteAsync();

        Assert.Equal("IT", (await reading).Form["industry"]);
    }

    [Fact]
    public async Task Read_OfAFormThatIsBounded_LeavesNoOtherBoundOfItsPace()
    {
        var request = Request();
        var pace = new LeastPace();
        request.HttpContext.Features.Set<IHttpMinRequestBodyDataRateFeature>(pace);
        await body.Writer.CompleteAsync();

        await BoundedForm.ReadAsync(request, BodyLimit.Form, time, CancellationToken.None);

        Assert.Null(pace.MinDataRate);
    }

    // However its pieces fall: what is too large is never only "not readable".
    [Theory]
    [InlineData(1024)]
    [InlineData(64 * 1024)]
    [InlineData(2 * 1024 * 1024)]
    public async Task Read_LengthThatNobodyAnnounced_IsRefusedAsTooLarge(int piece)
    {
        var reading = BoundedForm.ReadAsync(Request(), BodyLimit.Form, time, CancellationToken.None);
        var sent = Encoding.ASCII.GetBytes("x=" + new string('a', 2 * 1024 * 1024));
        for (var at = 0; at < sent.Length; at += piece)
            await body.Writer.WriteAsync(sent.AsMemory(at, Math.Min(piece, sent.Length - at)));
        await body.Writer.CompleteAsync();

        Assert.Equal(413, (await Assert.ThrowsAsync<PostRefusedException>(() => reading)).Status);
    }

    // A field that is too long, a name that is, and too many fields: sending them again helps nobody.
    [Theory]
    [InlineData(1, 1, 200_000)]
    [InlineData(1, 5_000, 1)]
    [InlineData(3_000, 5, 1)]
    public async Task Read_FieldsAboveTheirLimits_IsRefusedAsTooLarge(int fields, int name, int value)
    {
        var reading = BoundedForm.ReadAsync(Request(), BodyLimit.Form, time, CancellationToken.None);
        var sent = string.Join('&', Enumerable.Range(0, fields).Select(i => $"{new string('n', name)}{i}={new string('v', value)}"));
        await body.Writer.WriteAsync(Encoding.ASCII.GetBytes(sent));
        await body.Writer.CompleteAsync();

        Assert.Equal(413, (await Assert.ThrowsAsync<PostRefusedException>(() => reading)).Status);
    }

    [Fact]
    public async Task Read_MultipartCutOff_IsRefusedAsNotReadable()
    {
        var request = Request();
        request.ContentType = "multipart/form-data; boundary=b";
        var reading = BoundedForm.ReadAsync(request, BodyLimit.Form, time, CancellationToken.None);
        await body.Writer.WriteAsync("--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\ntext"u8.ToArray());
        await body.Writer.CompleteAsync();

        Assert.Equal(400, (await Assert.ThrowsAsync<PostRefusedException>(() => reading)).Status);
    }

    private sealed class LeastPace : IHttpMinRequestBodyDataRateFeature
    {
        public MinDataRate? MinDataRate { get; set; } = new(240, TimeSpan.FromSeconds(5));
    }

    private HttpRequest Request()
    {
        var context = new DefaultHttpContext();
        context.Request.Method = HttpMethods.Post;
        context.Request.ContentType = "application/x-www-form-urlencoded";
        context.Request.Body = body.Reader.AsStream();
        return context.Request;
    }
}

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
    private readonly Pipe body = new();

    [Theory]
    [InlineData(BodyLimit.Form, 30)]
    [InlineData(BodyLimit.File, 600)]
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

    [Theory]
    [InlineData("application/x-www-form-urlencoded", true)]
    [InlineData("application/json", false)]
    public async Task Read_OfAFormThatIsBounded_LeavesNoOtherBoundOfItsPace(string type, bool bounded)
    {
        var request = Request();
        request.ContentType = type;
        var pace = new LeastPace();
        request.HttpContext.Features.Set<IHttpMinRequestBodyDataRateFeature>(pace);
        await body.Writer.CompleteAsync();

        await BoundedForm.ReadAsync(request, BodyLimit.Form, time, CancellationToken.None);

        Assert.Equal(bounded, pace.MinDataRate is null);
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

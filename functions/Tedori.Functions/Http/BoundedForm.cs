using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Tedori.Functions.Components.Forms;
using Tedori.Programme.Evidence;
using static Tedori.Functions.Languages.Phrases;

namespace Tedori.Functions.Http;

/// <summary>Reads a posted form within bounds.</summary>
internal static class BoundedForm
{
    private const long FormBytes = 1024 * 1024;

    // A form is a few kilobytes: whoever takes longer holds it back. Files on a slow line may take a while.
    private static readonly TimeSpan FormTime = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan FilesTime = TimeSpan.FromMinutes(30);

    /// <summary>The fields and files.</summary>
    /// <exception cref="PostRefusedException">It is too large, of another kind, or took too long.</exception>
    public static async Task<(PostedForm Form, IFormFileCollection Files)> ReadAsync(
        HttpRequest request, BodyLimit limit, TimeProvider time, CancellationToken cancellation)
    {
        var most = MostOf(limit);
        if (request.ContentLength > most)
            throw TooLarge(limit);
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = request.ContentLength is null ? UnreadBody.Most : most;
        if (!request.HasFormContentType || !IsReadable(request.GetTypedHeaders().ContentType?.Charset))
            throw WrongKind();
        // The server's own least pace gives up a short form that stalls for some seconds, where half a minute is given.
        if (request.HttpContext.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } pace)
            pace.MinDataRate = null;
        using var bound = new CancellationTokenSource(limit == BodyLimit.Form ? FormTime : FilesTime, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(bound.Token, cancellation);
        try
        {
            var form = await FormAsync(request, most, either.Token);
            var fields = form.ToDictionary(f => f.Key, f => (IReadOnlyList<string>)[.. f.Value.Select(v => v ?? "")]);
            return (new PostedForm(fields), form.Files);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw TooLarge(limit);
        }
        catch (Exception e) when (e is NotSupportedException or ArgumentException)
        {
            throw WrongKind();
        }
        catch (OperationCanceledException) when (bound.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw TooSlow();
        }
        catch (InvalidDataException e) when (IsLimit(e))
        {
            throw TooLarge(limit);
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException or IOException)
        {
            throw new PostRefusedException(400, Say("送信内容を読み取れませんでした。もう一度送信してください。"));
        }
    }

    // The server's own limit would end the connection before the rest is read, and the answer with it.
    private static async Task<IFormCollection> FormAsync(HttpRequest request, long most, CancellationToken cancellation)
    {
        var sent = request.Body;
        if (request.ContentLength is null)
            request.Body = new BoundedBody(sent, most);
        try
        {
            return await request.ReadFormAsync(Options(most), cancellation);
        }
        finally
        {
            request.Body = sent;
        }
    }

    // The server tells by its text alone whether a field, or the number of them, is above its limit: else it is a character
    // that no text has, or a multipart that is cut off.
    private static bool IsLimit(InvalidDataException e) => e.Message.Contains("limit", StringComparison.OrdinalIgnoreCase);

    // What else browsers can write is read as other characters, or not at all.
    private static bool IsReadable(StringSegment? charset) =>
        charset is not { HasValue: true, Length: > 0 } named
        || HeaderUtilities.RemoveQuotes(named).Value?.ToLowerInvariant() is "utf-8" or "utf8" or "us-ascii";

    private static FormOptions Options(long most) => new()
    {
        KeyLengthLimit = 256,
        ValueCountLimit = 1000,
        ValueLengthLimit = 128 * 1024,
        MultipartHeadersCountLimit = 8,
        MultipartBodyLengthLimit = most,
        BufferBodyLengthLimit = most,
    };

    private static long MostOf(BodyLimit limit) => FormBytes + limit switch
    {
        BodyLimit.Form => 0,
        BodyLimit.File => EvidenceLimits.MostBytes,
        BodyLimit.Files => EvidenceLimits.MostBytesAtOnce,
        _ => throw new ArgumentOutOfRangeException(nameof(limit), limit, "Unknown limit."),
    };

    private static PostRefusedException TooLarge(BodyLimit limit) => new(
        StatusCodes.Status413PayloadTooLarge, limit switch
        {
            BodyLimit.Form => Say("送信された内容が大きすぎるため、受け付けていません。入力した文字を減らしてから、送信してください。"),
            BodyLimit.File => Say("送信された内容が大きすぎるため、受け付けていません。ファイルは20MBまでです。圧縮してから、送信してください。"),
            _ => Say(
                "送信された内容が大きすぎるため、受け付けていません。ファイルは1つ{0}MB、1回の送信で合わせて{1}MBまでです。分けて送信してください。",
                EvidenceLimits.MostBytes >> 20, EvidenceLimits.MostBytesAtOnce >> 20),
        });

    private static PostRefusedException TooSlow() =>
        new(StatusCodes.Status408RequestTimeout, Say("送信が時間内に終わらなかったため、受け付けていません。通信状態を確かめて、もう一度送信してください。"));

    private static PostRefusedException WrongKind() =>
        new(StatusCodes.Status415UnsupportedMediaType, Say("この形式の送信は受け付けられません。画面のフォームから送信してください。"));
}

using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;
using NodaTime;
using Tedori.Functions.Components.Forms;
using Tedori.Functions.Languages;
using Tedori.Programme;
using Tedori.Programme.Access;
using Tedori.Workflows.Audit;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Office;
using Tedori.Workflows.Records;
using static Tedori.Functions.Languages.Phrases;

namespace Tedori.Functions.Http;

/// <summary>
/// What stands around every page on both platforms: the time of receipt, headers, limits, who is asking, the form's token,
/// and a page for whatever goes wrong. Every HTTP trigger answers through it.
/// </summary>
public sealed class RequestPipeline(
    IAntiforgery antiforgery, CompanySessions sessions, IStaffSignIn staff, SecurityHeaders headers, CallerLimits limits,
    PublicAddress address, Responses responses, KeptAnswers kept, AuditLog log, IClock clock, TimeProvider time,
    ILogger<RequestPipeline> logger)
{
    /// <summary>For everybody.</summary>
    public Task<IActionResult> PublicAsync(
        HttpRequest request, Func<PageRequest, Task<IActionResult>> answer, BodyLimit limit = BodyLimit.Form) =>
        AnswerAsync(
            request, LanguageChoice.ReaderOf(request), limit, () => null, _ => Task.FromResult<IActionResult?>(null), answer);

    /// <summary>
    /// For a choice that a browser remembers and that changes no record: without a token, so that a page on which it can be
    /// made needs no cookie. What another site makes a browser send is refused.
    /// </summary>
    public Task<IActionResult> ChoiceAsync(HttpRequest request, Func<PageRequest, Task<IActionResult>> answer) =>
        AnswerAsync(
            request, LanguageChoice.ReaderOf(request), BodyLimit.Form, () => null,
            async _ => SameOrigin.IsDenied(request)
                ? await responses.MessageAsync(
                    StatusCodes.Status400BadRequest, Say("受け付けられませんでした"),
                    Say("このフォームは無効です。前のページに戻って開き直し、もう一度送信してください。"))
                : null,
            answer, token: false);

    /// <summary>For whoever asks for what is not there; no body is read.</summary>
    /// <param name="request">The request.</param>
    /// <param name="others">The methods by which the address can be asked, none where there is nothing at all.</param>
    public Task<IActionResult> AbsentAsync(HttpRequest request, IReadOnlyList<string> others) =>
        AnswerAsync(
            request, LanguageChoice.ReaderOf(request), BodyLimit.Form, () => null, async cancellation =>
                // What was sent to an address that only takes what is sent.
                await ShownAsync(request, cancellation)
                    ?? (others.Count > 0
                        ? await responses.MethodWrongAsync(request.HttpContext.Response, others)
                        : await responses.NotFoundAsync()),
            _ => throw new InvalidOperationException("What is not there was found."));

    /// <summary>For the company that opened its link to this case.</summary>
    public Task<IActionResult> CompanyAsync(
        HttpRequest request, string caseId, Func<CompanyRequest, Task<IActionResult>> answer, BodyLimit limit = BodyLimit.Form)
    {
        CompanySession? session = null;
        return AnswerAsync(
            request, LanguageChoice.ReaderOf(request), limit, () => OwnerOf(session), AuthoriseAsync,
            page => answer(new(page, session!.Link) { Visit = session }), own: () => OwnOf(request, session!.Link.CaseId));

        async Task<IActionResult?> AuthoriseAsync(CancellationToken cancellation)
        {
            session = CaseId.TryParse(caseId, out var id) ? await sessions.OfAsync(request, id, cancellation) : null;
            // The same answer whether or not there is such a case.
            if (session is null)
                return await LostAsync(request, limit, cancellation) ?? await responses.LinkNeededAsync();
            session = sessions.Renew(request.HttpContext.Response, session);
            // Before the body is read. Only who holds a link of the case can use up what the case may do.
            return Changes(request) && !limits.AdmitPost(id, out var wait)
                ? await responses.TooManyAsync(request.HttpContext.Response, wait, CallerLimits.Posts)
                : null;
        }
    }

    /// <summary>For staff who have the role.</summary>
    public Task<IActionResult> StaffAsync(
        HttpRequest request, StaffRole role, Func<StaffRequest, Task<IActionResult>> answer, BodyLimit limit = BodyLimit.Form) =>
        StaffAsync(request, [role], answer, limit);

    /// <summary>For staff who have one of the roles.</summary>
    public Task<IActionResult> StaffAsync(
        HttpRequest request, IReadOnlyList<StaffRole> roles, Func<StaffRequest, Task<IActionResult>> answer,
        BodyLimit limit = BodyLimit.Form)
    {
        var member = staff.Of(request);
        return AnswerAsync(
            request, Reader.Nobody, limit, () => OwnerOf(member), _ => AuthoriseAsync(), page => answer(new(page, member!)));

        async Task<IActionResult?> AuthoriseAsync() =>
            member is null
                ? await LostAsync(request, limit, request.HttpContext.RequestAborted)
                    ?? await responses.SignInAsync(staff.SignInPath, request)
            : roles.Any(member.Has) ? await ShownAsync(request, member)
            : await responses.RoleMissingAsync(roles[0], member);
    }

    // Whoever typed for hours and meanwhile lost the session gets back what was typed, to send it once more.
    private async Task<IActionResult?> LostAsync(HttpRequest request, BodyLimit limit, CancellationToken cancellation)
    {
        if (!Changes(request) || !SameOrigin.Sent(request))
            return null;
        // The files have to be chosen again; what was typed beside them has not to be typed again.
        var (form, _) = await BoundedForm.ReadAsync(request, limit, time, cancellation);
        return await responses.ResendAsync(request, TokenOf(antiforgery.GetAndStoreTokens(request.HttpContext)), form, session: false);
    }

    private OwnPages OwnOf(HttpRequest request, CaseId id)
    {
        var token = TokenOf(antiforgery.GetAndStoreTokens(request.HttpContext));
        return new($"/my/{id}", token.Name, token.Value);
    }

    private static string? OwnerOf(CompanySession? session) => session is null ? null : $"company {session.Id}";

    private static string? OwnerOf(StaffMember? member) => member is null ? null : $"staff {member.Id}";

    // At an address that takes what is sent and shows nothing of its own.
    private async Task<IActionResult?> ShownAsync(HttpRequest request, CancellationToken cancellation) =>
        request.Path.Value?.Split('/') switch
        {
            ["", "staff", ..] when staff.Of(request) is { } member => await ShownAsync(request, member),
            ["", "my", var caseId, ..] when CaseId.TryParse(caseId, out var id)
                && await sessions.OfAsync(request, id, cancellation) is { } session =>
                await kept.ShowAsync(request, OwnerOf(session)),
            _ => null,
        };

    // Whoever sees an answer once more sees once more what it says of companies.
    private async Task<IActionResult?> ShownAsync(HttpRequest request, StaffMember member)
    {
        if (await kept.ShowAsync(request, OwnerOf(member)) is not { } shown)
            return null;
        var entry = new AuditEntry(
            clock.GetCurrentInstant(), member.Id, member.Name, CallerLimits.AddressOf(request), AuditActions.ViewAnswer,
            "-", null, null, request.Path);
        await log.WriteAsync(entry, CancellationToken.None);
        return shown;
    }

    private async Task<IActionResult> AnswerAsync(
        HttpRequest request, Reader reader, BodyLimit limit, Func<string?> owner,
        Func<CancellationToken, Task<IActionResult?>> authorise,
        Func<PageRequest, Task<IActionResult>> answer, bool token = true, Func<OwnPages>? own = null)
    {
        Reader.Current = reader;
        var made = await MadeAsync(request, limit, owner, authorise, answer, token, own);
        // Only now is it known whose it is.
        return await kept.KeepAsync(request, owner(), made);
    }

    private async Task<IActionResult> MadeAsync(
        HttpRequest request, BodyLimit limit, Func<string?> owner,
        Func<CancellationToken, Task<IActionResult?>> authorise,
        Func<PageRequest, Task<IActionResult>> answer, bool token, Func<OwnPages>? own)
    {
        var receivedAt = clock.GetCurrentInstant();
        var context = request.HttpContext;
        // Before the platform's front end there is TLS, of which the worker sees nothing.
        request.Scheme = address.Base?.Scheme ?? request.Scheme;
        headers.Set(context.Response);
        try
        {
            if (!limits.Admit(request))
                return await responses.TooManyAsync(context.Response);
            if (RequestHead.HasLongAddress(request))
                return await responses.AddressTooLongAsync();
            if (RequestHead.HasLongHeaders(request))
                return await responses.HeadersTooLongAsync();
            if (await kept.ShowAsync(request, owner: null) is { } ofBrowser)
                return ofBrowser;
            if (await authorise(context.RequestAborted) is { } refused)
                return refused;
            if (own is not null)
                Reader.Current = Reader.Current with { Own = new(own) };
            if (await kept.ShowAsync(request, owner()) is { } ofOwner)
                return ofOwner;
            return await answer(await PageAsync(request, receivedAt, limit, token));
        }
        catch (TokenRefusedException refused) when (SameOrigin.Sent(request))
        {
            return await responses.ResendAsync(
                request, TokenOf(antiforgery.GetAndStoreTokens(context)), refused.Form, session: true);
        }
        catch (TokenRefusedException)
        {
            return await responses.MessageAsync(
                StatusCodes.Status400BadRequest, Say("受け付けられませんでした"),
                Say("このフォームは無効です。前のページに戻って開き直し、もう一度送信してください。"));
        }
        catch (PostRefusedException refused)
        {
            // Whoever took too long gets no more time.
            if (refused.Status != StatusCodes.Status408RequestTimeout)
                await UnreadBody.DrainAsync(request, time, context.RequestAborted);
            // More may be left of it: the next request must not follow it on this connection.
            context.Response.Headers.Connection = "close";
            return await responses.MessageAsync(refused.Status, Say("受け付けられませんでした"), refused.Message);
        }
        catch (EditionNotServedException absent)
        {
            logger.LogError(absent, "Request {Trace} asks for a year that is not served.", context.TraceIdentifier);
            return await responses.MessageAsync(
                StatusCodes.Status503ServiceUnavailable, Say("この年度の申請を表示できません"),
                Say("この受付番号の年度({0})の制度ファイルが読み込まれていません。記録は残っています。事務局へお知らせください。", absent.Edition));
        }
        catch (ContentionException)
        {
            return await responses.BusyAsync(context.Response);
        }
        catch (Exception e) when (!context.RequestAborted.IsCancellationRequested)
        {
            logger.LogError(e, "Request {Trace} failed.", context.TraceIdentifier);
            return await responses.FailedAsync(context.TraceIdentifier);
        }
    }

    private async Task<PageRequest> PageAsync(HttpRequest request, Instant receivedAt, BodyLimit limit, bool tokenNeeded)
    {
        var context = request.HttpContext;
        var (form, files) = (PostedForm.Empty, (IFormFileCollection)new FormFileCollection());
        var completeAt = receivedAt;
        if (Changes(request))
        {
            (form, files) = await BoundedForm.ReadAsync(request, limit, time, context.RequestAborted);
            completeAt = clock.GetCurrentInstant();
            if (tokenNeeded && !await antiforgery.IsRequestValidAsync(context))
                throw new TokenRefusedException(form);
        }

        var token = new Lazy<FormToken>(() => TokenOf(antiforgery.GetAndStoreTokens(context)));
        return new(request, receivedAt, token, form, files, context.RequestAborted) { CompleteAt = completeAt };
    }

    private static bool Changes(HttpRequest request) =>
        !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method);

    private static FormToken TokenOf(AntiforgeryTokenSet tokens) => new(tokens.FormFieldName, tokens.RequestToken!);
}

using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Tedori.Functions.Components;
using Tedori.Functions.Components.Forms;
using Tedori.Functions.Languages;
using Tedori.Programme.Access;
using Tedori.Programme.Serialization;
using Tedori.Workflows.Office;
using static Tedori.Functions.Languages.Phrases;

namespace Tedori.Functions.Http;

/// <summary>Makes answers.</summary>
public sealed class Responses(PageRenderer pages)
{
    /// <summary>A page whose component has one parameter <c>Model</c>.</summary>
    public async Task<IActionResult> PageAsync<TPage>(object model, int status = StatusCodes.Status200OK)
        where TPage : IComponent =>
        Html(await pages.RenderAsync<TPage>(new() { ["Model"] = model }), status);

    /// <summary>A page that says one thing.</summary>
    /// <param name="status">Its status.</param>
    /// <param name="title">Its title.</param>
    /// <param name="text">What it says.</param>
    /// <param name="ways">Where to go from there: addresses and what they are called; the front page where none is named.</param>
    public async Task<IActionResult> MessageAsync(int status, string title, string text, params (string Path, string Name)[] ways) =>
        Html(await pages.RenderAsync<MessagePage>(new()
        {
            [nameof(MessagePage.Title)] = title,
            [nameof(MessagePage.Text)] = text,
            [nameof(MessagePage.Ways)] = ways,
        }), status);

    /// <summary>After a POST: go and see.</summary>
    public static IActionResult SeeOther(HttpResponse response, string path)
    {
        ArgumentNullException.ThrowIfNull(response);
        response.Headers.Location = path;
        return new StatusCodeResult(StatusCodes.Status303SeeOther);
    }

    /// <summary>JSON, written as everywhere.</summary>
    public static IActionResult Json<T>(T body, int status = StatusCodes.Status200OK) => new ContentResult
    {
        Content = TedoriJson.Write(body),
        ContentType = "application/json; charset=utf-8",
        StatusCode = status,
    };

    /// <summary>There is no such page.</summary>
    public Task<IActionResult> NotFoundAsync() => MessageAsync(
        StatusCodes.Status404NotFound, Say("ページが見つかりません"), Say("お探しのページはありません。URLを確かめるか、トップページからお進みください。"));

    /// <summary>The address is there, but not for what was asked.</summary>
    public Task<IActionResult> MethodWrongAsync(HttpResponse response, IReadOnlyList<string> others)
    {
        ArgumentNullException.ThrowIfNull(response);
        response.Headers.Allow = string.Join(", ", others);
        return MessageAsync(
            StatusCodes.Status405MethodNotAllowed, Say("この操作はできません"),
            Say("このURLでは、この操作はできません。何も変わっていません。トップページからお進みください。"));
    }

    /// <summary>The address has more characters than any page needs.</summary>
    public Task<IActionResult> AddressTooLongAsync() => MessageAsync(
        StatusCodes.Status414UriTooLong, Say("ページを開けません"), Say("URLが長すぎるため、開けません。URLを確かめてください。"));

    /// <summary>The headers have more characters than a browser sends.</summary>
    public Task<IActionResult> HeadersTooLongAsync() => MessageAsync(
        StatusCodes.Status431RequestHeaderFieldsTooLarge, Say("ページを開けません"),
        Say("ブラウザーが送った情報(Cookieなど)が大きすぎるため、開けません。このサイトのCookieを消して、もう一度お試しください。"));

    /// <summary>There is no such language.</summary>
    public Task<IActionResult> LanguageMissingAsync() => MessageAsync(
        StatusCodes.Status400BadRequest, Say("言語を選べませんでした"),
        Say("選ばれた言語のページはありません。ほかの言語を選んでください。"));

    /// <summary>The request was refused by a rule.</summary>
    public Task<IActionResult> RefusedAsync(string text) =>
        MessageAsync(StatusCodes.Status409Conflict, Say("受け付けられませんでした"), Sentences.Of(text));

    /// <summary>Only a signed link opens this page.</summary>
    public Task<IActionResult> LinkNeededAsync() => MessageAsync(
        StatusCodes.Status403Forbidden, Say("マイページを開けません"),
        Say("このページは、事務局からのEメールにあるリンクから開いてください。リンクが見つからないときは、下の「リンクの再送」をご利用ください。"),
        ("/lost-link", Say("リンクの再送")), ("/", Say("トップページへ")));

    /// <summary>Nobody is signed in: a page leads to the sign-in, a form is refused.</summary>
    public async Task<IActionResult> SignInAsync(string path, HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
            return await MessageAsync(
                StatusCodes.Status401Unauthorized, "サインインが必要です", "サインインしてから、もう一度操作してください。何も変わっていません。",
                (SignIn(path, "/staff"), "サインインする"));
        return SeeOther(request.HttpContext.Response, SignIn(path, request.Path + request.QueryString));
    }

    /// <summary>
    /// A form was not taken, because its token or the session had ended: it is shown again, to be sent once more. A script
    /// is told so in its own way.
    /// </summary>
    public Task<IActionResult> ResendAsync(HttpRequest request, FormToken token, PostedForm posted, bool session)
    {
        ArgumentNullException.ThrowIfNull(request);
        var status = session ? StatusCodes.Status400BadRequest : StatusCodes.Status403Forbidden;
        return request.Headers["Sec-Fetch-Mode"] is var mode && mode.Count > 0 && mode != "navigate"
            ? Task.FromResult(Json(new Unsent(session ? "token" : "session", token.Value, session ? Unsent.Token : Unsent.Session), status))
            : PageAsync<ResendPage>(new ResendModel(request.Path + request.QueryString, token, posted, session), status);
    }

    /// <summary>The member of staff lacks the role; who is of the chamber is told what is for it.</summary>
    public Task<IActionResult> RoleMissingAsync(StaffRole role, StaffMember member)
    {
        ArgumentNullException.ThrowIfNull(member);
        if (member.Has(StaffRole.Chamber) && !member.Has(StaffRole.Viewer))
        {
            return MessageAsync(
                StatusCodes.Status403Forbidden, "権限がありません", "商工会議所の権限では、支援への誘導の集計と記録を使えます。",
                ("/staff/referrals", "支援への誘導の集計"), ("/staff/referrals/new", "支援への誘導の記録"));
        }

        return MessageAsync(
            StatusCodes.Status403Forbidden, "権限がありません",
            // Who gives roles to others has no more of them for that.
            $"この操作には「{NameOf(role)}」の権限が必要です。" + (member.Has(StaffRole.Administrator)
                ? "管理者の権限には含まれていません。この権限を持つ職員が操作するか、サインインの設定でこの権限を割り当ててください。"
                : "管理者に依頼してください。"), ("/staff", "職員の画面へ"));
    }

    /// <summary>The caller asks too often.</summary>
    public Task<IActionResult> TooManyAsync(HttpResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        response.Headers.RetryAfter = "10";
        return MessageAsync(StatusCodes.Status429TooManyRequests, Say("アクセスが集中しています"), Say("10秒ほど待ってから、もう一度お試しください。"));
    }

    /// <summary>Something was asked for too often; says for how long to wait.</summary>
    public Task<IActionResult> TooManyAsync(HttpResponse response, TimeSpan wait, string text)
    {
        ArgumentNullException.ThrowIfNull(response);
        var seconds = Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds));
        response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        var words = seconds < 120 ? Say("{0}秒", seconds) : Say("{0}分", (seconds + 59) / 60);
        return MessageAsync(StatusCodes.Status429TooManyRequests, Say("しばらくお待ちください"), Say("{0}{1}ほど待ってから、もう一度お試しください。", text, words));
    }

    /// <summary>
    /// A signed link opens nothing. One that cannot be read is as if it had never been; of one that can be read its own
    /// end is told, and never whether there is a case.
    /// </summary>
    public Task<IActionResult> BadLinkAsync(LinkVerdict verdict, bool ofContact = false) => PageAsync<BadLinkPage>(
        new BadLinkModel(verdict, ofContact),
        verdict is LinkVerdict.Unreadable ? StatusCodes.Status404NotFound : StatusCodes.Status410Gone);

    /// <summary>Others wrote the same record too often meanwhile.</summary>
    public Task<IActionResult> BusyAsync(HttpResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        response.Headers.RetryAfter = "2";
        return MessageAsync(StatusCodes.Status503ServiceUnavailable, Say("混み合っています"), Say("処理が混み合っています。数秒待ってから、もう一度送信してください。"));
    }

    /// <summary>Something broke on our side.</summary>
    public Task<IActionResult> FailedAsync(string trace) => MessageAsync(
        StatusCodes.Status500InternalServerError, Say("エラーが発生しました"),
        Say("処理を完了できませんでした。少し待ってからもう一度お試しください。続くときは、問い合わせ番号 {0} を事務局へお知らせください。", trace));

    /// <summary>HTML.</summary>
    public static IActionResult Html(string html, int status = StatusCodes.Status200OK) =>
        new ContentResult { Content = html, ContentType = "text/html; charset=" + Encoding.UTF8.WebName, StatusCode = status };

    private static string SignIn(string path, string back) => $"{path}?post_login_redirect_uri={Uri.EscapeDataString(back)}";

    private static string NameOf(StaffRole role) => role switch
    {
        StaffRole.Viewer => "閲覧者",
        StaffRole.Reviewer => "審査担当者",
        StaffRole.Approver => "承認者",
        StaffRole.Administrator => "管理者",
        StaffRole.Chamber => "商工会議所",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Unknown role."),
    };
}

using System.Net;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Testing.Cases;
using Tedori.Testing.Serve;
using Tedori.Workflows.Access;
using Tedori.Workflows.Cases;

namespace Tedori.Testing.Companies;

/// <summary>
/// A served folder whose second round has been drawn: all its companies have won and are to register.
/// </summary>
public sealed class WonRound : IAsyncLifetime, IDisposable
{
    /// <summary>Deadline of the company registration of the second round.</summary>
    internal static readonly LocalDate Registration = Sample.R7.Round(2).CompanyRegistration;

    /// <summary>Two cases with which nothing is done that could disturb another test.</summary>
    internal static readonly CaseId Shared = new(new("r7", 2), 1);
    internal static readonly CaseId Other = new(new("r7", 2), 2);

    private int taken = 2;

    public ServedFolder Served { get; } = new();

    public async Task InitializeAsync()
    {
        await Served.InitializeAsync();
        await AdvanceToAsync(Tokyo.At("2025-07-02T10:00:00"));
    }

    public Task DisposeAsync() => Served.DisposeAsync();

    public void Dispose() => Served.Dispose();

    /// <summary>A case that no other test of the class uses.</summary>
    public CaseId Take() => new(new("r7", 2), Interlocked.Increment(ref taken));

    /// <summary>Moves the clock on, from due instant to due instant, as it would have passed.</summary>
    public Task AdvanceToAsync(Instant target) => Served.AdvanceToAsync(target);

    internal Instant Now => Served.Clock.Now;

    /// <summary>Has the office do something with a case.</summary>
    public async Task DoAsync(CaseId id, Func<Instant, CaseCommand> command)
    {
        ArgumentNullException.ThrowIfNull(command);
        await using var scope = Served.Services.CreateAsyncScope();
        var answer = await scope.ServiceProvider.GetRequiredService<CaseCommandHandler>().HandleAsync(id, command(Now));
        Assert.IsType<CaseAnswer.Accepted>(answer);
    }

    public async Task<CaseState> StateAsync(CaseId id)
    {
        await using var scope = Served.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<CaseCommandHandler>().ReadAsync(id))!.State;
    }

    public async Task<Uri> LinkAsync(CaseId id)
    {
        await using var scope = Served.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<CaseAccess>().LinkAsync(id))!;
    }

    public async Task<T> WithAsync<TService, T>(Func<TService, Task<T>> use)
        where TService : notnull
    {
        ArgumentNullException.ThrowIfNull(use);
        await using var scope = Served.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>A company that opened its link.</summary>
    public async Task<CompanyBrowser> OpenAsync(CaseId? id = null)
    {
        var caseId = id ?? Take();
        var cookies = new CookieContainer();
        var browser = new CompanyBrowser(Served.NewClient(cookies), caseId, cookies);
        await browser.FollowAsync(await LinkAsync(caseId));
        return browser;
    }

    /// <summary>A company whose registration was passed.</summary>
    public async Task<CompanyBrowser> OpenPassedAsync()
    {
        var browser = await OpenAsync();
        await DoAsync(browser.Case, at => new CaseCommand.RegisterCompany(at, Sample.Web(at)));
        await DoAsync(browser.Case, at => new CaseCommand.PassEligibility(at, Signed: Sample.Two));
        return browser;
    }
}

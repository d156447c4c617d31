using Microsoft.Azure.Functions.Worker;
using Tedori.Functions.Durable;
using Tedori.Local.Host;

namespace Tedori.Tests.Host;

public sealed class FunctionCatalogTests
{
    [Fact]
    public void Of_TheApp_FindsItsTriggers()
    {
        var catalog = FunctionCatalog.Of(typeof(CaseFunctions).Assembly);

        Assert.Contains(catalog.With<HttpTriggerAttribute>(), f => f.Function.Name == "Home");
        Assert.Contains(catalog.With<HttpTriggerAttribute>(), f => f.Trigger.Route == "healthz");
        Assert.Equal("Sweep", Assert.Single(catalog.With<TimerTriggerAttribute>()).Function.Name);
    }

    [Fact]
    public void Of_TwoFunctionsOfOneName_IsRefused() =>
        AssertRefused("Two functions are named", typeof(First), typeof(Second));

    [Fact]
    public void Of_TwoTriggers_IsRefused() => AssertRefused("'Both' has 2 triggers", typeof(Both));

    [Fact]
    public void Of_NoTrigger_IsRefused() => AssertRefused("'Nothing' has 0 triggers", typeof(Untriggered));

    [Fact]
    public void Of_HttpTriggerWithAKey_IsRefused() => AssertRefused("'Keyed' asks for a key", typeof(Keyed));

    private static void AssertRefused(string message, params Type[] classes)
    {
        var failure = Assert.Throws<FunctionCatalogException>(() => FunctionCatalog.Of(classes));
        Assert.Contains(message, failure.Message, StringComparison.Ordinal);
    }

    private static class First
    {
        [Function("Same")]
        public static void Run([TimerTrigger("0 0 * * * *")] TimerInfo timer) => ArgumentNullException.ThrowIfNull(timer);
    }

    private static class Second
    {
        [Function("same")]
        public static void Run([TimerTrigger("0 0 * * * *")] TimerInfo timer) => ArgumentNullException.ThrowIfNull(timer);
    }

    private static class Both
    {
        [Function("Both")]
        public static void Run(
            [TimerTrigger("0 0 * * * *")] TimerInfo timer, [HttpTrigger(AuthorizationLevel.Anonymous)] object request) =>
            ArgumentNullException.ThrowIfNull(timer ?? request);
    }

    private static class Untriggered
    {
        [Function("Nothing")]
        public static void Run(string nothing) => ArgumentNullException.ThrowIfNull(nothing);
    }

    private static class Keyed
    {
        [Function("Keyed")]
        public static void Run([HttpTrigger(AuthorizationLevel.Function, "get")] object request) =>
            ArgumentNullException.ThrowIfNull(request);
    }
}

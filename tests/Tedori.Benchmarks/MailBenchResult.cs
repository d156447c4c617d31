namespace Tedori.Benchmarks;

/// <summary>The line of <c>mail</c>: the result notices of one round, from its release to the last that left.</summary>
/// <param name="Mails">Notices that were to leave.</param>
/// <param name="PerSecond">How many left in a second, from the first to the last.</param>
/// <param name="FirstSeconds">From the release to the first.</param>
/// <param name="LastSeconds">From the release to the last.</param>
/// <param name="CpuSeconds">Processor time until then, however busy the machine is with other things.</param>
/// <param name="PeakMib">Most memory of the process in it.</param>
/// <param name="Lost">Notices that did not leave.</param>
/// <param name="Doubled">Notices that were handed over more than once.</param>
internal sealed record MailBenchResult(
    int Mails, double PerSecond, double FirstSeconds, double LastSeconds, double CpuSeconds, double PeakMib, int Lost,
    int Doubled);

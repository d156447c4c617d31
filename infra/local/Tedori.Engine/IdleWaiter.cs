using NodaTime;

namespace Tedori.Engine;

/// <summary>Who waits until nothing can run, and what it says to the next due instant then.</summary>
internal sealed record IdleWaiter(Func<Instant, bool>? Passes, TaskCompletionSource Idle);

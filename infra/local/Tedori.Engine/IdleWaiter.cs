using NodaTime;

namespace Tedori.Engine;

/// <summary>Who waits until nothing can run, and what it says then to the next due instant, if there is one.</summary>
internal sealed record IdleWaiter(Func<Instant?, IdleStep>? Next, TaskCompletionSource Idle);

namespace Tedori.Engine;

/// <summary>What who waits for the engine says when nothing is left to do at the present instant.</summary>
public readonly record struct IdleStep
{
    private IdleStep(bool stops, Func<Task>? work) => (Stops, Work) = (stops, work);

    /// <summary>The wait is over.</summary>
    public static IdleStep Stop { get; } = new(stops: true, work: null);

    /// <summary>The timeline was moved: the engine goes on.</summary>
    public static IdleStep GoOn { get; } = new(stops: false, work: null);

    internal bool Stops { get; }

    internal Func<Task>? Work { get; }

    /// <summary>
    /// Something is done at this instant, once all that was done before is on disk: on the engine's thread, where it goes
    /// on after each wait. The engine works meanwhile, and counts as idle when both have ended. What the work throws ends
    /// the wait.
    /// </summary>
    public static IdleStep Do(Func<Task> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        return new(stops: false, work);
    }
}

namespace Tedori.Local.Season;

/// <summary>The chance by which hints are lost: one sequence for all who hint.</summary>
internal sealed class HintLoss(long seed, int lostInThousand)
{
    private readonly Lock gate = new();
    private readonly Dice dice = Dice.For(seed, "lost hints");

    public bool Strikes()
    {
        lock (gate)
            return dice.InThousand(lostInThousand);
    }
}

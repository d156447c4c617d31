namespace Tedori.Programme.Lottery;

/// <summary>An entry with its key: in order of key, then of number.</summary>
internal readonly record struct Keyed(Hash256 Key, int Number, int Index) : IComparable<Keyed>
{
    public int CompareTo(Keyed other)
    {
        var order = Key.CompareTo(other.Key);
        return order != 0 ? order : Number.CompareTo(other.Number);
    }
}

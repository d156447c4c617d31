namespace Tedori.Programme.Editions.Reading;

/// <summary>Numbers that must run 1, 2, 3 … in the order of the file.</summary>
internal static class Numbering
{
    /// <summary>Reports each place where the numbers break off, and goes on from there.</summary>
    public static void Require(string what, IReadOnlyList<(int? Number, FileNode Node)> numbers)
    {
        var expected = 1;
        for (var i = 0; i < numbers.Count; i++, expected++)
        {
            if (numbers[i].Number is not { } number || number == expected)
                continue;
            numbers[i].Node.Fault(number < expected
                ? $"The number {number} comes again or out of order where {what} {expected} must stand; renumber it."
                : $"The {what} {expected} is missing before {what} {number}; add it or renumber.");
            var onlyThisOneIsOff = i + 1 < numbers.Count && numbers[i + 1].Number == expected + 1;
            expected = onlyThisOneIsOff ? expected : number;
        }
    }
}

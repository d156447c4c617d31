namespace Tedori.Workflows.Health;

/// <summary>Whether the keys are still there with which links and sessions are signed.</summary>
public interface IKeyProbe
{
    /// <summary>A text that only these keys can open.</summary>
    string Seal();

    /// <summary>Whether the keys open what they sealed before.</summary>
    bool Opens(string text);
}

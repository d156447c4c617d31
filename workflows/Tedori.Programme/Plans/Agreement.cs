using NodaTime;

namespace Tedori.Programme.Plans;

/// <summary>The agreement (連携協定) on which a plan rests.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Date">When it was concluded.</param>
/// <param name="Article">The article that asks for the plan.</param>
public sealed record Agreement(string Name, LocalDate Date, int Article);

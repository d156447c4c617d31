using System.Text.RegularExpressions;
using Tedori.Testing;

namespace Tedori.Tests.Infrastructure;

/// <summary>How main.bicep puts the modules together, as compiled.</summary>
public sealed class CompositionTests
{
    private const string Hooked = "scan-results";

    [Fact]
    public void Main_ComposesOnly() =>
        Assert.Equal(["Microsoft.Resources/resourceGroups"], Compiled.Main.Own.Select(resource => resource.Type));

    [Fact]
    public void Modules_EveryFile_IsComposedUnderItsNameOrDeployedByAHook()
    {
        var files = Directory.GetFiles(RepositoryRoot.Of("infra", "modules"), "*.bicep")
            .Select(file => Path.GetFileNameWithoutExtension(file)!);

        Assert.Equal(
            files.Order(StringComparer.Ordinal),
            Compiled.Main.Modules.Select(module => module.Name).Append(Hooked).Order(StringComparer.Ordinal));
        foreach (var shell in new[] { ".sh", ".ps1" })
            Assert.Contains(
                $"infra/modules/{Hooked}.bicep", File.ReadAllText(RepositoryRoot.Of("infra", "hooks", Hooked + shell)),
                StringComparison.Ordinal);
    }

    [Fact]
    public void Modules_EachIsGivenItsParametersAndNoOthers() => Assert.All(Compiled.Main.Modules, module =>
    {
        Assert.Empty(module.Template.RequiredParameters.Except(module.Given.Keys));
        Assert.Empty(module.Given.Keys.Except(module.Template.Parameters.Keys));
    });

    [Fact]
    public void Hook_GivesScanResultsExactlyItsParameters()
    {
        foreach (var shell in new[] { ".sh", ".ps1" })
        {
            var text = File.ReadAllText(RepositoryRoot.Of("infra", "hooks", Hooked + shell));
            var given = Regex.Matches(text[text.IndexOf("--parameters", StringComparison.Ordinal)..], @"(\w+)=");
            Assert.Equal(
                Compiled.ScanResults.Parameters.Keys.Order(), given.Select(match => match.Groups[1].Value).Order());
        }
    }

    [Fact]
    public void Outputs_ThatMainReads_AreThoseOfTheModules()
    {
        var read = Regex.Matches(
            Compiled.Main.Text, @"'Microsoft\.Resources/deployments', '([\w-]+)'\), '[\d-]+'\)\.\??outputs\.\??(\w+)");

        Assert.NotEmpty(read);
        foreach (Match match in read)
            Assert.Contains(match.Groups[2].Value, Compiled.Module(match.Groups[1].Value).Outputs.Keys);
    }

    [Fact]
    public void Parameters_OfTheParameterFile_AreThoseOfMain()
    {
        var given = Compiled.Parameters.EnumerateObject().Select(parameter => parameter.Name).ToList();

        Assert.Empty(given.Except(Compiled.Main.Parameters.Keys));
        Assert.Empty(Compiled.Main.RequiredParameters.Except(given));
    }

    [Theory]
    [InlineData("network", "[parameters('privateNetwork')]")]
    [InlineData("private-endpoints", "[parameters('privateNetwork')]")]
    public void Module_OfAChoice_IsDeployedOnItAlone(string module, string condition)
    {
        Assert.Equal(condition, Compiled.Main.Modules.Single(m => m.Name == module).Resource.Condition);
        Assert.Equal(2, Compiled.Main.Modules.Count(m => m.Resource.Condition is not null));
    }

    [Fact]
    public void Resources_OfOneType_HaveOneVersion()
    {
        var types = Compiled.All.SelectMany(template => template.Resources).ToList();

        Assert.All(types, resource => Assert.Matches(@"^\d{4}-\d{2}-\d{2}(-preview)?$", resource.Version));
        Assert.Empty(types.GroupBy(resource => resource.Type)
            .Where(group => group.DistinctBy(resource => resource.Version).Count() > 1).Select(group => group.Key));
    }
}

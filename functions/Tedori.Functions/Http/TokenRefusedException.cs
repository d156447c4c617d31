using Tedori.Functions.Components.Forms;

namespace Tedori.Functions.Http;

/// <summary>The token of a form does not fit: its cookie was lost or replaced, or the form is none of ours.</summary>
/// <param name="form">What was posted.</param>
internal sealed class TokenRefusedException(PostedForm form) : Exception("The form's token does not fit.")
{
    /// <summary>What was posted.</summary>
    public PostedForm Form => form;
}

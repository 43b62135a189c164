namespace Disclosure.Cases.ReplyTemplates;

/// <summary>The codes of those variants that the program goes by; stored like <see cref="TemplateCodes"/>.</summary>
public static class VariantCodes
{
    /// <summary>Of 08: given although the third party does not agree (art. 32).</summary>
    public const string OverObjection = "over-objection";

    /// <summary>Of 18: what was transferred to a state archive (art. 36(7)).</summary>
    public const string Archives = "archives";

    /// <summary>Of 20: nobody can tell which agency is responsible (art. 36(5)).</summary>
    public const string AgencyUnknown = "agency-unknown";

    /// <summary>Of 24: what was obtained is to be confirmed or issued again.</summary>
    public const string ConfirmOrReissue = "confirm-or-reissue";

    /// <summary>Of the closing notice: the fee was not paid in time (art. 42).</summary>
    public const string FeeUnpaid = "fee-unpaid";
}

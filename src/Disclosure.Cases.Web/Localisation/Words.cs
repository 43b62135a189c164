namespace Disclosure.Cases.Web.Localisation;

/// <summary>
/// The words of the pages. Chinese is the source and the key; <c>Words.en.resx</c> beside this file has the English.
/// </summary>
internal sealed class Words;

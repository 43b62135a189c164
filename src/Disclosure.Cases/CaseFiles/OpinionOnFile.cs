using Disclosure.Cases.CaseFiles.Events;

namespace Disclosure.Cases.CaseFiles;

/// <summary>An opinion that came in on a consultation letter.</summary>
public sealed record OpinionOnFile(int Sequence, DateOnly On, Opinion Opinion, TextRef? Content);

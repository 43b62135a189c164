namespace Disclosure.Cases.Training;

/// <summary>
/// Whether this installation is one to practise in: everything in it is invented. Only then are there exercises; among real
/// applications an exercise would take real numbers.
/// </summary>
public sealed record TrainingMode(bool IsOpen);

namespace Disclosure.Cases.Kernel;

/// <summary>What became of a command: a value, or the reasons why nothing was done.</summary>
/// <typeparam name="T">What the command yields.</typeparam>
public sealed record Result<T> : IResult<Result<T>>
{
    private readonly T? value;

    private Result(T? value, IReadOnlyList<Refusal> refusals)
    {
        this.value = value;
        Refusals = refusals;
    }

    /// <summary>Why nothing was done; empty when it was.</summary>
    public IReadOnlyList<Refusal> Refusals { get; }

    /// <summary>Whether the command was carried out.</summary>
    public bool Succeeded => Refusals.Count == 0;

    /// <summary>What the command yielded.</summary>
    /// <exception cref="InvalidOperationException">The command was refused.</exception>
    public T Value => Succeeded ? value! : throw new InvalidOperationException(string.Join(' ', Refusals));

    /// <summary>Nothing was done, for these reasons.</summary>
    public static Result<T> Refused(IReadOnlyList<Refusal> refusals) => new(default, refusals);

    /// <summary>It was done.</summary>
    public static implicit operator Result<T>(T value) => new(value, []);

    /// <summary>Nothing was done, for this reason.</summary>
    public static implicit operator Result<T>(Refusal refusal) => new(default, [refusal]);
}

/// <summary>What the pipeline needs of a result without knowing its value.</summary>
/// <typeparam name="TSelf">The result type itself.</typeparam>
public interface IResult<TSelf>
{
    /// <summary>Whether the command was carried out.</summary>
    bool Succeeded { get; }

    /// <summary>A result that says why nothing was done.</summary>
    static abstract TSelf Refused(IReadOnlyList<Refusal> refusals);
}

/// <summary>The value of a command that only does something.</summary>
public readonly record struct Unit;

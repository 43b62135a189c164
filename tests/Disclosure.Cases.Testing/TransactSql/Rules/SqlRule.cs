using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Disclosure.Cases.Testing.TransactSql.Rules;

/// <summary>A rule on the tree of a statement: something that SQLite takes, and SQL Server refuses or understands differently.</summary>
internal abstract class SqlRule : TSqlFragmentVisitor
{
    private readonly List<Objection> objections = [];

    /// <summary>One of each, to look at one statement.</summary>
    public static IReadOnlyList<SqlRule> All() =>
    [
        new AliasByEqualsSign(), new KnownFunctions(), new KnownTypes(), new NoLike(), new BitAsNumber(),
        new TextWithoutCollation(), new OrderByText(), new ColumnWithoutCollation(),
        new GroupedColumns(), new AggregateOverSubquery(), new OrderOfDistinct(),
    ];

    /// <summary>The name that an objection carries.</summary>
    public abstract string Name { get; }

    /// <summary>What is wrong, and what to write instead.</summary>
    protected abstract string Advice { get; }

    protected SqlMeaning Meaning { get; private set; } = new();

    public IReadOnlyList<Objection> Of(TSqlFragment statement, SqlMeaning meaning)
    {
        Meaning = meaning;
        statement.Accept(this);
        return objections;
    }

    protected void Object(TSqlFragment node) => objections.Add(new Objection(Name, $"line {node.StartLine}, {TextOf(node)}: {Advice}"));

    /// <summary>The text of a node, blanks folded.</summary>
    protected static string TextOf(TSqlFragment node)
    {
        var tokens = node.ScriptTokenStream.Skip(node.FirstTokenIndex).Take(node.LastTokenIndex - node.FirstTokenIndex + 1);
        var text = string.Concat(tokens.Select(token => token.Text));
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>All nodes of a kind within, without those of inner queries.</summary>
    protected static IReadOnlyList<T> Within<T>(TSqlFragment? node)
        where T : TSqlFragment
    {
        var finder = new Finder<T>();
        node?.Accept(finder);
        return finder.Found;
    }

    protected static bool IsAggregate(FunctionCall call) =>
        call.OverClause is null && call.FunctionName.Value.ToUpperInvariant() is "COUNT" or "SUM" or "MIN" or "MAX" or "AVG";

    private sealed class Finder<T> : TSqlFragmentVisitor
        where T : TSqlFragment
    {
        public List<T> Found { get; } = [];

        public override void Visit(TSqlFragment fragment)
        {
            if (fragment is T found)
            {
                Found.Add(found);
            }
        }

        public override void ExplicitVisit(ScalarSubquery node) => Visit((TSqlFragment)node);
    }
}

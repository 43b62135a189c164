using Disclosure.Cases.Testing.TransactSql.Rules;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Disclosure.Cases.Testing.TransactSql;

/// <summary>Carries out the statements of migrations on a <see cref="SqlSchema"/>, each checked against the schema before it.</summary>
internal sealed class SchemaBuilder
{
    private readonly List<Objection> objections = [];

    private SchemaBuilder()
    {
    }

    public SqlSchema Schema { get; } = new();

    public IReadOnlyList<Objection> Objections => objections;

    public int Statements { get; private set; }

    public static SchemaBuilder Build(IEnumerable<string> batches)
    {
        var builder = new SchemaBuilder();
        foreach (var batch in batches)
        {
            var (script, problems) = TransactSqlCheck.Parse(batch);
            builder.objections.AddRange(problems);
            foreach (var statement in script?.Batches.SelectMany(each => each.Statements) ?? [])
            {
                builder.Take(statement);
            }
        }

        return builder;
    }

    private void Take(TSqlStatement statement)
    {
        Statements++;
        var meaning = new SqlMeaning();
        var names = new NameResolver(Schema, meaning, objections);
        statement.Accept(names);
        Change(statement, names, meaning);
        objections.AddRange(SqlRule.All().SelectMany(rule => rule.Of(statement, meaning)));
    }

    private void Change(TSqlStatement statement, NameResolver names, SqlMeaning meaning)
    {
        switch (statement)
        {
            case CreateTableStatement create:
                Schema.Create(NameResolver.NameOf(create.SchemaObjectName));
                Define(NameResolver.NameOf(create.SchemaObjectName), create.Definition, names, meaning);
                break;
            case AlterTableAddTableElementStatement add when Known(add.SchemaObjectName):
                Define(NameResolver.NameOf(add.SchemaObjectName), add.Definition, names, meaning);
                break;
            case AlterTableAlterColumnStatement { ColumnIdentifier.Value: var changed } alter when Known(alter.SchemaObjectName):
                names.Column(NameResolver.NameOf(alter.SchemaObjectName), alter.ColumnIdentifier);
                Schema.Remove(NameResolver.NameOf(alter.SchemaObjectName), changed);
                Schema.Add(NameResolver.NameOf(alter.SchemaObjectName), new SqlColumn(changed, SqlType.Of(
                    alter.DataType, alter.Collation, alter.AlterTableAlterColumnOption != AlterTableAlterColumnOption.NotNull)));
                break;
            case AlterTableDropTableElementStatement drop when Known(drop.SchemaObjectName):
                foreach (var element in drop.AlterTableDropTableElements.Where(each => each.TableElementType == TableElementType.Column))
                {
                    names.Column(NameResolver.NameOf(drop.SchemaObjectName), element.Name);
                    Schema.Remove(NameResolver.NameOf(drop.SchemaObjectName), element.Name.Value);
                }

                break;
            case DropTableStatement drop:
                foreach (var table in drop.Objects.Where(table => Known(table)))
                {
                    Schema.Drop(NameResolver.NameOf(table));
                }

                break;
            case CreateIndexStatement index when Known(index.OnName):
                foreach (var part in (List<TSqlFragment?>)[.. index.Columns, .. index.IncludeColumns, index.FilterPredicate])
                {
                    names.OfTable(NameResolver.NameOf(index.OnName), part);
                }

                break;
            case DropIndexStatement { DropIndexClauses: [DropIndexClause { Object: { } on }] } when Known(on):
            case CreateTriggerStatement { TriggerObject.Name: { } of } when Known(of):
            case InsertStatement or UpdateStatement or DeleteStatement:
                break;
            case IfStatement { Predicate: BooleanIsNullExpression } journal:
                // The journal of migrations is created where it is missing.
                journal.Accept(new Within(create => Change(create, names, meaning)));
                break;
            case ExecuteStatement { ExecuteSpecification.ExecutableEntity: ExecutableProcedureReference call }
                when RenamingOf(call) is (var from, var to, "OBJECT") && Schema.Find(from) is not null:
                Schema.Rename(from, to);
                break;
            case ExecuteStatement { ExecuteSpecification.ExecutableEntity: ExecutableProcedureReference call }
                when RenamingOf(call) is (var from, var to, "COLUMN")
                    && from.Split('.') is [var table, var column]
                    && Schema.Rename(table, column, to):
                break;
            default:
                objections.Add(new Objection(
                    "migration", $"line {statement.StartLine}: {nameof(SchemaBuilder)} does not know what this does to the schema"));
                break;
        }
    }

    private void Define(string table, TableDefinition definition, NameResolver names, SqlMeaning meaning)
    {
        var key = definition.TableConstraints.OfType<UniqueConstraintDefinition>()
            .Where(each => each.IsPrimaryKey).SelectMany(each => each.Columns)
            .Select(each => each.Column.MultiPartIdentifier.Identifiers[^1].Value).ToHashSet(StringComparer.Ordinal);
        foreach (var column in definition.ColumnDefinitions)
        {
            names.OfTable(table, column.ComputedColumnExpression);
            Schema.Add(table, new SqlColumn(column.ColumnIdentifier.Value, column.ComputedColumnExpression is { } expression
                ? meaning.TypeOf(expression)
                : SqlType.Of(column.DataType, column.Collation, !key.Contains(column.ColumnIdentifier.Value) && IsNullable(column))));
        }

        foreach (var constraint in definition.TableConstraints.Concat(definition.ColumnDefinitions.SelectMany(each => each.Constraints)))
        {
            names.OfTable(table, constraint is ForeignKeyConstraintDefinition ? null : constraint);
            if (constraint is ForeignKeyConstraintDefinition { ReferenceTableName: var other } foreign)
            {
                foreach (var own in foreign.Columns)
                {
                    names.Column(table, own);
                }

                foreach (var column in foreign.ReferencedTableColumns)
                {
                    names.Column(NameResolver.NameOf(other), column);
                }
            }
        }
    }

    // EXEC sp_rename 'from', 'to', 'OBJECT'; of a column 'table.from', 'to', 'COLUMN'
    private static (string From, string To, string Kind)? RenamingOf(ExecutableProcedureReference call) =>
        call.ProcedureReference.ProcedureReference.Name.BaseIdentifier.Value == "sp_rename"
        && call.Parameters.Select(each => (each.ParameterValue as StringLiteral)?.Value).ToList() is [{ } from, { } to, { } kind]
            ? (from, to, kind)
            : null;

    private static bool IsNullable(ColumnDefinition column) => !column.Constraints.Any(constraint =>
        constraint is NullableConstraintDefinition { Nullable: false } or UniqueConstraintDefinition { IsPrimaryKey: true });

    private bool Known(SchemaObjectName name)
    {
        if (Schema.Find(NameResolver.NameOf(name)) is not null)
        {
            return true;
        }

        objections.Add(new Objection(NameResolver.Rule, $"line {name.StartLine}: there is no table {NameResolver.NameOf(name)}"));
        return false;
    }

    private sealed class Within(Action<CreateTableStatement> take) : TSqlFragmentVisitor
    {
        public override void ExplicitVisit(CreateTableStatement node) => take(node);
    }
}

"""The register of imports, for the history page and for finding out what is known already."""

import json

import duckdb


def imports(cursor: duckdb.DuckDBPyConnection, event: int) -> list[dict]:
    """Every import up to an event, oldest first, live and withdrawn then."""
    rows = cursor.execute(
        """
        SELECT i."import" AS id, i.event, i.file, i.sha256, made."at", made.who, i.cut_off, i.report,
            CASE WHEN last.kind = 'withdrawal' THEN last."at" END AS withdrawn_at,
            CASE WHEN last.kind = 'withdrawal' THEN last.who END AS withdrawn_by
        FROM main.imports i
        JOIN main.events made ON made.event = i.event
        JOIN (
            SELECT "import", arg_max(kind, event) AS kind, arg_max("at", event) AS "at", arg_max(who, event) AS who
            FROM main.events WHERE "import" IS NOT NULL AND event <= $event GROUP BY "import"
        ) last ON last."import" = i."import"
        ORDER BY i."import"
        """,
        {"event": event},
    )
    names = [one[0] for one in rows.description]
    found = [dict(zip(names, row, strict=True)) for row in rows.fetchall()]
    counts: dict[int, dict[str, int]] = {}
    for number, ledger, count in cursor.execute(
        'SELECT "import", ledger, sum(rows)::INTEGER FROM main.import_tables GROUP BY "import", ledger, position ORDER BY position'
    ).fetchall():
        of = counts.setdefault(number, {})
        of[ledger] = of.get(ledger, 0) + count
    return [one | {"report": json.loads(one["report"]), "rows": counts.get(one["id"], {})} for one in found]

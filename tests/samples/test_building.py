"""Tables known to be empty are made without their queries: what is known of them holds for the sample county, which has every ledger."""

import re

from data.building import VIEWS
from data.making import takes_from
from data.samples.first_start import ensure_sample
from data.store import Store


def test_no_row_comes_of_a_view_where_all_that_it_takes_rows_from_is_empty(home):
    store, counts = ensure_sample(home), {}
    # In a preview the steps on the way to the facts are still there.
    with store.preview([]) as facts:
        steps = {name for (name,) in facts.rows("SELECT table_name FROM duckdb_tables() WHERE temporary")}
        of_rows = VIEWS.keys() | {"register_round", "spot", "spotted"} | {name for name in steps if name.startswith("live_")} - {"live_import"}
        for name, text in VIEWS.items():
            read = {word: f"temp.{word}" if word in steps else facts.table(word) for word in of_rows.intersection(re.findall(r"\w+", text))}
            for empty in (takes_from(text), frozenset()):
                tables = ", ".join(f"{one} AS (FROM {source}{' LIMIT 0' * (one in empty)})" for one, source in read.items())
                ((count,),) = facts.rows(f"WITH {tables} SELECT count(*) FROM ({text})")
                counts.setdefault(name, []).append(count)
    store.close()
    assert [name for name, (emptied, _) in counts.items() if emptied] == []
    # The sample's round ledger gives no number twice.
    assert [name for name, (_, full) in counts.items() if not full] == ["fact_total"]


def test_the_tables_of_an_empty_store_have_the_columns_of_full_ones(home):
    full, empty = ensure_sample(home), Store.memory()
    columns = "SELECT table_name, column_name, data_type FROM duckdb_columns() WHERE schema_name = 'facts' ORDER BY ALL"
    # The second time nothing is left to be learnt of them.
    for days in (6, 7):
        empty.set("yellow_days", days, "李")
        assert empty.facts().rows(columns) == full.facts().rows(columns)
    full.close()

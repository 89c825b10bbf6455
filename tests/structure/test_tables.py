"""Every table's rows have a known end."""

from bot.store.privacy.fates import FATES, Fate, member_column, tables_of
from bot.store.tables import metadata


def test_it_is_known_what_becomes_of_each_table_when_a_member_is_forgotten() -> None:
    """A new table is entered in bot/store/privacy/fates.py, or somebody's words would stay for ever."""
    assert set(FATES) == set(metadata.tables)


def test_a_table_has_the_column_by_which_its_rows_go() -> None:
    """Whose they are, or of which job."""
    for fate in (Fate.WITH_THE_MEMBER, Fate.WITH_EITHER, Fate.AT_THE_END):
        assert all(member_column(table) is not None for table in tables_of(fate))
    for table in (*tables_of(Fate.WITH_THE_JOB), *tables_of(Fate.WITH_EITHER)):
        assert table.name == "jobs" or "job_id" in table.c, table.name


def test_what_points_at_a_job_goes_with_it() -> None:
    """Otherwise the database would not let the job go."""
    for table in metadata.tables.values():
        pointing = {key.column.table.name for key in table.foreign_keys if table.name != "jobs"}
        if "jobs" in pointing:
            assert FATES[table.name] in {Fate.WITH_THE_JOB, Fate.WITH_EITHER}, table.name

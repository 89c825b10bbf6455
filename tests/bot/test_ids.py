"""Ids of jobs."""

from uuid import RFC_4122, UUID

from bot.ids import RANDOM_BITS, job_id


def test_an_id_is_a_uuid_of_version_7() -> None:
    """The example of RFC 9562, appendix A.6."""
    random = 0xCC3 << 62 | 0x18C4DC0C0C07398F
    assert job_id(0x017F22E279B0, random) == "017f22e2-79b0-7cc3-98c4-dc0c0c07398f"
    made = UUID(job_id(2**48 - 1, 2**RANDOM_BITS - 1))
    assert (made.version, made.variant) == (7, RFC_4122)


def test_ids_sort_by_their_time() -> None:
    """Whatever the random bits are."""
    assert job_id(1, 2**RANDOM_BITS - 1) < job_id(2, 0) < job_id(2, 1) < job_id(3, 0)

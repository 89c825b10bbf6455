"""Seeds, shared noise, and what is strange."""

import pytest

from engine.plan.noise import embedding_noise, guidance_jitter, noise_share, seeds, shared_seed
from tests.engine.plan.samples import is_rising, plan


@pytest.mark.parametrize("first", [0, 7, 12, 2**32 - 1])
def test_a_grid_has_four_seeds_of_one_group(first: int) -> None:
    """Each is another, all are seeds, and any of them tells the noise that they share."""
    grid = seeds(first, 4)
    assert grid[0] == first
    assert len(set(grid)) == 4
    assert all(0 <= seed < 2**32 for seed in grid)
    assert {shared_seed(seed) for seed in grid} == {shared_seed(first)}
    assert 0 <= shared_seed(first) < 2**32
    assert shared_seed(first) not in grid


def test_a_picture_of_four_is_drawn_again_by_its_seed_alone() -> None:
    """The row of a grid is the row of a single picture with that seed, with chaos as well."""
    for chaos in (0, 40, 100):
        for row in plan(seed=7, chaos=chaos).rows:
            assert plan(seed=row.seed, chaos=chaos, count=1).rows == (row,)


def test_chaos_lets_the_pictures_go() -> None:
    """They share less noise, and nothing at 100."""
    assert is_rising([noise_share(each, is_same_seed=False) for each in (100, 75, 50, 10, 0)])
    assert noise_share(100, is_same_seed=False) == 0
    assert noise_share(None, is_same_seed=False) == noise_share(0, is_same_seed=False) == 0.4


def test_sameseed_gives_all_one_start() -> None:
    """Whatever the chaos; the words that each hears differ a little, and so the pictures. It counts over the seed."""
    same = plan(sameseed=5, seed=9)
    assert same.noise_share == plan(sameseed=5, chaos=100).noise_share == 1
    assert len({row.shared_seed for row in same.rows}) == 1
    assert is_rising([plan(sameseed=5, chaos=each).embedding_noise for each in (0, 50, 100)])
    assert plan(sameseed=5, weird=3000).embedding_noise == plan(weird=3000).embedding_noise
    assert same.seed == 5
    assert same.without_effect == ("seed",)


def test_great_chaos_shakes_guidance_too() -> None:
    """Not up to 50, by 20 % at most, and more the greater it is."""
    assert guidance_jitter(50, 7) == guidance_jitter(None, 7) == 1
    for seed in range(200):
        shaken = [abs(guidance_jitter(chaos, seed) - 1) for chaos in (50, 60, 80, 100)]
        assert is_rising(shaken)
        assert shaken[-1] <= 0.2
    factors = {round(guidance_jitter(100, seed), 2) for seed in range(200)}
    assert min(factors) < 0.85
    assert max(factors) > 1.15


def test_weird_is_noise_on_the_words() -> None:
    """None at 0, 0.3 at 3000."""
    noises = [embedding_noise(each, None, is_same_seed=False) for each in (None, 250, 1000, 3000)]
    assert is_rising(noises)
    assert noises[0] == embedding_noise(0, 100, is_same_seed=False) == 0
    assert noises[-1] == pytest.approx(0.3)


def test_the_request_brings_a_seed_where_none_is_typed() -> None:
    """The same request gives the same seeds; a typed one counts over it."""
    assert plan().seed == 7
    assert plan(seed=0).seed == 0
    assert [plan(count=count).count for count in (1, 2, 3, 4)] == [1, 2, 3, 4]
    assert plan().count == 4

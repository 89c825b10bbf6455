"""What differs between the pictures of a grid: seeds, noise in common (`--chaos`, `--sameseed`), and `--weird`."""

from engine.plan.plan import Row
from engine.protocol import RenderRequest

COUNT = 4
GROUP = 4  # pictures whose noise has a part in common
SEEDS = 2**32
_WORD = 2**64


def seeds(first: int, count: int) -> tuple[int, ...]:
    """The seeds of a grid: `first` with its lowest bits flipped in turn, so that the four are one group.

    A picture of the grid can be drawn again alone, with its own seed: the group is known from any of them.
    """
    return tuple((first ^ number) % SEEDS for number in range(count))


def shared_seed(seed: int) -> int:
    """The seed of the noise that a group has in common, which is no seed of the group itself.

    Within 32 bits, since torch's generator on the CPU looks at no more of a seed (mt19937).
    """
    group = seed // GROUP
    found = mixed(group) % SEEDS
    return found ^ GROUP if found // GROUP == group else found


def noise_share(chaos: int | None, *, is_same_seed: bool) -> float:
    """How much of the start noise's variance the pictures share: 0.4 at `--chaos 0`, nothing at 100.

    Our rule: z = sqrt(share) * shared + sqrt(1 - share) * own keeps the noise normal, and the mean distance of the
    four pictures grows as the share falls. `--sameseed` shares all of it, whatever the chaos: one start for all
    (docs.midjourney.com, Seeds); what keeps the four apart then is `embedding_noise`.
    """
    return 1.0 if is_same_seed else 0.4 * (1 - (chaos or 0) / 100)


def guidance_jitter(chaos: int | None, seed: int) -> float:
    """The factor on a row's guidance: within 20 % of 1 at `--chaos 100`, 1 up to 50. Our rule."""
    return 1 + 0.2 * max(0.0, (chaos or 0) - 50) / 50 * _spread(seed)


def embedding_noise(weird: int | None, chaos: int | None, *, is_same_seed: bool) -> float:
    """Noise on the encoded texts, each picture's own, as a share of their root mean square: 0.3 for `--weird 3000`.

    With `--sameseed` it is 0.1 to 0.2 by `--chaos` at least, since pictures of one start and one text would be one.
    Our rules.
    """
    least = 0.1 * (1 + (chaos or 0) / 100) if is_same_seed else 0.0
    return max(least, 0.3 * (weird or 0) / 3000)


def rows(request: RenderRequest, guidance_scale: float) -> tuple[Row, ...]:
    """The pictures of the grid; four without `--count`."""
    parameters = request.parameters
    chosen = parameters.seed if parameters.sameseed is None else parameters.sameseed
    first = request.seed if chosen is None else chosen
    chaos = parameters.chaos if guidance_scale > 1 else 0  # what is not guided is not guided a little
    return tuple(
        Row(seed, shared_seed(seed), guidance_scale * guidance_jitter(chaos, seed))
        for seed in seeds(first, COUNT if parameters.count is None else parameters.count)
    )


def mixed(number: int) -> int:
    """64 bits that are others for each number: the finalizer of SplitMix64 (Steele, Lea, Flood 2014)."""
    held = (number + 0x9E3779B97F4A7C15) % _WORD
    held = ((held ^ (held >> 30)) * 0xBF58476D1CE4E5B9) % _WORD
    held = ((held ^ (held >> 27)) * 0x94D049BB133111EB) % _WORD
    return held ^ (held >> 31)


def _spread(seed: int) -> float:
    """A number from -1 to 1 that is another for each seed."""
    return 2 * (mixed(seed) / (_WORD - 1)) - 1

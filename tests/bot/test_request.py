"""A prompt as a request to the engine."""

from bot.prompt.read import parse
from bot.request import links, stylize_of_old, to_request
from engine.protocol import Parameters, Reference, RenderRequest, Role, StyleCode, Text, from_dict, to_dict


def request_of(typed: str) -> RenderRequest:
    """With a file for each link, named like it."""
    prompt = parse(typed)
    return to_request(prompt, "job", {link: f"/files/{link[-5:]}" for link in links(prompt)}, seed=9)


def test_texts_keep_their_weights() -> None:
    """As typed; what they add up to is the engine's to know."""
    request = request_of("hot::2 dog::-0.5 --no tree, car")
    assert request.text == (Text("hot", 2), Text("dog", -0.5))
    assert request.negative == "tree, car"
    assert (request.job_id, request.seed) == ("job", 9)
    assert request.prompt == "hot::2 dog::-0.5 --no tree, car"


def test_each_picture_has_its_role() -> None:
    """And comes from the file that stands for its link."""
    request = request_of(
        "https://x.org/1.png::2 a cat --sref https://x.org/2.png::3 --cref https://x.org/3.png https://x.org/4.png "
        "--control canny https://x.org/5.png --edit https://x.org/6.png https://x.org/7.png"
    )
    assert set(request.references) == {
        Reference(Role.IMAGE, "/files/1.png", 2),
        Reference(Role.STYLE, "/files/2.png", 3),
        Reference(Role.CHARACTER, "/files/3.png"),
        Reference(Role.CHARACTER, "/files/4.png"),
        Reference(Role.CONTROL, "/files/5.png", kind="canny"),
        Reference(Role.START, "/files/6.png"),
        Reference(Role.IMAGE, "/files/7.png"),
    }


def test_parameters_are_handed_on() -> None:
    """Those of the engine; speed and stealth are not its own."""
    typed = (
        "a cat --ar 3:2 --c 1 --s 2 --w 3 --q 0.5 --seed 4 --sameseed 5 --stop 60 --tile --raw --draft --exp 7 --hd "
        "--iw 2 --sw 8 --sv 4 --cw 9 --ow 10 --strength 0.5 --cfg 5 --steps 11 --sampler euler --model pocket "
        "--control-weight 0.5 --count 2 --lora ink:0.5 --lora wash --fast --stealth"
    )
    asked = parse(typed)
    assert request_of(typed).parameters == Parameters(
        aspect=(3, 2), chaos=1, stylize=2, weird=3, quality=0.5, seed=4, sameseed=5, stop=60, tile=True, raw=True,
        draft=True, exp=7, hd=True, iw=2, sw=8, sv=6, cw=9, ow=10, strength=0.5, cfg=5, steps=11, sampler="euler",
        model="pocket", control_weight=0.5, count=2, loras=(("ink", 0.5), ("wash", 1.0)),
    )  # fmt: skip
    assert asked.parameters["speed"] == "fast"
    assert asked.parameters["stealth"] is True


def test_what_was_not_set_is_left_to_the_engine() -> None:
    """So that its defaults hold."""
    assert request_of("a cat").parameters == Parameters()
    assert request_of("a cat --niji 6").parameters == Parameters(niji="6")


def test_a_request_travels() -> None:
    """Over the pipe and back."""
    request = request_of("https://x.org/1.png a cat --ar 3:2 --lora ink:0.5 --v 6 --sref 5::2")
    assert from_dict(to_dict(request)) == request


def test_links_are_named_once() -> None:
    """A picture that is used twice is fetched once."""
    assert links(parse("https://x.org/1.png a cat --sref https://x.org/1.png https://x.org/2.png 77")) == (
        "https://x.org/1.png",
        "https://x.org/2.png",
    )


def test_codes_are_styles_beside_pictures() -> None:
    """With their weights; one that was not drawn at random yet is chosen by the seed, each another."""
    request = request_of("a cat --sref 77::2 https://x.org/2.png random random")
    assert request.codes == (StyleCode(77, 2), StyleCode(9 + 2), StyleCode(9 + 3))
    assert request.references == (Reference(Role.STYLE, "/files/2.png"),)


def test_a_style_s_version_is_told_as_the_newest_count() -> None:
    """1 to 4 with version 6 is 1 to 6 with version 7: the usual to the usual, the first to the first."""
    assert [request_of(f"a cat --sref 5 --sv {sv}").parameters.sv for sv in (1, 2, 3, 4)] == [1, 3, 4, 6]
    assert [request_of(f"a cat --sref 5 --sv {sv} --v 7").parameters.sv for sv in (4, 6)] == [4, 6]


def test_old_stylize_goes_to_where_it_is_today() -> None:
    """Usual to usual, most to most, and more stays more."""
    assert (stylize_of_old(2500), stylize_of_old(60000)) == (100, 1000)
    found = [stylize_of_old(value) for value in range(625, 60001, 125)]
    assert found == sorted(found)
    assert request_of("a cat --s 60000 --v 3").parameters.stylize == 1000
    assert request_of("a cat --v 3").parameters == Parameters(version="3")


def test_pictures_weighed_less_then() -> None:
    """A quarter of the text, where nobody says otherwise."""
    assert request_of("https://x.org/1.png a cat --v 3").parameters.iw == 0.25
    assert request_of("https://x.org/1.png a cat --v 3 --iw 1").parameters.iw == 1
    assert request_of("https://x.org/1.png a cat --v 5").parameters.iw is None

"""Every way that a member's link may lead into the host's own network, in one table.

Each line has the words of the list of dangers it is held against: addresses, metadata, forms of numbers, IPv6, what
stands around a host, redirects, names, protocol.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tests.bot.images.hostile import PUBLIC

Addresses = Sequence[Sequence[str]]


@dataclass(frozen=True)
class Link:
    """One of them; `{port}` is the server's, which listens on 127.0.0.1 and on the one address taken for public."""

    words: str
    text: str
    names: Mapping[str, Addresses] = field(default_factory=dict)
    """What names resolve to, the first time, the second time, and so on."""
    answers: Mapping[str, str] = field(default_factory=dict)
    """Where paths of the server redirect to, with the status in front."""


def _hosts(words: str, *hosts: str) -> list[Link]:
    return [Link(words, f"http://{host}:{{port}}/secret") for host in hosts]


def _here(words: str, *hosts: str, address: str = "127.0.0.1") -> list[Link]:
    """Hosts that the system, or a name server, takes for this address."""
    return [Link(words, f"http://{host}:{{port}}/secret", {host: [[address]]}) for host in hosts]


def _redirects(words: str, location: str, *statuses: int) -> list[Link]:
    return [
        Link(f"{words}, {status}", "http://public.test:{port}/a", answers={"/a": f"{status} {location}"})
        for status in statuses
    ]


ADDRESSES = [
    *_hosts("loopback", "127.0.0.1", "127.0.0.53", "127.255.255.254", "[::1]"),
    *_hosts("private", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1"),
    *_hosts("link-local", "169.254.1.1", "[fe80::1]"),
    *_hosts("CGNAT", "100.64.0.1", "100.127.255.255"),
    *_hosts("benchmark", "198.18.0.1", "198.19.255.255"),
    *_hosts("multicast", "224.0.0.1", "239.255.255.250", "[ff02::1]", "[ff0e::1]"),
    *_hosts("broadcast", "255.255.255.255"),
    *_hosts("0.0.0.0", "0.0.0.0", "0.1.2.3", "[::]"),  # noqa: S104
    *_hosts("is_global says True", "192.0.0.8", "192.88.99.1", "[5f00::1]", "[3fff::1]"),
]
METADATA = [
    *_hosts("169.254.169.254", "169.254.169.254", "[::ffff:169.254.169.254]"),
    *_hosts("fd00:ec2::254", "[fd00:ec2::254]"),
    *_hosts("100.100.100.200", "100.100.100.200"),
    *_here("metadata.google.internal", "metadata.google.internal", "metadata", address="169.254.169.254"),
]
NUMBERS = [
    *_here("decimal", "2130706433"),
    *_here("octal", "017700000001", "0177.0.0.1", "0177.0.0.01"),
    *_here("hex", "0x7f000001", "0x7f.0x0.0x0.0x1", "0x7f.1"),
    *_here("short", "127.1", "127.0.1", "0"),
    *_here("overflow", "4294967297", "127.0.0.257", "383.0.0.1", "127.0.0.1.1"),
    *_here("fullwidth", "①②⑦.⓪.⓪.①", "\uff11\uff12\uff17.\uff10.\uff10.\uff11"),
]
IPV6 = [
    *_hosts("mapped", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[0:0:0:0:0:ffff:10.0.0.1]"),
    *_hosts("compatible", "[::127.0.0.1]", "[::7f00:1]"),
    *_hosts("NAT64", "[64:ff9b::7f00:1]", "[64:ff9b::a9fe:a9fe]", "[64:ff9b:1::1]"),
    *_hosts("6to4", "[2002:7f00:1::]", "[2002:a9fe:a9fe::]"),
    *_hosts("Teredo", "[2001::1]", "[2001:0:7f00:1::]"),
    *_hosts("ULA", "[fc00::1]", "[fdff::1]"),
    *_hosts("site-local", "[fec0::1]"),
    *_hosts("zone-id", "[fe80::1%25lo]", "[fe80::1%lo]", "[::1%25lo]"),
]
AROUND = [
    Link("userinfo a@b", "http://public.test@127.0.0.1:{port}/secret"),
    Link("userinfo a@b", "http://public.test:80@127.0.0.1:{port}/secret"),
    Link("userinfo a@b", "http://public.test%40127.0.0.1:{port}/secret"),
    Link("\\@", "http://127.0.0.1:{port}\\@public.test/secret"),
    Link("\\@", "http://public.test\\@127.0.0.1:{port}/secret"),
    Link("#@", "http://127.0.0.1:{port}#@public.test/secret"),
    Link("#@", "http://127.0.0.1:{port}/secret#@public.test"),
    Link("tab", "http://127.0.0.1\t:{port}/secret"),
    Link("tab", "http://127.0.\t0.1:{port}/secret"),
    Link("CR", "http://127.0.0.1\r:{port}/secret"),
    Link("LF", "http://public.test\n@127.0.0.1:{port}/secret"),
    Link("double port", "http://127.0.0.1:80:{port}/secret"),
    Link("double port", "http://public.test:80@127.0.0.1:{port}:80/secret"),
    *_here("trailing dot", "127.0.0.1.", "internal.test.", "localhost."),
    Link("IDN", "http://ⓘⓝⓣⓔⓡⓝⓐⓛ.test:{port}/secret"),
    Link("IDN", "http://intern\u00e4l.test:{port}/secret", {"xn--internl-7wa.test": [["127.0.0.1"]]}),
    Link("%00", "http://127.0.0.1%00.public.test:{port}/secret"),
    Link("%00", "http://127.0.0.1%00@public.test:{port}/secret"),
    *_here("127。0。0。1", "127。0。0。1", "127\uff0e0\uff0e0\uff0e1"),
    Link("other schemes", "file:///etc/passwd"),
    Link("other schemes", "gopher://127.0.0.1:{port}/_GET%20/secret"),
    Link("other schemes", "ftp://127.0.0.1:{port}/secret"),
    Link("other schemes", "data:image/png;base64,iVBORw0KGgo="),
    Link("other schemes", "javascript:fetch('http://127.0.0.1:{port}/secret')"),
    Link("other schemes", "//127.0.0.1:{port}/secret"),
    Link("other schemes", "jar:http://127.0.0.1:{port}!/secret"),
    Link("unix socket", "unix:///var/run/docker.sock"),
    Link("unix socket", "http+unix://%2Fvar%2Frun%2Fdocker.sock/info"),
    Link("unix socket", "http://unix:/var/run/docker.sock:/info"),
]
REDIRECTS = [
    *_redirects("redirect", "http://127.0.0.1:{port}/secret", 301, 302, 303, 307, 308),
    *_redirects("redirect, by a name", "http://internal.test:{port}/secret", 301, 302, 303, 307, 308),
    *_redirects("redirect, without scheme", "//127.0.0.1:{port}/secret", 302),
    *_redirects("redirect, decimal", "http://2130706433:{port}/secret", 302),
    *_redirects("redirect, mapped", "http://[::ffff:127.0.0.1]:{port}/secret", 302),
    *_redirects("redirect, metadata", "http://169.254.169.254/latest/meta-data/", 302),
    *_redirects("redirect, userinfo", "http://public.test@127.0.0.1:{port}/secret", 302),
    *_redirects("redirect loop", "/a", 301, 302, 303, 307, 308),
    *_redirects("redirect loop, ever another", "/a?{{n}}", 302),
    *_redirects("to file", "file:///etc/passwd", 302),
    *_redirects("to gopher", "gopher://127.0.0.1:{port}/_x", 302),
    *_redirects("to data", "data:image/png;base64,iVBORw0KGgo=", 302),
    *_redirects("to nothing", "", 302),
]
NAMES = [
    Link("DNS rebinding", "http://rebind.test:{port}/a", {"rebind.test": [[PUBLIC], ["127.0.0.1"]]}, {"/a": "302 /b"}),
    Link("0-TTL", "http://zero.test:{port}/secret", {"zero.test": [["127.0.0.1"], [PUBLIC]]}),
    Link("A and AAAA, one private", "http://mixed.test:{port}/secret", {"mixed.test": [[PUBLIC, "::1"]]}),
    Link("A and AAAA, one private", "http://mixed.test:{port}/secret", {"mixed.test": [["fd00::1", PUBLIC]]}),
    Link("two A, one private", "http://mixed.test:{port}/secret", {"mixed.test": [[PUBLIC, "127.0.0.1"]]}),
    Link("CNAME to internal", "http://alias.test:{port}/secret", {"alias.test": [["10.0.0.1"]]}),
    *_here("nip.io style", "127.0.0.1.nip.test", "a-127-0-0-1.sslip.test", "localtest.test"),
    *_here("this machine", "localhost", "localhost.localdomain", "ip6-localhost"),
]
REFUSED = [*ADDRESSES, *METADATA, *NUMBERS, *IPV6, *AROUND, *REDIRECTS, *NAMES]

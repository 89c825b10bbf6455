"""Which addresses are public."""

import random
from ipaddress import IPv4Address, IPv6Address, ip_network

import pytest

from bot.images.addresses import is_public

NOT_PUBLIC = [
    *("0.0.0.0", "0.1.2.3", "10.1.2.3", "100.64.0.1", "100.100.100.200", "127.0.0.1", "127.255.255.254"),  # noqa: S104
    *("169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.8", "192.0.2.1", "192.88.99.1", "192.168.1.1"),
    *("198.18.0.1", "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255"),
    *("::", "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254", "::ffff:0:0"),
    *("64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::1", "100::1", "2001::1", "2001:db8::1", "2002:7f00:1::"),
    *("2002:a9fe:a9fe::", "3fff::1", "5f00::1", "fc00::1", "fd00:ec2::254", "fe80::1", "fe80::1%eth0", "fec0::1"),
    *("ff02::1", "ff0e::1"),
]
SPECIAL = [
    *("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/16"),
    *("192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3"),
    *("::/64", "::ffff:0:0/96", "64:ff9b::/32", "100::/32", "2001::/16", "2002::/16", "3fff::/16", "5f00::/8"),
    *("fc00::/6", "fe80::/9", "ff00::/8"),
]


@pytest.mark.parametrize("address", NOT_PUBLIC)
def test_what_leads_into_the_hosts_own_network_is_not_public(address: str) -> None:
    """Loopback, private, link-local, metadata, multicast, reserved; and IPv6 that carries one of them, or a zone."""
    assert not is_public(address)


@pytest.mark.parametrize("address", ["1.1.1.1", "162.159.135.233", "2606:4700::6810:84e5", "::ffff:1.1.1.1"])
def test_addresses_of_the_internet_are_public(address: str) -> None:
    """Discord's own among them."""
    assert is_public(address)


@pytest.mark.parametrize(
    "text", ["", "localhost", "2130706433", "0177.0.0.1", "127.1", "0x7f.1", "1.1.1.1 ", "\uff11.\uff11.\uff11.\uff11"]
)
def test_what_is_no_address_is_not_public(text: str) -> None:
    """Only what the operating system writes is read."""
    assert not is_public(text)


def test_nothing_that_is_not_global_is_public() -> None:
    """Whatever Python calls not global is refused, wherever it lies; so is its form in IPv6."""
    drawn = random.Random(4)
    for text in SPECIAL:
        network = ip_network(text)
        first, last = int(network[0]), int(network[-1])
        near = [first - 1, first, last, last + 1, *(drawn.randint(first, last) for _ in range(300))]
        kind = IPv4Address if network.version == 4 else IPv6Address
        for number in near:
            address = kind(number % 2**network.max_prefixlen)
            if not address.is_global:
                assert not is_public(str(address)), address
                if isinstance(address, IPv4Address):
                    assert not is_public(f"::ffff:{address}"), address
                    assert not is_public(str(IPv6Address(int(address)))), address


def test_any_address_that_is_public_is_global() -> None:
    """The same, from all over both spaces."""
    drawn = random.Random(4)
    for _ in range(3000):
        for address in (IPv4Address(drawn.getrandbits(32)), IPv6Address(drawn.getrandbits(128))):
            assert address.is_global or not is_public(str(address)), address

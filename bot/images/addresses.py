"""Which addresses a member's link may lead to: public ones, and nothing that only looks so."""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

Address = IPv4Address | IPv6Address

# What Python 3.11 to 3.13 take, in part, for global: IANA's special-purpose registries, and IPv6 that carries IPv4
# (compatible, NAT64, Teredo, 6to4), which a router may turn into an address of the host's own network.
_REFUSED = tuple(
    ip_network(each)
    for each in (
        "0.0.0.0/8",
        "100.64.0.0/10",
        "192.0.0.0/24",
        "192.88.99.0/24",
        "224.0.0.0/4",
        "240.0.0.0/4",
        "::/96",
        "64:ff9b::/96",
        "64:ff9b:1::/48",
        "100::/64",
        "100:0:0:1::/64",
        "2001::/23",
        "2002::/16",
        "3fff::/20",
        "5f00::/16",
        "fec0::/10",
        "ff00::/8",
    )
)


def is_public(text: str) -> bool:
    """True for an address of the public internet, written as the operating system writes it; False for all else."""
    try:
        found = ip_address(text)
    except ValueError:
        return False
    address: Address = (found.ipv4_mapped if isinstance(found, IPv6Address) else None) or found
    if not address.is_global or address.is_multicast or address.is_reserved:
        return False
    return not any(address in network for network in _REFUSED if network.version == address.version)

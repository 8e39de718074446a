"""Which addresses may be visited: one strict spelling, and no way into the machine or its network.

An address in words comes in; a `Place` goes out, or `CannotFetch`. A number address (IP) comes in; what lies there goes
out. What has two readings is refused, not interpreted: two programs that read an address differently are how a guard is passed by.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from urllib.parse import quote, urljoin

from samestory.fetching.manners import CannotFetch, shown

LONGEST = 8000  # characters; what common web servers accept as a request line
STANDARD = {"http": 80, "https": 443}
FIRST_OPEN_PORT = 1024
# Ports from 1024 up that browsers refuse as well (the fetch standard's bad ports): chat, telephony, mail, X11, NFS.
CLOSED_PORTS = frozenset((1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, *range(6665, 6670), 6679, 6697, 10080))

_PARTS = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)://([^/?#]*)([^?#]*)(\?[^#]*)?(?:#.*)?", re.S)
_HOST = re.compile(r"(?:\[([0-9A-Fa-f:.]+)\]|([^\[\]:@%]+))(?::([0-9]{0,5}))?")
_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")
_BAD = re.compile(r"[\x00-\x1f\x7f-\x9f\\\u2028\u2029\ud800-\udfff]")
_SAFE = "!$&'()*+,;=:@/~%-._"


@dataclass(frozen=True, slots=True)
class Place:
    """An address taken apart."""

    scheme: str  # http or https
    host: str  # in ASCII, small letters; without brackets
    port: int
    target: str  # path and query, in ASCII

    @property
    def origin(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{self.authority(host)}"

    def authority(self, host: str) -> str:
        return host if self.port == STANDARD[self.scheme] else f"{host}:{self.port}"

    def __str__(self) -> str:
        return self.origin + self.target


def is_address(path: str) -> bool:
    """True for what is fetched, not opened.

    >>> is_address("HTTPS://gazette.example/rain"), is_address("rain.html")
    (True, False)
    """
    return path[:8].lower().startswith(("http://", "https://"))


def parse(address: str) -> Place:
    """The place that an address names.

    >>> str(parse("HTTP://Gazette.Example:80/a b?q=é#top"))
    'http://gazette.example/a%20b?q=%C3%A9'
    """
    address = address.strip(" ")
    if len(address) > LONGEST:
        raise CannotFetch(f"the address is longer than {LONGEST:,} characters")
    if _BAD.search(address):
        raise CannotFetch("the address holds characters that no address may hold")
    found = _PARTS.fullmatch(address)
    if not found:
        raise CannotFetch("this is not a whole address; it should look like https://example.org/page")
    scheme, authority, path, query = found[1].lower(), found[2], found[3], found[4] or ""
    if scheme not in STANDARD:
        raise CannotFetch(f"only http and https addresses are fetched, not {scheme}:")
    if "@" in authority:
        raise CannotFetch("the address holds a user name or a password, which samestory never sends; leave out what stands before the @")
    split = _HOST.fullmatch(authority)
    if not split:
        raise CannotFetch("the address names no site that can be understood")
    host = str(_six(split[1])) if split[1] else _name(split[2])
    return Place(scheme, host, _port(scheme, split[3]), quote(path or "/", safe=_SAFE) + quote(query, safe=_SAFE + "?"))


def onward(place: Place, location: str) -> Place:
    """Where a redirect at `place` leads."""
    if _BAD.search(location) or len(location) > LONGEST:
        raise CannotFetch("the site redirects to something that is no address")
    try:
        target = urljoin(str(place), location.strip(" "))
    except ValueError as problem:
        raise CannotFetch("the site redirects to something that is no address") from problem
    try:
        return parse(target)
    except CannotFetch as problem:
        raise CannotFetch(f"the site redirects to {shown(target)}: {problem.reason}") from problem


def _port(scheme: str, told: str | None) -> int:
    port = int(told) if told else STANDARD[scheme]
    if port in STANDARD.values() or (FIRST_OPEN_PORT <= port < 65536 and port not in CLOSED_PORTS):
        return port
    # Below 1024 live mail, file and login services that can be made to act on the words of a request; no page is there.
    raise CannotFetch(f"port {port} is not one that pages are served from (80, 443, and most from {FIRST_OPEN_PORT} on)")


def _six(host: str) -> IPv6Address:
    try:
        return IPv6Address(host)
    except ValueError as problem:
        raise CannotFetch(f"[{host}] is no address of a machine") from problem


def _name(host: str) -> str:
    """The host in ASCII and small letters."""
    if not host.isascii():
        host = _in_ascii(host)
    host = host.lower().removesuffix(".")
    labels = host.split(".")
    if _NUMBER.fullmatch(labels[-1]):
        try:
            return str(IPv4Address(host))  # four plain decimal numbers and nothing else
        except ValueError as problem:
            raise CannotFetch(
                f"{host} is an odd spelling of a number address; write it as four numbers, or give the site's name"
            ) from problem
    if len(host) > 253 or not all(_LABEL.fullmatch(label) for label in labels):
        raise CannotFetch(f"{host[:100]} is not the name of a site")
    return host


def _in_ascii(host: str) -> str:
    """A name in other letters as the network knows it (IDNA 2008), so that what is shown is what is asked."""
    import idna

    try:
        return idna.encode(host, uts46=True).decode("ascii")
    except (idna.IDNAError, UnicodeError) as problem:
        raise CannotFetch(f"{host[:100]} is not the name of a site") from problem


# -- number addresses ------------------------------------------------------------------------

# What lies behind the number addresses that are not the open net (IANA's special-purpose registries, November 2026), and
# whether the user may allow it. The local link stays closed: clouds hand out their machines' keys at 169.254.169.254.
CLOSED: tuple[tuple[IPv4Network | IPv6Network, str, bool], ...] = tuple(
    (ip_network(network), what, may)
    for network, what, may in (
        ("0.0.0.0/8", "no machine", False),
        ("10.0.0.0/8", "a private network", True),
        ("100.64.0.0/10", "a provider's inner network", True),
        ("127.0.0.0/8", "this machine", True),
        ("169.254.0.0/16", "the local link", False),
        ("172.16.0.0/12", "a private network", True),
        ("192.0.0.0/24", "the net's own workings", False),
        ("192.0.2.0/24", "examples in documents", False),
        ("192.88.99.0/24", "the net's own workings", False),
        ("192.168.0.0/16", "a private network", True),
        ("198.18.0.0/15", "test networks", False),
        ("198.51.100.0/24", "examples in documents", False),
        ("203.0.113.0/24", "examples in documents", False),
        ("224.0.0.0/4", "many machines at once", False),
        ("240.0.0.0/4", "no machine", False),
        ("::1/128", "this machine", True),
        ("fc00::/7", "a private network", True),
        ("fe80::/10", "the local link", False),
        ("fec0::/10", "a private network of old", False),
        ("ff00::/8", "many machines at once", False),
        ("2001::/23", "the net's own workings", False),
        ("2001:db8::/32", "examples in documents", False),
        ("3fff::/20", "examples in documents", False),
    )
)
OPEN_SIX = IPv6Network("2000::/3")  # all that is handed out to sites so far
NAT64 = IPv6Network("64:ff9b::/96")


def closed(number: str) -> tuple[str, bool] | None:
    """What lies at a number address that is not on the open net, and whether the user may allow it; None for the open net.

    >>> closed("::ffff:127.0.0.1"), closed("64:ff9b::a9fe:a9fe"), closed("192.0.1.1")
    (('this machine', True), ('the local link', False), None)
    """
    address = _inner(ip_address(number.partition("%")[0]))
    for network, what, may in CLOSED:
        if address in network:
            return what, may
    if isinstance(address, IPv6Address) and address not in OPEN_SIX:
        return "no machine", False
    return None


def _inner(address: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """The IPv4 address that an IPv6 address carries on to: mapped, 6to4 or NAT64."""
    if isinstance(address, IPv6Address):
        if address in NAT64:
            return IPv4Address(int(address) & 0xFFFFFFFF)
        return address.ipv4_mapped or address.sixtofour or address
    return address

"""What an address to listen on means."""

from ipaddress import ip_address


def is_loopback(address: str) -> bool:
    """Whether only this machine is reached at `address`; a name other than localhost is not looked up."""
    if address.lower() == "localhost":
        return True
    try:
        return ip_address(address.strip("[]")).is_loopback
    except ValueError:
        return False

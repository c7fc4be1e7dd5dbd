"""Lets every message leave the server when it is written, not when the one before has been acknowledged.

A run of a page ends in a dozen small websocket messages. TCP by itself holds the second back until the
browser's system has confirmed the first, which systems put off by 40 ms and more: each click would
wait that long. asyncio switches this off, but only for sockets whose protocol number was spelt out
when they were made, and those that Streamlit listens on leave it to the system.
"""

import asyncio.base_events
import socket


def send_at_once() -> None:
    """Makes asyncio switch the delay off on every TCP connection from now on."""
    # Neither Streamlit nor uvicorn nor asyncio lets the accepted socket be reached otherwise.
    if hasattr(asyncio.base_events, "_set_nodelay"):
        asyncio.base_events._set_nodelay = without_delay


def without_delay(connection: socket.socket) -> None:
    """Switches the delay off on a TCP connection, however its socket was made."""
    if connection.family in (socket.AF_INET, socket.AF_INET6) and connection.type == socket.SOCK_STREAM:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

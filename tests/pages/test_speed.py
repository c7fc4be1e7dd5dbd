"""What a test can hold of speed without a clock: each of these was slow once, or would be."""

import asyncio
import socket

from pages.server.at_once import send_at_once


def test_small_messages_do_not_wait_for_the_one_before_to_be_acknowledged(monkeypatch):
    # As Streamlit makes it: the protocol is left to the system, which asyncio takes for no reason to act.
    monkeypatch.setattr(asyncio.base_events, "_set_nodelay", asyncio.base_events._set_nodelay)
    send_at_once()

    async def delay_of_an_accepted_connection() -> int:
        delays = asyncio.Queue()

        async def note(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            accepted = writer.get_extra_info("socket")
            await delays.put(accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
            writer.close()
            await writer.wait_closed()

        listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        listening.bind(("127.0.0.1", 0))
        async with await asyncio.start_server(note, sock=listening):
            _, writer = await asyncio.open_connection(*listening.getsockname())
            found = await delays.get()
            writer.close()
            await writer.wait_closed()
            return found

    assert asyncio.run(delay_of_an_accepted_connection()) != 0

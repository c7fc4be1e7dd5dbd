"""A reader's browser as the server knows it: the real websocket with Streamlit's own messages, nothing drawn."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from time import perf_counter
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

PATIENCE = 30


@dataclass(frozen=True, kw_only=True)
class Run:
    """One run of the page script: until its last message came, time inside the server's script, what was sent."""

    seconds: float
    script: float
    messages: int
    size: int


@dataclass(kw_only=True)
class Reader:
    """One session. `choices`: the filters that the page offers, by name, each with its options so far."""

    socket: ClientConnection
    page: str = ""
    choices: dict[str, list[str]] = field(default_factory=dict)
    _widgets: dict[str, tuple[str, str]] = field(default_factory=dict)
    _chosen: dict[str, str] = field(default_factory=dict)
    _pages: dict[str, str] = field(default_factory=dict)
    _here: str = ""
    _cached: set[str] = field(default_factory=set)

    async def visit(self, page: str) -> Run:
        """Opens a page by its address ('' the first one), with no filter set."""
        self.page, self._here, self._chosen = page, self._pages.get(page, ""), {}
        self._widgets.clear()
        self.choices.clear()
        return await self._run()

    async def choose(self, chosen: Mapping[str, str]) -> Run:
        """Sets filters, by name, as a reader does who changes one; those left out go back to their first option."""
        if unknown := [f"{name}={value}" for name, value in chosen.items() if value not in self.choices.get(name, ())]:
            raise LookupError(f"The page offers no {unknown}, but {self.choices}")
        self._chosen = dict(chosen)
        return await self._run()

    async def _run(self) -> Run:
        address = urlencode(self._chosen)
        state = ClientState(query_string=address, page_script_hash=self._here, page_name="" if self._here else self.page)
        state.cached_message_hashes.extend(self._cached)
        state.context_info.timezone, state.context_info.locale, state.context_info.color_scheme = "Asia/Shanghai", "zh-CN", "light"
        for name, (identity, kind) in self._widgets.items():
            widget = state.widget_states.widgets.add(id=identity)
            value = self._chosen.get(name, self.choices[name][0])
            if kind == "selectbox":
                widget.string_value = value
            else:
                widget.string_array_value.data.append(value)
        began = perf_counter()
        await self.socket.send(BackMsg(rerun_script=state).SerializeToString())
        messages = size = 0
        script = float("nan")
        while True:
            data = await self.socket.recv()
            messages, size = messages + 1, size + len(data)
            message = ForwardMsg.FromString(data)
            match message.WhichOneof("type"):
                case "delta":
                    self._note(message)
                case "navigation":
                    self._pages = {page.url_pathname: page.page_script_hash for page in message.navigation.app_pages}
                    self._here = message.navigation.page_script_hash
                case "page_profile":
                    script = message.page_profile.exec_time / 1e6
                    if message.page_profile.uncaught_exception:
                        raise RuntimeError(f"The page failed: {message.page_profile.uncaught_exception}")
                case "script_finished":
                    return Run(seconds=perf_counter() - began, script=script, messages=messages, size=size)

    def _note(self, message: ForwardMsg) -> None:
        """Remembers the filters on the page, and what a browser keeps so that it need not be sent again."""
        if message.metadata.cacheable:
            self._cached.add(message.hash)
        element = message.delta.new_element
        kind = element.WhichOneof("type")
        if kind in ("selectbox", "button_group"):
            widget = getattr(element, kind)
            options = list(widget.options) if kind == "selectbox" else [option.content for option in widget.options]
            name = widget.id.rsplit("-", 1)[-1]
            self._widgets[name] = (widget.id, kind)
            # One filter narrows another's options; a reader who takes the first back has them all again.
            self.choices[name] = list(dict.fromkeys((*self.choices.get(name, ()), *options)))


@asynccontextmanager
async def reader(address: str, page: str = "") -> AsyncIterator[Reader]:
    """Yields a reader who has opened a page of the dashboard at `address`."""
    url = f"{address.replace('http', 'ws', 1)}/_stcore/stream"
    async with connect(url, subprotocols=["streamlit"], max_size=None, open_timeout=PATIENCE) as socket:
        someone = Reader(socket=socket)
        await someone.visit(page)
        yield someone

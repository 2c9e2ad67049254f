"""A visitor without a browser: speaks Streamlit's protocol over a websocket and sends what a browser would send."""

import asyncio
import time
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect

LARGEST_MESSAGE = 50 * 1024 * 1024
PATIENCE = 60
OF_ONE = ("selectbox", "radio")
OF_SEVERAL = ("multiselect", "button_group")


class BrokenRun(RuntimeError):
    """A run that ended in an exception, or not at all."""


@dataclass(frozen=True)
class Run:
    """What one run of the script sent: seconds from the question to the end, messages, bytes, and charts."""

    seconds: float
    messages: int
    size: int
    charts: int


@dataclass
class Control:
    """A widget as the page shows it: its id, the fragment it belongs to, its options, and what is chosen."""

    id: str
    fragment: str
    options: tuple[str, ...]
    chosen: list[str]
    several: bool

    def state(self) -> WidgetState:
        if self.several:
            state = WidgetState(id=self.id)
            state.string_array_value.data.extend(self.chosen)
            return state
        return WidgetState(id=self.id, string_value=self.chosen[0] if self.chosen else "")


@dataclass
class Visitor:
    """One open page. `async with Visitor(port, "perdagangan-jasa") as visitor` connects; `open` runs it first."""

    port: int
    page: str
    controls: dict[str, Control] = field(default_factory=dict)
    script: str = ""
    query: str = ""
    socket: ClientConnection | None = None

    async def __aenter__(self) -> Self:
        self.socket = await connect(
            f"ws://127.0.0.1:{self.port}/_stcore/stream",
            subprotocols=["streamlit"],  # type: ignore[list-item]
            origin=f"http://127.0.0.1:{self.port}",  # type: ignore[arg-type]
            max_size=LARGEST_MESSAGE,
            compression=None,
            ping_interval=None,
            open_timeout=PATIENCE,
            proxy=None,
        )
        return self

    async def __aexit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        assert self.socket is not None
        await self.socket.close()

    async def open(self) -> Run:
        """The first run, as a browser asks for it."""
        return await self._run(self._question())

    async def choose(self, name: str, option: str) -> Run:
        """Chooses an option of the control with the key `choose_<name>`; runs what a browser would run."""
        control = self.controls[name]
        control.chosen = [option]
        question = self._question()
        question.rerun_script.fragment_id = control.fragment
        return await self._run(question)

    def _question(self) -> BackMsg:
        question = BackMsg()
        client = question.rerun_script
        client.query_string = self.query
        client.page_script_hash = self.script
        client.page_name = "" if self.script else self.page
        client.widget_states.widgets.extend(control.state() for control in self.controls.values())
        client.context_info.timezone = "UTC"
        client.context_info.locale = "en-US"
        client.context_info.url = f"http://127.0.0.1:{self.port}/{self.page}"
        client.context_info.color_scheme = "light"
        return question

    async def _run(self, question: BackMsg) -> Run:
        assert self.socket is not None
        messages = size = charts = 0
        sent = time.perf_counter()
        await self.socket.send(question.SerializeToString())
        async with asyncio.timeout(PATIENCE):
            while True:
                packet = await self.socket.recv(decode=False)
                message = ForwardMsg.FromString(packet)
                messages, size = messages + 1, size + len(packet)
                kind = message.WhichOneof("type")
                if kind == "delta":
                    charts += self._see(message)
                elif kind == "new_session":
                    self.script = message.new_session.page_script_hash
                elif kind == "page_info_changed":
                    self.query = message.page_info_changed.query_string
                elif kind == "script_finished":
                    return Run(self._end(message, sent), messages, size, charts)

    def _end(self, message: ForwardMsg, sent: float) -> float:
        if message.script_finished not in (
            ForwardMsg.FINISHED_SUCCESSFULLY,
            ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY,
        ):
            raise BrokenRun(ForwardMsg.ScriptFinishedStatus.Name(message.script_finished))
        return time.perf_counter() - sent

    def _see(self, message: ForwardMsg) -> int:
        """Notes the controls among the elements; 1 for a chart, 0 for anything else."""
        if message.delta.WhichOneof("type") != "new_element":
            return 0
        element = message.delta.new_element
        kind = element.WhichOneof("type")
        if kind == "exception":
            raise BrokenRun(f"{element.exception.type}: {element.exception.message}")
        if kind in OF_ONE or kind in OF_SEVERAL:
            self._note(getattr(element, kind), message.delta.fragment_id, kind in OF_SEVERAL)
        return int(kind == "plotly_chart")

    def _note(self, widget: object, fragment: str, several: bool) -> None:
        identity: str = widget.id  # type: ignore[attr-defined]
        _, marked, name = identity.partition("-choose_")
        if not marked:
            return
        options = tuple(getattr(option, "content", option) for option in widget.options)  # type: ignore[attr-defined]
        known = self.controls.get(name)
        if widget.set_value:  # type: ignore[attr-defined]
            told = widget.raw_values if several else [widget.raw_value]  # type: ignore[attr-defined]
            chosen = list(told)
        elif known is not None and known.id == identity:
            chosen = known.chosen
        else:
            default = widget.default  # type: ignore[attr-defined]
            chosen = [options[place] for place in (default if several else [default])]
        self.controls[name] = Control(identity, fragment, options, chosen, several)

"""How many decimals the cell styles of an OpenDocument sheet show."""

from data.container.package import Listener

NUMBER_STYLES = {"number-style", "percentage-style", "currency-style"}


class Styles(Listener):
    """Styles of cells and of numbers, as they stand in `styles.xml` and again in `content.xml`."""

    def __init__(self) -> None:
        self._number: dict[str, str] = {}
        self._parent: dict[str, str] = {}
        self._decimals: dict[str, int] = {}
        self._open = ""
        self._percent = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Take note of a style."""
        name = attributes.get("name", "")
        if tag == "style" and attributes.get("family") == "table-cell":
            if number := attributes.get("data-style-name"):
                self._number[name] = number
            if parent := attributes.get("parent-style-name"):
                self._parent[name] = parent
        elif tag in NUMBER_STYLES:
            self._open, self._percent = name, tag == "percentage-style"
        elif tag == "number" and self._open:
            places = attributes.get("decimal-places", "")
            if places.isdecimal() and len(places) < 4:
                self._decimals[self._open] = int(places) + 2 * self._percent

    def end(self, tag: str) -> None:
        """A style of numbers is complete."""
        if tag in NUMBER_STYLES:
            self._open = ""

    def digits(self, style: str) -> int | None:
        """The decimals of the stored number that a cell style shows; None where it shows as many as there are."""
        seen: set[str] = set()
        while style and style not in self._number and style not in seen:
            seen.add(style)
            style = self._parent.get(style, "")
        return self._decimals.get(self._number.get(style, ""))

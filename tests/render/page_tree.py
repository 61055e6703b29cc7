"""An HTML page read strictly: what is opened is closed, in order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = {"meta", "link", "input", "br"}


@dataclass
class Element:
    name: str
    attributes: dict[str, str]
    children: list[Element | str] = field(default_factory=list)

    def walk(self) -> Iterator[Element]:
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()

    def all(self, name: str = "", **attributes: str) -> list[Element]:
        """Elements below; `class_` asks for one of the classes, `data_f` for one of the numbers."""
        return [element for element in self.walk() if element.matches(name, **attributes)]

    def one(self, name: str = "", **attributes: str) -> Element:
        (found,) = self.all(name, **attributes)
        return found

    def matches(self, name: str = "", **attributes: str) -> bool:
        return (not name or self.name == name) and all(
            value in self.attributes.get(key.strip("_").replace("_", "-"), "").split()
            for key, value in attributes.items()
        )

    def text(self, keep: Callable[[Element], bool] = lambda _: True) -> str:
        return "".join(
            child if isinstance(child, str) else child.text(keep) if keep(child) else ""
            for child in self.children
        )

    def own_text(self) -> str:
        """The text without what the page has put between the words."""
        return self.text(lambda element: "data-x" not in element.attributes)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs), f"an attribute twice: {attrs}"
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in _VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].name == tag, f"{tag} closes {self.open[-1].name}"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    def unknown_decl(self, data: str) -> None:
        raise AssertionError(f"a declaration: {data}")


def read(page: str) -> Element:
    """The page's tree.

    Raises:
        AssertionError: if a tag is left open, closes another one, or has an attribute twice.
    """
    reader = _Reader()
    reader.feed(page)
    reader.close()
    assert reader.open == [reader.root], f"left open: {[e.name for e in reader.open[1:]]}"
    return reader.root

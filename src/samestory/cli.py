"""The command line: arguments become calls, results become messages. No decision is taken here; only this module prints.

Exit status: 0 all done, 1 some documents were unreadable, 2 could not run. Progress goes to standard error, and only to a terminal.
"""

from __future__ import annotations

import inspect
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from pathlib import Path
from typing import Annotated, Any, Literal

import typer
from typer.exceptions import TyperException

from samestory.errors import SamestoryError
from samestory.text import printable

NOTHING_DONE = 2
STOPPED = 130  # the shell's number for Ctrl-C

app = typer.Typer(
    name="samestory",
    help="Reads many news articles, finds those about the same event, and shows who said what, where it came from and where they differ.",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # its boxes say "<bool>" of a flag that takes no value
)

Paths = Annotated[
    list[str], typer.Argument(metavar="PATH...", help="Files, folders and http(s) addresses with articles; - for standard input.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON Lines (docs/output.md).")]
Workers = Annotated[
    int | None, typer.Option("--workers", metavar="NUMBER", min=1, help="Processes to work with; all cores where not given.")
]
Private = Annotated[bool, typer.Option("--allow-private", help="Also fetch addresses inside this machine and its network.")]
Agent = Annotated[str | None, typer.Option("--agent", metavar="NAME", help="Who sites are told is asking; add how to reach you.")]
Pause = Annotated[float | None, typer.Option("--pause", metavar="SECONDS", min=0, help="Between two pages of one site; 1 where not given.")]
Cache = Annotated[
    str | None, typer.Option("--cache", metavar="FOLDER|off", envvar="SAMESTORY_CACHE", help="Where copies of fetched pages are kept.")
]
Made = Annotated[Path, typer.Argument(metavar="FOLDER", help="A folder that `samestory show` made.")]
Id = Annotated[str, typer.Argument(metavar="ARTICLE", help="The id of an article, as stories.json gives it.")]
Folder = Annotated[Path, typer.Option("-o", "--output", metavar="FOLDER", help="Where the pages go.")]


def _manners(allow_private: Private = False, agent: Agent = None, pause: Pause = None, cache: Cache = None) -> Any:
    """How addresses are fetched."""
    from samestory.fetching import manners

    return manners.told(agent=agent, pause=pause, cache=cache, allow_private=allow_private)


def _fetching(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command that takes paths the options about addresses; it gets them as one value, `manners`."""
    own, options = inspect.signature(command, eval_str=True), inspect.signature(_manners, eval_str=True).parameters

    @wraps(command)
    def run(**given: Any) -> None:
        told = {name: given.pop(name) for name in options}
        command(**given, manners=_manners(**told))

    parameters = [parameter for name, parameter in own.parameters.items() if name != "manners"]
    run.__dict__["__signature__"] = own.replace(parameters=[*parameters, *options.values()])
    run.__annotations__ = {}
    return run


@app.command(short_help="Read articles: text, title, byline, outlet, dates.")
@_fetching
def read(
    paths: Paths,
    as_json: AsJson = False,
    removed: Annotated[bool, typer.Option("--removed", help="List the lines left out of each body, and why.")] = False,
    workers: Workers = None,
    manners: Any = None,
) -> None:
    """Read articles: text, title, byline, outlet, date, and what each line is."""
    from samestory import pipeline

    documents = _progress("read", pipeline.read(paths, workers=workers, manners=manners))
    _finish(_print_removed(documents, as_json) if removed else _print(documents, as_json))


@app.command(short_help="Find who said what, who is credited, when, how many.")
@_fetching
def attribute(paths: Paths, as_json: AsJson = False, workers: Workers = None, manners: Any = None) -> None:
    """Find who said what, who is credited, when, how old and how many - article by article."""
    from samestory import pipeline

    _finish(_print(_progress("attribute", pipeline.attribute(paths, workers=workers, manners=manners)), as_json))


@app.command(short_help="Find the articles that tell one story, and who copied whom.")
@_fetching
def group(
    paths: Paths,
    as_json: AsJson = False,
    online: Annotated[bool, typer.Option("--online", help="Print the decision for each article as it arrives.")] = False,
    workers: Workers = None,
    manners: Any = None,
) -> None:
    """Find the articles that tell the same story, and who copied whom."""
    from samestory import pipeline

    if online:
        _finish(_print(pipeline.arrivals(paths, workers=workers, manners=manners), as_json))
    else:
        with _Meter() as meter:
            _finish(_print(pipeline.group(paths, workers=workers, watch=meter, manners=manners), as_json))


@app.command(short_help="Lay tellings side by side: quotations, points, sources.")
@_fetching
def compare(paths: Paths, as_json: AsJson = False, workers: Workers = None, manners: Any = None) -> None:
    """Lay the tellings of each story side by side: shared quotations, points, timeline, provenance."""
    from samestory import pipeline

    with _Meter() as meter:
        _finish(_print(pipeline.compare(paths, workers=workers, watch=meter, manners=manners), as_json))


@app.command(short_help="Make story pages from articles, into a folder.")
@_fetching
def show(paths: Paths, folder: Folder = Path("stories"), workers: Workers = None, manners: Any = None) -> None:
    """Make story pages from articles: the whole line, into a folder."""
    _show(paths, folder, workers, manners)


@app.command(short_help="Make the pages of the articles that ship with samestory.")
def demo(folder: Folder = Path("out/demo"), workers: Workers = None) -> None:
    """Make story pages from the articles that ship with samestory (invented people and outlets)."""
    from samestory.demo import articles

    _show([str(articles())], folder, workers)


@app.command()
def together(folder: Made, one: Id, two: Id) -> None:
    """Rule that two articles tell the same story. Kept in the folder, above every score; the pages are made anew."""
    _rule(folder, one, two, "together")


@app.command()
def apart(folder: Made, one: Id, two: Id) -> None:
    """Rule that two articles tell different stories. Kept in the folder, above every score; the pages are made anew."""
    _rule(folder, one, two, "apart")


def _rule(folder: Path, one: str, two: str, kind: Literal["together", "apart"]) -> None:
    from samestory import pipeline

    with _Meter() as meter:
        report = pipeline.rule(folder, one, two, kind, watch=meter)
    print(f"{one} and {two}: {kind} from now on")
    print(f"{_count(report.articles, 'article')} in {_count(report.stories, 'story', 'stories')}")
    print(f"Open {(folder / 'index.html').resolve()}")


def _show(paths: list[str], folder: Path, workers: int | None, manners: Any = None) -> None:
    from samestory import pipeline

    with _Meter() as meter:
        report = pipeline.show(paths, folder, workers=workers, watch=meter, manners=manners)
    for unreadable in report.unreadable:
        _warn(f"unreadable: {unreadable.origin}: {unreadable.reason}")
    again = f", {report.repeated} given twice" if report.repeated else ""
    print(f"{_count(report.articles, 'article')} ({report.new} new{again}) in {_count(report.stories, 'story', 'stories')}")
    if report.unreadable:
        print(f"{_count(len(report.unreadable), 'document')} could not be read (named above)")
    print(f"Open {(folder / 'index.html').resolve()}")
    _finish(len(report.unreadable))


# -- printing --------------------------------------------------------------------------------


def _print(values: Iterable[Any], as_json: bool) -> int:
    """Print each value as it comes; the number of unreadable documents comes back."""
    from samestory.model import Unreadable
    from samestory.showing import lines

    unreadable = 0
    for value in values:
        unreadable += isinstance(value, Unreadable)
        if as_json:
            print(json.dumps(lines.row(value), ensure_ascii=False))
        else:
            print(printable(lines.plain(value)))
    sys.stdout.flush()
    return unreadable


def _print_removed(documents: Iterable[Any], as_json: bool) -> int:
    """Print the lines left out of each article; the number of unreadable documents comes back."""
    from collections import Counter

    from samestory.model import Unreadable
    from samestory.showing import lines, removed

    unreadable, seen = 0, Counter[str]()
    for document in documents:
        if isinstance(document, Unreadable):
            unreadable += 1
            print(json.dumps(lines.row(document), ensure_ascii=False) if as_json else printable(lines.plain(document)))
        elif as_json:
            for row in removed.rows(document):
                print(json.dumps(row, ensure_ascii=False))
        else:
            print(printable(removed.plain(document, seen)))
    if not as_json:
        print(removed.counts(seen))
    sys.stdout.flush()
    return unreadable


def _finish(unreadable: int) -> None:
    if unreadable:
        raise typer.Exit(1)


def _count(number: int, one: str, many: str | None = None) -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def _warn(message: str) -> None:
    print(printable(message), file=sys.stderr)


class _Meter:
    """Progress on standard error, silent where that is no terminal. Call it with a step and how many are done."""

    def __init__(self) -> None:
        self._status: Any = None

    def __enter__(self) -> _Meter:
        if sys.stderr.isatty():
            from rich.console import Console

            self._status = Console(stderr=True).status("starting")
            self._status.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._status:
            self._status.stop()

    def __call__(self, step: str, done: int) -> None:
        if self._status:
            self._status.update(f"{step}: {done:,}")


def _progress(step: str, values: Iterable[Any]) -> Iterator[Any]:
    with _Meter() as meter:
        for done, value in enumerate(values, 1):
            meter(step, done)
            yield value


# -- the program -----------------------------------------------------------------------------


def main() -> None:
    """Run the command line and end the process with the contract's exit status."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run one command; the exit status comes back. Without a command the help is shown, and nothing was done."""
    try:
        status = typer.main.get_command(app).main(args=arguments or ["--help"], prog_name="samestory", standalone_mode=False)
        status = status if arguments else NOTHING_DONE
        sys.stdout.flush()
    except (SamestoryError, TyperException) as error:
        _warn(f"samestory: {_message(error)}")
        return NOTHING_DONE
    except (KeyboardInterrupt, typer.Abort):
        status = STOPPED
    except (BrokenPipeError, SystemExit):  # the reader of our output went away, as `head` does; the library exits by itself then
        _drop_output()
        return 0
    except OSError as error:  # standard output on a full disk
        _drop_output()
        _warn(f"samestory: could not write the output: {error.strerror or error}")
        return 2
    if status == STOPPED:
        _warn("samestory: stopped; what was finished is kept")
    return status if isinstance(status, int) else 0


def _message(error: SamestoryError | TyperException) -> str:
    """What went wrong, and of wrong arguments where the right ones are told."""
    if not isinstance(error, TyperException):
        return str(error)
    context, message = getattr(error, "ctx", None), error.format_message().rstrip(".")
    return f"{message}. See: {context.command_path} --help".replace("?.", "?") if context else message


def _drop_output() -> None:
    """What is still unwritten goes nowhere, so that Python does not try it again at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

"""A file of occupation material from an address: downloaded in pieces, resumable, bounded. The only module of the imports that knows the network.

While a download lasts, its bytes lie in <name>.part, and <name>.part.json says what they are the beginning of (RFC 9110, 13.1.5: a range is asked for with If-Range,
so that a file that has changed meanwhile comes anew and whole).
"""

from __future__ import annotations

import hashlib
import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from pydantic import BaseModel, ValidationError

from coach.errors import LibraryError
from coach.library.imports.material import Progress, be_silent

if TYPE_CHECKING:
    import httpx

MOST_BYTES = 500_000_000
"""The largest file that is downloaded."""

MOST_REDIRECTS = 5
_CHUNK = 1 << 16
_PAUSE = 0.2
_PLACE = re.compile(r"^bytes (\d+)-\d+/(\d+|\*)$")
_LOCAL = {"localhost", "127.0.0.1", "::1"}
_AGAIN = "Check the connection and start it again; where the server allows it, it goes on where it stopped."
_BY_HAND = "Check the address, or download the file with a browser and give its path."


class _Beginning(BaseModel):
    """What the bytes of a .part file are the beginning of; the address as its digest, since an address may hold a key."""

    address: str
    etag: str = ""
    last_modified: str = ""

    @property
    def validator(self) -> str:
        """What proves that the file is still the same; a weak ETag does not (RFC 9110, 8.8.1)."""
        return self.etag if self.etag and not self.etag.startswith("W/") else self.last_modified


class _Target(NamedTuple):
    """Where a download goes."""

    path: Path
    part: Path
    beside: Path


def fetch(address: str, folder: Path, *, progress: Progress | None = None, client: httpx.Client | None = None) -> Path:
    """The file at an address, downloaded into the folder under its own name; a path of this machine is given back as it is, once it is found to exist.

    Only https is taken, and http from this machine itself. A download that was cut is taken up again. Raises `LibraryError` where there is no such path, the address
    does not answer, the file is larger than `MOST_BYTES`, the connection breaks, or the disk is full.
    """
    if "://" not in address:
        return _find_path(address)
    import httpx

    url = _check_address(address)
    target = _find_target(url, folder)
    opened = client or httpx.Client(timeout=httpx.Timeout(30, connect=10))
    try:
        return _download(url, target, tell=progress or be_silent, client=opened)
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
        happened = f"The download from {url.host} broke off." if target.part.exists() else f"{url.host} does not answer."
        raise LibraryError(happened, mend=_AGAIN if target.part.exists() else _BY_HAND) from error
    except OSError as error:
        raise LibraryError(f"{target.path.name} cannot be written to {folder.name}.", mend="Free some space on the disk, or choose another folder.") from error
    finally:
        if client is None:
            opened.close()


def _find_path(text: str) -> Path:
    try:
        path = Path(text.strip()).expanduser()
        found = bool(text.strip()) and path.exists()
    except (OSError, ValueError, RuntimeError) as error:
        raise LibraryError(
            "This is no path of a file or folder.", mend="Give the path of a file or folder, or an address that begins with https://."
        ) from error
    if not found:
        raise LibraryError(f"There is no file or folder {path.name or text.strip()}.", mend="Check the path, or give an address that begins with https://.")
    return path


def _check_address(address: str) -> httpx.URL:
    import httpx

    try:
        url = httpx.URL(address.strip())
    except (httpx.InvalidURL, ValueError) as error:
        raise LibraryError("This is no address of a file.", mend="Copy it anew from the browser.") from error
    if not url.host or not (url.scheme == "https" or (url.scheme == "http" and url.host in _LOCAL)):
        raise LibraryError(
            "Only an address that begins with https:// is safe to download from.", mend="Use the https address, or download the file and give its path."
        )
    return url


def _find_target(url: httpx.URL, folder: Path) -> _Target:
    name = re.sub(r"[^\w.-]+", "-", PurePosixPath(url.path).name)[-100:].strip(".-") or "download"
    return _Target(path=folder / name, part=folder / f"{name}.part", beside=folder / f"{name}.part.json")


# --- the download ---


def _download(url: httpx.URL, target: _Target, *, tell: Progress, client: httpx.Client) -> Path:
    tell(0.0, f"Asking {url.host} for {target.path.name}")
    target.path.parent.mkdir(parents=True, exist_ok=True)
    beginning = _read_beginning(url, target)
    held = target.part.stat().st_size if beginning else 0
    with _ask(url, client=client, headers=_range(beginning, held)) as response:
        goes_on = response.status_code == 206 and _continues(response, beginning, held)
        if response.status_code == 200 or goes_on:
            _store(response, target, url=url, held=held if goes_on else 0, tell=tell)
            return target.path
        status = response.status_code
    if beginning and status in {206, 416}:  # what we hold is not its beginning any more
        _forget(target)
        return _download(url, target, tell=tell, client=client)
    what = "has no such file" if status in {404, 410} else f"refused the download ({status})"
    raise LibraryError(f"{url.host} {what}.", mend=_BY_HAND)


@contextmanager
def _ask(url: httpx.URL, *, client: httpx.Client, headers: dict[str, str]) -> Iterator[httpx.Response]:
    """The answer to a request, its redirects followed as long as each address is safe."""
    for _ in range(MOST_REDIRECTS + 1):
        with client.stream("GET", url, headers={"Accept-Encoding": "identity", **headers}, follow_redirects=False) as response:
            if not response.has_redirect_location:
                yield response
                return
            url = _check_address(str(url.join(response.headers["Location"])))
    raise LibraryError(f"{url.host} sends from one address to the next without end.", mend=_BY_HAND)


def _range(beginning: _Beginning | None, held: int) -> dict[str, str]:
    return {"Range": f"bytes={held}-", "If-Range": beginning.validator} if beginning else {}


def _continues(response: httpx.Response, beginning: _Beginning | None, held: int) -> bool:
    """The bytes that come go on where ours stop, in the same file."""
    if not beginning:
        return False
    place = _PLACE.match(response.headers.get("Content-Range", ""))
    return place is not None and int(place[1]) == held and response.headers.get("ETag", beginning.etag) == beginning.etag


def _store(response: httpx.Response, target: _Target, *, url: httpx.URL, held: int, tell: Progress) -> None:
    if response.headers.get("Content-Encoding", "identity") != "identity":
        raise LibraryError(f"{url.host} sends the file in a form that cannot be stored.", mend=_BY_HAND)
    length = response.headers.get("Content-Length", "")
    whole = _PLACE.match(response.headers.get("Content-Range", "")) if held else None
    total = int(whole[2]) if whole and whole[2] != "*" else held + int(length) if length.isdecimal() else 0
    if total > MOST_BYTES:
        _forget(target)
        raise _too_large(target)
    _write_beginning(response, target, url=url)
    _Meter(target, held=held, total=total, tell=tell, clock=time.monotonic).write(response)
    target.part.replace(target.path)
    target.beside.unlink(missing_ok=True)
    tell(1.0, f"{target.path.name} is here")


class _Meter:
    """Writes what comes, counts it, and tells how far it is, a few times a second."""

    def __init__(self, target: _Target, *, held: int, total: int, tell: Progress, clock: Callable[[], float]) -> None:
        self._target = target
        self._held = held
        self._total = total
        self._tell = tell
        self._clock = clock

    def write(self, response: httpx.Response) -> None:
        start = told = self._clock()
        done = self._held
        with self._target.part.open("ab" if self._held else "wb") as file:
            for chunk in response.iter_raw(_CHUNK):
                done += len(chunk)
                if done > MOST_BYTES:
                    break
                file.write(chunk)
                now = self._clock()
                if now - told >= _PAUSE:
                    told = now
                    self._tell(
                        min(done / self._total, 1.0) if self._total else 0.0, say_rate(done, self._total, fetched=done - self._held, seconds=now - start)
                    )
        if done > MOST_BYTES:
            _forget(self._target)
            raise _too_large(self._target)
        if self._total and done != self._total:
            raise LibraryError(f"The download of {self._target.path.name} broke off.", mend=_AGAIN)


def say_rate(done: int, total: int, *, fetched: int, seconds: float) -> str:
    """How far a download is, in words: "12 of 40 MB, 3 MB a second, about 10 seconds left". Bytes; a `total` of 0 is not known."""
    rate = fetched / seconds if seconds > 0 else 0.0
    far = f"{_megabytes(done)} of {_megabytes(total)} MB" if total else f"{_megabytes(done)} MB"
    if not rate:
        return far
    text = f"{far}, {_megabytes(rate)} MB a second"
    return f"{text}, {_say_left((total - done) / rate)} left" if total else text


def _megabytes(count: float) -> str:
    return f"{count / 1_000_000:.0f}" if count >= 9_950_000 else f"{count / 1_000_000:.1f}".removesuffix(".0")


def _say_left(seconds: float) -> str:
    if seconds < 1.5:
        return "about a second"
    if seconds < 90:
        return f"about {seconds:.0f} seconds"
    return f"about {seconds / 60:.0f} minutes"


def _too_large(target: _Target) -> LibraryError:
    happened = f"{target.path.name} is larger than {MOST_BYTES // 1_000_000} MB, so it was not downloaded."
    return LibraryError(happened, mend="Check the address, or download a smaller release.")


# --- what is held already ---


def _digest(url: httpx.URL) -> str:
    return hashlib.sha256(str(url).encode()).hexdigest()


def _read_beginning(url: httpx.URL, target: _Target) -> _Beginning | None:
    """What the .part file is the beginning of, or None where there is none of this address that can be proved to be the same."""
    if not target.part.is_file() or not target.part.stat().st_size or not target.beside.is_file():
        return None
    try:
        beginning = _Beginning.model_validate_json(target.beside.read_bytes())
    except ValidationError:
        return None
    return beginning if beginning.address == _digest(url) and beginning.validator else None


def _write_beginning(response: httpx.Response, target: _Target, *, url: httpx.URL) -> None:
    headers = response.headers
    beginning = _Beginning(address=_digest(url), etag=headers.get("ETag", ""), last_modified=headers.get("Last-Modified", ""))
    target.beside.write_text(beginning.model_dump_json(), encoding="utf-8")


def _forget(target: _Target) -> None:
    target.part.unlink(missing_ok=True)
    target.beside.unlink(missing_ok=True)

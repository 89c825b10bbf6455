"""The hub, through its own library: what a repository holds, and the bytes of its files. `HF_ENDPOINT` counts."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self, cast

import httpx2
from huggingface_hub import HfApi, hf_hub_url
from huggingface_hub.errors import (
    GatedRepoError,
    HfHubHTTPError,
    HFValidationError,
    OfflineModeIsEnabled,
    RepositoryNotFoundError,
)
from huggingface_hub.file_download import http_get
from huggingface_hub.hf_api import RepoFile
from huggingface_hub.utils._headers import build_hf_headers

from fourup.errors import CannotPull
from fourup.hub.choice import Remote
from fourup.hub.manifest import Kept, is_what_was_listed

PART = ".part"
"""What a file is called until it is whole."""


class _Bar:
    """Counts bytes for whoever wants to see them; shaped as the library's own bars are."""

    def __init__(self, on_bytes: Callable[[int], None]) -> None:
        self._on_bytes = on_bytes

    def __call__(self, *_: Any, **__: Any) -> Self:
        return self

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        pass

    def update(self, count: float = 1) -> None:
        """So many bytes more."""
        self._on_bytes(int(count))

    def close(self) -> None:
        """Nothing is open."""


def endpoint() -> str:
    """Where the hub is."""
    return os.environ.get("HF_ENDPOINT", "https://huggingface.co").rstrip("/")


def listed(repository: str, revision: str | None) -> list[Remote]:
    """The files of a repository at a commit: the one that `revision` names now, the newest where it is None."""
    api = HfApi(endpoint=endpoint())
    with _told(repository):
        commit = api.model_info(repository, revision=revision).sha
        if commit is None:
            raise CannotPull(f"{repository} does not say at which commit it is.")
        tree = api.list_repo_tree(repository, recursive=True, revision=commit)
        return [
            Remote(repository, commit, each.path, each.size, each.lfs.sha256 if each.lfs else None, each.blob_id)
            for each in tree
            if isinstance(each, RepoFile)
        ]


def fetch(kept: Kept, file: Path, on_bytes: Callable[[int], None]) -> None:
    """Get the file, from where an earlier try broke off; it has its name only when it holds what was listed."""
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(file.name + PART)
    url = hf_hub_url(kept.repository, kept.path, revision=kept.revision, endpoint=endpoint())
    with _told(kept.repository), part.open("ab") as opened:
        there = opened.tell()
        if there > kept.size:
            opened.truncate(0)
            there = 0
        on_bytes(there)
        http_get(
            url,
            opened,
            resume_size=there,
            headers=build_hf_headers(),
            expected_size=kept.size,
            displayed_filename=kept.path,
            tqdm_class=cast("Any", _Bar(on_bytes)),
        )
    if not is_what_was_listed(part, kept):
        part.unlink()
        raise CannotPull(
            f"{kept.path} of {kept.repository} is not what the hub lists: pull again, or use another mirror."
        )
    part.replace(file)


@contextmanager
def _told(repository: str) -> Iterator[None]:
    """What the library raises, as a sentence with its cure."""
    try:
        yield
    except GatedRepoError:
        page = f"{endpoint()}/{repository}"
        raise CannotPull(
            f"{repository} is given only to those who accept its terms: do so at {page}, then set HF_TOKEN."
        ) from None
    except (RepositoryNotFoundError, HFValidationError):
        raise CannotPull(f"There is no {repository} at {endpoint()}, or it is not for everybody.") from None
    except OfflineModeIsEnabled:
        raise CannotPull("HF_HUB_OFFLINE is set, so nothing can be pulled: unset it.") from None
    except HfHubHTTPError as failure:
        raise CannotPull(f"{endpoint()} answers {failure.response.status_code} for {repository}: try later.") from None
    except (httpx2.HTTPError, OSError) as failure:
        reason = str(failure) or type(failure).__name__
        raise CannotPull(f"{endpoint()} broke off ({reason}): pull again, and it goes on where it stopped.") from None

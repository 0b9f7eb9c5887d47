"""The built page's files, packed where the browser takes them so."""

from mimetypes import guess_type
from os import PathLike, fspath, stat_result
from pathlib import Path

from fastapi.staticfiles import StaticFiles
from starlette.datastructures import Headers
from starlette.responses import FileResponse, Response
from starlette.types import Scope


class PrecompressedStaticFiles(StaticFiles):
    """Static files of which the build has left a packed copy, NAME.gz, beside NAME."""

    def file_response(
        self, full_path: str | PathLike[str], stat_result: stat_result, scope: Scope, status_code: int = 200
    ) -> Response:
        """The compressed copy where the client accepts gzip, else the file itself."""
        packed = Path(fspath(full_path) + ".gz")
        if not packed.is_file():
            return super().file_response(full_path, stat_result, scope, status_code)
        takes_gzip = "gzip" in Headers(scope=scope).get("accept-encoding", "")
        if not takes_gzip:
            response = super().file_response(full_path, stat_result, scope, status_code)
        else:
            response = FileResponse(packed, status_code, media_type=guess_type(fspath(full_path))[0])
            response.headers["content-encoding"] = "gzip"
        response.headers["vary"] = "Accept-Encoding"
        return response

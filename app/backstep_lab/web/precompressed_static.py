"""The built page's files, packed where the browser takes them so."""

from mimetypes import guess_type
from os import PathLike, fspath, stat_result
from pathlib import Path

from fastapi.staticfiles import StaticFiles
from starlette.datastructures import Headers
from starlette.responses import FileResponse, Response
from starlette.types import Scope

from backstep_lab.api.content_coding import accepted_codings

PACKED = {"br": ".br", "gzip": ".gz"}  # by coding (RFC 9110, section 8.4.1), the smaller first


class PrecompressedStaticFiles(StaticFiles):
    """Static files of which the build has left packed copies, NAME.br and NAME.gz, beside NAME."""

    def file_response(
        self, full_path: str | PathLike[str], stat_result: stat_result, scope: Scope, status_code: int = 200
    ) -> Response:
        """The smallest copy in a coding that the client accepts, else the file itself."""
        path = fspath(full_path)
        copies = {coding: Path(path + end) for coding, end in PACKED.items() if Path(path + end).is_file()}
        if not copies:
            return super().file_response(full_path, stat_result, scope, status_code)
        accepted = accepted_codings(Headers(scope=scope).get("accept-encoding", ""))
        coding = next((name for name in copies if name in accepted), None)
        if coding is None:
            response = super().file_response(full_path, stat_result, scope, status_code)
        else:
            response = FileResponse(copies[coding], status_code, media_type=guess_type(path)[0])
            response.headers["content-encoding"] = coding
        response.headers["vary"] = "Accept-Encoding"
        return response

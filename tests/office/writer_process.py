"""LibreOffice, asked from outside: run by a Python that has `uno` (Debian: python3-uno), not by the tests' own.

    python3 writer_process.py SOFFICE FOLDER

It starts one soffice with a profile of its own in FOLDER, then answers each line of its input, a JSON list
`[action, file, saved]` with an action of `accept`, `reject`, `keep`, `save`, `save-open` or `print`, by one line of JSON: `true`, where the
document was opened, all of its changes accepted, rejected or kept, and the result saved as .docx; or the file was saved
as Microsoft's or LibreOffice's programs keep it, or printed as .pdf; or the reason why not.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import uno
from com.sun.star.beans import PropertyValue

COMMANDS = {"accept": ".uno:AcceptAllTrackedChanges", "reject": ".uno:RejectAllTrackedChanges", "keep": ""}
FILTERS = {
    ("print", ".docx"): "writer_pdf_Export",
    ("print", ".xlsx"): "calc_pdf_Export",
    ("print", ".pptx"): "impress_pdf_Export",
    ("save", ".xlsx"): "Calc MS Excel 2007 XML",
    ("save-open", ".xlsx"): "calc8",
}
SECONDS_TO_START = 60


def setting(name: str, value: object) -> Any:
    """A named argument, as UNO wants it."""
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def service(context: Any, name: str) -> Any:
    """One of the services of an office."""
    return context.ServiceManager.createInstanceWithContext(name, context)


def connected(office: subprocess.Popen[bytes], pipe: str) -> Any:
    """The context of a soffice that is starting, once it answers."""
    here = uno.getComponentContext()
    resolver = service(here, "com.sun.star.bridge.UnoUrlResolver")
    until = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < until and office.poll() is None:
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:
            time.sleep(0.1)  # it does not listen yet
    raise SystemExit("soffice does not answer")


def done(context: Any, action: str, file: str, saved: str) -> bool | str:
    """Do one thing to one document; what went wrong, if anything did."""
    desktop = service(context, "com.sun.star.frame.Desktop")
    address = Path(file).resolve().as_uri()
    document = desktop.loadComponentFromURL(address, "_blank", 0, (setting("Hidden", True),))
    if document is None:
        return "LibreOffice does not open it"
    try:
        if COMMANDS.get(action):
            dispatcher = service(context, "com.sun.star.frame.DispatchHelper")
            dispatcher.executeDispatch(document.CurrentController.Frame, COMMANDS[action], "", 0, ())
            if document.Redlines.createEnumeration().hasMoreElements():
                return "changes are left"
        kind = FILTERS.get((action, Path(file).suffix), "MS Word 2007 XML")
        document.storeToURL(Path(saved).resolve().as_uri(), (setting("FilterName", kind),))
    finally:
        document.close(True)
    return True


def main(soffice: str, folder: str) -> None:
    """Answer until the input ends."""
    pipe = f"redline-tests-{os.getpid()}"  # each of several processes has its own
    flags = ["--headless", "--norestore", "--nologo", "--nodefault", "--invisible"]
    office = subprocess.Popen(
        [
            soffice,
            *flags,
            f"-env:UserInstallation={Path(folder).resolve().as_uri()}/profile",
            f"--accept=pipe,name={pipe};urp;",
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # soffice starts others, which end with it below
    )
    try:
        context = connected(office, pipe)
        for line in sys.stdin:
            print(json.dumps(done(context, *json.loads(line))), flush=True)
        service(context, "com.sun.star.frame.Desktop").terminate()
        office.wait(30)
    finally:
        if office.poll() is None:
            os.killpg(office.pid, signal.SIGKILL)


if __name__ == "__main__":
    main(*sys.argv[1:])

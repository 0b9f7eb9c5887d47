page-needs-script = Backstep draws and steps with JavaScript, which is switched off here. Allow it for this page, then reload.
page-not-loaded = Backstep could not be loaded, so it cannot be stepped. Check the connection and try again.
page-not-built = The page itself is not built yet: run “make run”, which builds and serves it. The API works already.
page-to-the-lab = To the lab
page-api = The API of Backstep

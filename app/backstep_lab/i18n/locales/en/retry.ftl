### A call that a busy server put off, and that is made again by itself.

retry-why-busy = The server is busy
retry-why-full = The server is full
retry-why-store-unavailable = The server cannot store anything just now
retry-why-unknown-outcome = The server did not say whether this was done
retry-change = { $why }; what you did is kept and will be tried again in { $seconds }{"\u00A0"}s.
retry-session = { $why }; your session will be asked for again in { $seconds }{"\u00A0"}s.
retry-question = { $why }; what you want to see will be asked for again in { $seconds }{"\u00A0"}s.
retry-now = Try now
retry-give-up = Leave it

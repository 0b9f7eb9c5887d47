### A call that a busy server put off, and that is made again by itself.

retry-change = { $why ->
    [full] The server is full; what you did is kept and will be tried again in { $seconds }{"\u00A0"}s.
    [store-unavailable] The server cannot store anything just now; what you did is kept and will be tried again in { $seconds }{"\u00A0"}s.
    [unknown-outcome] The server did not say whether this was done; what you did is kept and will be tried again in { $seconds }{"\u00A0"}s.
   *[busy] The server is busy; what you did is kept and will be tried again in { $seconds }{"\u00A0"}s.
}
retry-session = { $why ->
    [full] The server is full; your session will be asked for again in { $seconds }{"\u00A0"}s.
    [store-unavailable] The server cannot store anything just now; your session will be asked for again in { $seconds }{"\u00A0"}s.
    [unknown-outcome] The server did not say whether this was done; your session will be asked for again in { $seconds }{"\u00A0"}s.
   *[busy] The server is busy; your session will be asked for again in { $seconds }{"\u00A0"}s.
}
retry-question = { $why ->
    [full] The server is full; what you want to see will be asked for again in { $seconds }{"\u00A0"}s.
    [store-unavailable] The server cannot store anything just now; what you want to see will be asked for again in { $seconds }{"\u00A0"}s.
    [unknown-outcome] The server did not say whether this was done; what you want to see will be asked for again in { $seconds }{"\u00A0"}s.
   *[busy] The server is busy; what you want to see will be asked for again in { $seconds }{"\u00A0"}s.
}
retry-now = Try now
retry-give-up = Stop trying

# What went wrong, said before the words for all problems have come.
problem-busy = The server is busy with other learners. Please try again in a moment.
problem-unknown = Something went wrong: { $detail }
problem-status = The server could not answer this (HTTP status { $status }). Please try again.

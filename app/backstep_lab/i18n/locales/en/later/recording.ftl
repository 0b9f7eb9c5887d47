# A session as one file that needs no server.

recorded-note = A recording: you can step and look, not edit or train.
recorded-live = Open the live page
problem-recording-ends = The recording ends here, with iteration { $iteration }.
problem-recording-begins = The recording begins here, with iteration { $iteration }.
problem-recording-edit = The network was edited here. This recording cannot undo that; the timeline goes to what was before.
problem-recording-only = Only iterations { $from } to { $to } were recorded.
problem-recording-silent = This was not recorded.
problem-recording-too-large = This would be too much for one file. Take fewer iterations, or a smaller network.
share-file = As one file
share-file-how = An HTML file that steps, goes back and explains without a server or a network; send it, or put it on a course page. Nothing in it can be edited or trained. It begins with the current iteration and looks as chosen above.
share-file-iterations = Iterations
share-file-save = Save the file
share-file-saved = Saved: { $size } kB.

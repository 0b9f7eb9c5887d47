### Requests that are refused before anything is done.

problem-address-too-long = The address is longer than the { $limit } characters that are allowed.
problem-malformed = This is not a request that the server can read.

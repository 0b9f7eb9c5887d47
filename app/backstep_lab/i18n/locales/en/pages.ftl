page-needs-script = Backstep draws and steps with JavaScript, which is switched off here. Allow it for this page, then reload.
page-not-built = The page itself is not built yet: run “make run”, which builds and serves it. The API works already.
page-to-the-lab = To the lab
page-api = The API of Backstep
presets-networks = Networks
presets-graphs = Computation graphs
preset-own-graph = Own graph
new-graph = New graph…

# Addresses, frames, sharing.

locked = Locked: you can look, not change it.
notice-address-warning = The address says { $name }={ $value }, which is not valid. Allowed: { $allowed }. The default is used.
problem-locked = Whoever set this up has locked this part ({ $part }): you can look at it, not change it.
problem-link = This link is incomplete or was changed, so its moment cannot be restored. Please ask for it again.
problem-beside-state = The link contains a whole moment; { $part } cannot be given in addition.
picture-title = A neural network with its numbers

share-moment = Opens with
share-here = The current moment
share-start = The start of the preset
share-lesson = A lesson
share-which-lesson = Lesson
share-passage = Begins with passage
share-view = Shows
share-view-all = { $model ->
    [graph] Graph and panels
   *[network] Network and panels
}
share-view-network = { $model ->
    [graph] The graph alone
   *[network] The network alone
}
share-view-formula = The formula alone
share-view-table = The table of numbers alone
share-parts = Controls in the frame
share-part-header = Header
share-part-preset = Choice of the preset
share-part-example = Choice of the example
share-part-sheets = Menu
share-part-display = Display settings
share-part-timeline = Timeline
share-part-steps = Step buttons
share-part-play = Play
share-part-passes = Whole passes
share-part-training = Training
share-part-predict = Predict
share-part-full = Link to the full page
share-part-text = Text of the lesson
share-locks = Locked: seen, not changed
share-lock-parameters = { $model ->
    [graph] Values of the leaves
   *[network] Weights and biases
}
share-lock-data = Examples
share-lock-focus = Which example is shown
share-lock-training = Training settings
share-lock-network = { $model ->
    [graph] The program
   *[network] Shape of the network
}
share-lock-train = Train
share-predict = Ask for each number before it is shown
share-quiz = Quiz: the learner cannot turn the questions off, and no panel shows what is asked
share-preview-true = { $width } × { $height }, true size
share-preview-scaled = { $width } × { $height }, shown at { $percent } %
share-qr = The link as a QR code
share-qr-large = Show the QR code as large as the window
share-qr-close = Close the large QR code
share-qr-too-long = This link is too long for a QR code.
share-too-large = This moment does not fit into an address: it has too many numbers of your own. The start of the preset is offered instead; to share this moment, save the session as a file under Export.
share-panels = { $model ->
    [graph] Panels beside the graph
   *[network] Panels beside the network
}
share-panel-formula = Formula
share-panel-inspector = Inspector
share-panel-views = Views
share-panel-story = Story
share-panel-published = Published figures
share-panel-numbers = All numbers
share-controls = Controls
share-controls-full = All
share-controls-step = Stepping only
share-controls-none = None
share-language = Language of the frame
share-theme = Colours
share-size = Size
share-size-fitting = As wide as its column
share-preview = Preview
share-link = Link
share-snippet = Code to paste
share-place = For
share-kind = As
share-kind-element = Follows the page
share-kind-package = One line of its package
share-kind-frame = Plain frame
share-kind-picture = Picture with link
share-kind-element-how = Takes the language, the light or dark theme and the width of its page by itself, and the height that it needs. The page must allow scripts from this server.
share-kind-package-how = For sites that have Backstep’s package for their tool: short to write, and an unknown option or preset is reported when the site is built. It follows the page, as the element does.
share-kind-frame-how = For pages that allow frames, but no scripts. Its theme and language are those of the browser, unless chosen above.
share-kind-picture-how = For pages that allow neither frames nor scripts, e-mail and print: a picture of this moment that leads to it.
share-place-html = HTML
share-place-markdown = Markdown
share-place-sphinx = Sphinx (reStructuredText)
share-place-myst = Sphinx with MyST, Jupyter Book 1
share-place-jupyterbook = MyST, Jupyter Book 2
share-place-mkdocs = MkDocs
share-place-jupyter = Jupyter
share-place-marimo = marimo
share-place-quarto = Quarto
share-place-docusaurus = Docusaurus (MDX)
share-place-vitepress = VitePress
share-place-astro = Astro, Starlight
share-place-hugo = Hugo
share-place-jekyll = Jekyll
share-place-reveal = reveal.js
share-place-slidev = Slidev
share-place-marp = Marp
share-place-wordpress = WordPress
share-place-moodle = Moodle, Canvas
share-how-html = Anywhere in the page.
share-how-markdown = With an empty line before and after. The tool must allow HTML in Markdown; GitHub allows only the picture.
share-how-sphinx = In any .rst page, with an empty line before and after.
share-how-myst = In any .md page of Sphinx with MyST, or of Jupyter Book 1.
share-how-jupyterbook = In any .md page, or in a Markdown cell of a notebook.
share-how-mkdocs = With an empty line before and after, in a page’s Markdown.
share-how-jupyter = In a code cell; run it. The picture goes into a Markdown cell.
share-how-marimo = In a cell; run it.
share-how-quarto = In any .qmd page.
share-how-docusaurus = In any .mdx page.
share-how-vitepress = In any .md page.
share-how-astro = In any .md or .mdx page.
share-how-hugo = In any page. Frame and element need the file layouts/shortcodes/rawhtml.html with the one line {"{{"} .Inner | safeHTML {"}}"} in your site.
share-how-jekyll = In any page, with an empty line before and after.
share-how-reveal = Among the slides. With the element, Escape, Page Up and Page Down work in the deck also after a click in the frame.
share-how-slidev = In any slide.
share-how-marp = In any slide; run Marp with --html.
share-how-wordpress = The address on a line of its own in a post: WordPress makes the frame from it. The picture goes into a block “Custom HTML”.
share-how-moodle = Open the HTML source of the text (</>) and paste it there. Where the frame is gone after saving, take the picture.
share-package-sphinx = Once for the site, in conf.py: extensions = ['backstep_embed.sphinx'] and backstep_server = '{ $home }'. The text goes into any .rst page.
share-package-myst = Once for the site, in conf.py: extensions = ['myst_parser', 'backstep_embed.sphinx'] and backstep_server = '{ $home }'. The text goes into any .md page.
share-package-mkdocs = Once for the site, in mkdocs.yml below plugins: - backstep: {"{"}server: '{ $home }'{"}"}. The text goes into any page.
share-package-quarto = Once for the site, in _quarto.yml or a page’s head: backstep-server: { $home }, with the folder _extensions/backstep beside it. The text goes into any .qmd page.
share-package-docusaurus = Once for the site: npm install backstep-embed. The text goes into any .mdx page.
share-package-vitepress = Once for the site: npm install backstep-embed. The text goes into any .md page.
share-package-hugo = Once for the site: the package’s folder as themes/backstep, theme = ['backstep', …], and in its params backstepServer = '{ $home }'. The text goes into any page.
copy = Copy
copied = Copied.

scale = Type size
scale-value = { $percent } %

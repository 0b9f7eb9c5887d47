"""HTML: pages, lessons, embeds, oEmbed, and the middleware of every request."""

"""The colours of a still picture. Generated from static/css/tokens.css by `make types`."""

from backstep_lab.exports.images.marks import Tone

Palette = dict[Tone, str]

LIGHT: Palette = {
    "ink": "#14181f",
    "quiet": "#646c79",
    "line": "#c9ccd0",
    "positive": "#2166ac",
    "negative": "#b2182b",
    "zero": "#6b7280",
    "paper": "#ffffff",
    "stage": "#fbfbf9",
}
DARK: Palette = {
    "ink": "#eceef1",
    "quiet": "#98a0ac",
    "line": "#3d444f",
    "positive": "#79b0ea",
    "negative": "#f0847f",
    "zero": "#9aa2ae",
    "paper": "#14171c",
    "stage": "#101317",
}

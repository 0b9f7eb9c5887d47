"""Queries that layered networks and computation graphs answer each in their own way."""

from backstep_lab.queries import gradient_check, landscape, loss_slice, paths, what_if
from backstep_lab.queries.graph import gradient_check as graph_gradient_check
from backstep_lab.queries.graph import landscape as graph_landscape
from backstep_lab.queries.graph import loss_slice as graph_loss_slice
from backstep_lab.queries.graph import paths as graph_paths
from backstep_lab.queries.graph import what_if as graph_what_if
from backstep_lab.queries.query import by_model

GRADIENT_CHECK = by_model(gradient_check.QUERY, graph_gradient_check.QUERY)
PATHS = by_model(paths.QUERY, graph_paths.QUERY)
LOSS_SLICE = by_model(loss_slice.QUERY, graph_loss_slice.QUERY)
LANDSCAPE = by_model(landscape.QUERY, graph_landscape.QUERY)
WHAT_IF = by_model(what_if.QUERY, graph_what_if.QUERY)

"""The REST API: one module a resource, each handler beside its route; `door` is what every request passes through."""

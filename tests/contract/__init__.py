"""The contract: every request and answer, held strictly against Discord's own published description of its API."""

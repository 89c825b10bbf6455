"""The Discord side of Fourup: what members and moderators meet. It knows nothing of torch."""

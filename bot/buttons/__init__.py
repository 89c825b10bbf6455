"""The buttons under pictures: what they are called, what they look like, and what pressing one does."""
